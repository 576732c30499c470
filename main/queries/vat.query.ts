import { and, eq, isNull } from 'drizzle-orm'
import { type DatedFactor, usualTerms, vatFactors } from '#main/core/explorer/vat.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { vatTerms } from '#main/store/schema/views.ts'
import type { VatMode } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { isKnown } from './inventory.ts'
import { compareNames } from './order.ts'
import type { Scope } from './scope.ts'

type Item = CallOutput<'vat.list'>['items'][number]

/** How the tax stands in the bills of each account: as somebody has said, else as is usual for its provider. */
export function listVat({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>): CallOutput<'vat.list'> {
  const rows = db
    .select({
      connectionId: connections.id,
      name: connections.name,
      provider: connections.provider,
      isIncluded: vatTerms.isIncluded,
      scheme: vatTerms.scheme,
    })
    .from(connections)
    .leftJoin(vatTerms, eq(vatTerms.connectionId, connections.id))
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs), isKnown))
    .all()
  const items = rows.map(({ isIncluded, scheme, ...account }): Item => {
    if (isIncluded === null || scheme === null)
      return { ...account, ...usualTerms(account.provider), isAssumed: true }
    return { ...account, isIncluded, scheme, isAssumed: false }
  })
  return { items: items.sort((a, b) => compareNames(a.name, b.name)) }
}

/** What each account's amounts are multiplied by, and whose terms nobody has confirmed. */
export function readVat(
  scope: Pick<Scope, 'db' | 'workspaceId'>,
  mode: VatMode,
): { factors: Map<string, DatedFactor[]>; assumed: Item[] } {
  if (mode === 'asBilled') return { factors: new Map(), assumed: [] }
  const { items } = listVat(scope)
  const factors = items.map((item) => [item.connectionId, vatFactors(item, mode)] as const)
  return {
    factors: new Map(factors.filter(([, own]) => own.length > 0)),
    assumed: items.filter(({ isAssumed }) => isAssumed),
  }
}
