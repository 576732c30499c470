import { aggregateLedger } from '#main/queries/ledger-aggregate.query.ts'
import { listLines } from '#main/queries/ledger-lines.query.ts'
import { getTotals } from '#main/queries/ledger-totals.query.ts'
import { countResources, listLedgerValues } from '#main/queries/ledger-values.query.ts'
import type { ledger } from '#shared/contract/ledger.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const ledgerHandlers = ({ exports, focusExport, scopeOf }: Parts): HandlersOf<typeof ledger> => ({
  'ledger.listLines': (input, { session }) => listLines(scopeOf(session), input),
  'ledger.getTotals': (input, { session }) => getTotals(scopeOf(session), input),
  'ledger.aggregate': (input, { session }) => aggregateLedger(scopeOf(session), input),
  'ledger.countResources': (input, { session }) => countResources(scopeOf(session), input),
  'ledger.listValues': (input, { session }) => listLedgerValues(scopeOf(session), input),
  'ledger.startExport': (input, { session }) => focusExport.start(session, input),
  'ledger.listExports': (_, { session }) => exports.list(session),
  'ledger.cancelExport': ({ id }, { session }) => exports.cancel(session, id),
  'ledger.removeExport': ({ id }, { session }) => exports.remove(session, id),
})
