import type { CallName } from '#shared/contract/names.ts'
import { asks, governs, type Row, reads, works } from './row.ts'

type Own = Extract<CallName, `${'reconciliation' | 'closing' | 'oneC'}.${string}`>

const month = '2026-10'
const account = { month, connectionId: 'none' }

/** Whoever may look sees it; signing changes data, and what 1C calls things is a setting. */
export const closingRows: { [N in Own]: Row<N> } = {
  'reconciliation.list': [{ month }, ...reads],
  'reconciliation.get': [account, ...asks('reconciliation.nothing')],
  'reconciliation.sign': [account, ...works('reconciliation.nothing')],
  'reconciliation.unsign': [{ ...account, reason: 'ошибка' }, ...works('reconciliation.notSigned')],
  'closing.get': [{ month }, ...reads],
  'closing.listMonths': [{}, ...reads],
  'oneC.getMapping': [{}, ...reads],
  'oneC.updateMapping': [{ splitBy: 'service' }, ...governs],
  'oneC.listPostings': [{ month }, ...reads],
  'oneC.startExport': [{ month, format: 'xlsx' }, ...asks('oneC.noActs')],
}
