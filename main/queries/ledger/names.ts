import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { LedgerSpan, NamedDimension } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import type { KeySet } from './key-set.ts'
import type { Tiers } from './tiers.ts'

const NAMES: Record<NamedDimension, KeyColumnName> = {
  resource: 'resourceName',
  sku: 'skuName',
  subAccount: '+SubAccountName',
  region: '+RegionName',
}

/** What bills call things beside their numbers, by number; the file that came last has the last word. */
export function readNames(
  tiers: Tiers,
  { dimension, keys: wanted }: { dimension: NamedDimension; keys: readonly string[] },
): Map<string, string> {
  const left = new Set(wanted)
  const found = new Map<string, string>()
  const parcels = [...new Set(tiers.live().map(({ parcelId }) => parcelId))].sort((a, b) => b - a)
  for (const keys of [tiers.keysOfFacts(), ...parcels.map((id) => tiers.keysOfParcel(id))]) {
    if (left.size === 0) break
    readOf(keys, dimension, left, found)
  }
  return found
}

function readOf(
  keys: KeySet,
  dimension: NamedDimension,
  left: Set<string>,
  found: Map<string, string>,
): void {
  const names = keys.column(NAMES[dimension])
  if (names.texts.length === 0) return
  const { texts, places } = columnOf(keys, dimension)
  const isWanted = Uint8Array.from(['', ...texts], (text) => (left.has(text) ? 1 : 0))
  if (!isWanted.includes(1)) return
  for (let n = places.length - 1; n >= 0; n -= 1) {
    const place = places[n] as number
    const name = names.texts[(names.places[n] as number) - 1]
    if (isWanted[place] === 0 || place === 0 || !name) continue
    isWanted[place] = 0
    const key = texts[place - 1] as string
    found.set(key, name)
    left.delete(key)
  }
}

/** The keys of tags on these days, and how many resources have each. */
export function countTags(tiers: Tiers, span: LedgerSpan): Map<string, number> {
  const found = new Map<string, Set<string>>()
  for (const keys of new Set(tiers.parts(span).map((part) => part.keys))) addTags(keys, found)
  return new Map([...found].map(([key, resources]) => [key, resources.size]))
}

function addTags(keys: KeySet, found: Map<string, Set<string>>): void {
  const tags = keys.column('tags')
  const resources = columnOf(keys, 'resource')
  const keysOf = tags.texts.map((json) => Object.keys(JSON.parse(json) as object))
  // Which resources have which tag, by their places: a resource has many keys.
  const seen = new Map<string, Uint8Array>()
  for (const key of new Set(keysOf.flat())) seen.set(key, new Uint8Array(resources.texts.length + 1))
  const marks = keysOf.map((own) => own.map((key) => seen.get(key) as Uint8Array))
  for (let n = 0; n < tags.places.length; n += 1)
    for (const mark of marks[(tags.places[n] as number) - 1] ?? []) mark[resources.places[n] as number] = 1
  for (const [key, mark] of seen) {
    const own = found.get(key) ?? new Set<string>()
    found.set(key, own)
    for (let place = 1; place < mark.length; place += 1)
      if (mark[place] === 1) own.add(resources.texts[place - 1] as string)
  }
}
