import type { LedgerSpan } from '#main/ports/ledger.ts'
import type { LedgerFilterInput } from '#shared/contract/ledger.ts'
import type { Scope } from './scope.ts'

/** A filter as the page says it, as the ledger is asked. */
export const spanOf = ({ workspaceId }: Pick<Scope, 'workspaceId'>, input: LedgerFilterInput): LedgerSpan => {
  const { from, to, ...filter } = input
  return { workspaceId, from, to, filter }
}
