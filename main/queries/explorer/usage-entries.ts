import { compareExact, compareText } from '#main/core/rules/exact.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import type { Scope } from '../scope.ts'
import { foldText } from '../search.ts'
import { billNames } from './bill-names.ts'
import type { Kept } from './kept-answers.ts'
import { allResources, type InventoryResource, resourceOf } from './resource-names.ts'

/** What one resource costs; a volume that was merged into a server is part of the server. */
export type UsageEntry = {
  key: string
  name: string
  resource: InventoryResource | null
  connectionId: string
  currency: Currency
  cost: bigint
}

const made = new WeakMap<Kept, UsageEntry[]>()

/** Dearest first, the organisation's own currency before others. */
export function usageEntries(scope: Scope, kept: Kept): UsageEntry[] {
  const known = made.get(kept)
  if (known) return known
  const inventory = allResources(scope)
  const { rows, now } = kept.answer
  const found = new Map<string, UsageEntry>()
  for (const [row, [key = null]] of rows.keys.entries()) {
    const currency = rows.units[row] ?? ''
    if (key === null || !isCurrency(currency)) continue
    const resource = inventory.get(key) ?? null
    const id = `${currency} ${resource?.id ?? key}`
    const own = found.get(id)
    if (own) own.cost += now.total(row)
    else {
      const { connectionId, ref } = resourceOf(key)
      const name = resource?.name ?? ref
      found.set(id, { key, name, resource, connectionId, currency, cost: now.total(row) })
    }
  }
  const names = billNames(scope, 'resource', unnamed(found))
  for (const entry of found.values()) if (!entry.resource) entry.name = names.get(entry.key) ?? entry.name
  const rank = ({ currency }: UsageEntry): string => (currency === scope.currency ? '' : currency)
  const entries = [...found.values()].sort(
    (a, b) => compareText(rank(a), rank(b)) || compareExact(b.cost, a.cost) || compareText(a.key, b.key),
  )
  made.set(kept, entries)
  return entries
}

const unnamed = (found: ReadonlyMap<string, UsageEntry>): string[] =>
  [...found.values()].flatMap(({ resource, key }) => (resource ? [] : [key]))

export const soughtEntries = (entries: UsageEntry[], search: string): UsageEntry[] => {
  const wanted = foldText(search)
  return wanted === '' ? entries : entries.filter(({ name }) => foldText(name).includes(wanted))
}
