import type { NamedDimension } from '#main/ports/ledger.ts'
import { chargeKeys } from '#main/store/schema/costs.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { createPart, createPerWorkspace } from '../kept.ts'
import type { Scope } from '../scope.ts'

const NAMED: Record<NamedDimension, true> = { resource: true, sku: true, subAccount: true, region: true }

export const isNamed = (dimension: CostDimension): dimension is NamedDimension =>
  Object.hasOwn(NAMED, dimension)

/** Names that were looked for, null where no bill has one. */
type Found = Map<NamedDimension, Map<string, string | null>>
const keptOf = createPerWorkspace(() => createPart<Found>([chargeKeys, parcelDays]))

/** What bills call these; each is looked for once. */
export function billNames(
  scope: Scope,
  dimension: NamedDimension,
  keys: readonly string[],
): ReadonlyMap<string, string | null> {
  const all = keptOf(scope).of(scope, () => new Map())
  const known = all.get(dimension) ?? new Map<string, string | null>()
  all.set(dimension, known)
  const unknown = keys.filter((key) => !known.has(key))
  if (unknown.length === 0) return known
  const found = scope.ledger.names({ workspaceId: scope.workspaceId, dimension, keys: unknown })
  for (const key of unknown) known.set(key, found.get(key) ?? null)
  return known
}
