import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { asks, type Row, reads, works } from './row.ts'

type Own = Extract<CallName, `${'acts' | 'payments'}.${string}`>

const act = {
  kind: 'act',
  number: '1',
  day: day('2026-09-30'),
  month: '2026-10',
  connectionId: null,
  currency: 'RUB',
  without: '10',
  rate: 'none',
  vat: '0',
  total: '10',
} as const

/** Whoever may look sees documents and payments; bringing them in and saying whose they are changes data. */
export const actsRows: { [N in Own]: Row<N> } = {
  'acts.list': [{}, ...reads],
  'acts.get': [{ id: 'none' }, ...asks('act.notFound')],
  'acts.load': [{ tokens: ['none'] }, ...works('ok')],
  'acts.add': [act, ...works('act.tooEarly')],
  'acts.update': [{ id: 'none', note: 'x' }, ...works('act.notFound')],
  'acts.withdraw': [{ id: 'none', reason: 'x' }, ...works('act.notFound')],
  'payments.list': [{}, ...reads],
  'payments.load': [{ tokens: ['none'] }, ...works('ok')],
  'payments.match': [{ id: 'none', actId: null }, ...works('payment.notFound')],
  'payments.remove': [{ id: 'none' }, ...works('payment.notFound')],
}
