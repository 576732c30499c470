import type { LedgerSpan } from '#main/ports/ledger.ts'
import type { LedgerFilterInput } from '#shared/contract/ledger.ts'
import { whereOf } from './ledger-where.ts'
import type { Scope } from './scope.ts'

/** A filter as the page says it, as the ledger is asked. */
export const spanOf = (scope: Pick<Scope, 'db' | 'workspaceId'>, input: LedgerFilterInput): LedgerSpan => {
  const { from, to, where, ...filter } = input
  const kept = where && where.length > 0 ? { ...filter, where: whereOf(scope, where) } : filter
  return { workspaceId: scope.workspaceId, from, to, filter: kept }
}
