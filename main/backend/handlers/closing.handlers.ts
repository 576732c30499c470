import { listClosingMonths, readClosing } from '#main/queries/closing.query.ts'
import { getOneCMapping, listPostings } from '#main/queries/one-c.query.ts'
import { getReconciliation, listReconciliation } from '#main/queries/reconciliation.query.ts'
import type { oneC as oneCContract } from '#shared/contract/one-c.ts'
import type { reconciliation as reconciliationContract } from '#shared/contract/reconciliation.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const closingHandlers = ({
  reconciliation,
  oneC,
  scopeOf,
}: Parts): HandlersOf<typeof reconciliationContract & typeof oneCContract> => ({
  'reconciliation.list': ({ month }, { session }) => listReconciliation(scopeOf(session), month),
  'reconciliation.get': (input, { session }) => getReconciliation(scopeOf(session), input),
  'reconciliation.sign': (input, { session }) => reconciliation.sign(session, scopeOf(session), input),
  'reconciliation.unsign': (input, { session }) => reconciliation.unsign(session, scopeOf(session), input),
  'closing.get': ({ month }, { session }) => readClosing(scopeOf(session), month),
  'closing.listMonths': (_, { session }) => listClosingMonths(scopeOf(session)),
  'oneC.getMapping': (_, { session }) => getOneCMapping(scopeOf(session)),
  'oneC.updateMapping': (input, { session }) => oneC.update(session, input),
  'oneC.listPostings': ({ month }, { session }) => listPostings(scopeOf(session), month),
  'oneC.startExport': (input, { session }) => oneC.startExport(session, input),
})
