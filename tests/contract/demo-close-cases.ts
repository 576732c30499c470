import type { CallOutput } from '#shared/contract/index.ts'
import { type Case, ok, type Seen } from './case.ts'

const month = '2026-10'
const defaults = { costAccount: '26', item: 'Облачные услуги', article: 'ИТ', project: '' }

const payment = (seen: Seen): string =>
  (seen['payments.list'] as CallOutput<'payments.list'>).items[0]?.id ?? ''
const account = (seen: Seen): string =>
  (seen['reconciliation.list'] as CallOutput<'reconciliation.list'>).items[0]?.connectionId ?? ''
const mapped = (seen: Seen, at: number) => {
  const { connectionId } = (seen['oneC.getMapping'] as CallOutput<'oneC.getMapping'>).accounts[at] ?? {}
  return { connectionId: connectionId ?? '', counterparty: 'ООО «Облако-пример»', contract: '1', item: '' }
}

/** The demo company closes a month: its acts, payments and postings are there. */
export const demoCloseCases: readonly Case[] = [
  ok('guest', 'payments.list', {}),
  ok('guest', 'payments.match', (seen) => ({ id: payment(seen), actId: null })),
  ok('guest', 'payments.remove', (seen) => ({ id: payment(seen) })),
  ok('guest', 'reconciliation.list', { month }),
  ok('guest', 'reconciliation.get', (seen) => ({ month, connectionId: account(seen) })),
  ok('guest', 'reconciliation.sign', (seen) => ({ month, connectionId: account(seen), note: 'сверено' })),
  ok('guest', 'reconciliation.unsign', (seen) => ({ month, connectionId: account(seen), reason: 'рано' })),
  ok('guest', 'oneC.getMapping', {}),
  ok('guest', 'oneC.updateMapping', { defaults, splitBy: null }),
  ...[0, 1, 2, 3].map((at) => ok('guest', 'oneC.updateMapping', (seen) => ({ account: mapped(seen, at) }))),
  ok('guest', 'oneC.startExport', { month, format: 'txt' }),
]
