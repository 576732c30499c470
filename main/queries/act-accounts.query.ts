import { and, eq, isNull } from 'drizzle-orm'
import { connections } from '#main/store/schema/inventory.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { isKnown } from './inventory.ts'
import { sumsOfMonth } from './months-sums.ts'
import type { Scope } from './scope.ts'

/** The accounts that a document may belong to. */
export const listActAccounts = ({
  db,
  workspaceId,
}: Pick<Scope, 'db' | 'workspaceId'>): { id: string; provider: Provider; ref: string; name: string }[] =>
  db
    .select({
      id: connections.id,
      provider: connections.provider,
      ref: connections.accountRef,
      name: connections.name,
    })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs), isKnown))
    .all()

/** What each account was billed in a month, in one currency. */
export function billedOf(scope: Scope, month: string, currency: Currency): Map<string, bigint> {
  const billed = new Map<string, bigint>()
  for (const sum of sumsOfMonth(scope, month))
    if (sum.currency === currency)
      billed.set(sum.connectionId, (billed.get(sum.connectionId) ?? 0n) + sum.femtos)
  return billed
}
