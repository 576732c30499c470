import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused } from './case.ts'

const month = '2026-10'
const nobody = { month, connectionId: 'none' }
const defaults = { costAccount: '44.01', item: 'Облачные услуги', article: 'ИТ', project: '' }
const oneC = { costAccount: '26', department: 'ИТ', article: '', project: '' }

/** A document of a month long ago that belongs to no account. */
const stranger: CallInput<'acts.add'> = {
  ...{ kind: 'act', number: 'Ч-1', day: day('2019-05-31'), month: '2019-05', connectionId: null },
  ...{ currency: 'RUB', without: '100', rate: '20', vat: '20', total: '120' },
}

/** Reconciliation, the month's close and what goes into 1C: nobody's, a viewer's and olga's. */
export const closingCases: readonly Case[] = [
  refused('stranger', 'reconciliation.list', { month }, 'auth.required', 'not signed in'),
  refused('stranger', 'closing.get', { month }, 'auth.required', 'not signed in'),
  refused('olga', 'closing.get', { month: '2026-13' }, 'input.invalid', 'no such month'),
  ok('viewer', 'reconciliation.list', { month }),
  refused('viewer', 'reconciliation.sign', nobody, 'auth.forbidden', 'a viewer'),
  refused('viewer', 'oneC.updateMapping', { defaults }, 'auth.forbidden', 'a viewer'),
  refused('olga', 'reconciliation.get', nobody, 'reconciliation.nothing', 'no such account'),
  refused('olga', 'reconciliation.sign', nobody, 'reconciliation.nothing', 'no such account'),
  refused(
    'olga',
    'reconciliation.unsign',
    { ...nobody, reason: 'ошибка' },
    'reconciliation.notSigned',
    'nothing was signed',
  ),
  refused('olga', 'reconciliation.unsign', nobody, 'input.invalid', 'no reason'),
  ok('olga', 'closing.get', { month }),
  ok('olga', 'closing.listMonths', {}),
  ok('olga', 'oneC.updateMapping', { defaults, splitBy: 'service' }),
  ok('olga', 'oneC.updateMapping', { part: { key: 'Compute', ...oneC } }),
  refused(
    'olga',
    'oneC.updateMapping',
    { defaults: { ...defaults, costAccount: '60.01' } },
    'oneC.badAccount',
    'an account of settlements',
  ),
  refused(
    'olga',
    'oneC.updateMapping',
    { account: { connectionId: 'none', counterparty: 'ООО', contract: '', item: '' } },
    'connection.notFound',
    'no such account',
  ),
  refused('olga', 'oneC.updateMapping', { splitBy: 'weekday' }, 'input.invalid', 'no such dimension'),
  ok('olga', 'oneC.getMapping', {}),
  ok('olga', 'oneC.listPostings', { month: '2020-01' }),
  refused(
    'olga',
    'oneC.startExport',
    { month: '2020-01', format: 'txt' },
    'oneC.noActs',
    'no acts in that month',
  ),
  ok('olga', 'acts.add', stranger),
  ok('olga', 'reconciliation.list', { month: stranger.month }),
  ok('olga', 'oneC.listPostings', { month: stranger.month }),
  refused(
    'olga',
    'oneC.startExport',
    { month: stranger.month, format: 'xlsx' },
    'oneC.unmapped',
    'nobody knows whose document it is',
  ),
]
