import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
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
  const { placeOf, keyAt } = indexOf(columnOf(keys, dimension), names)
  for (const key of left) {
    const last = keyAt[placeOf.get(key) ?? 0] as number
    const name = last < 0 ? undefined : names.texts[(names.places[last] as number) - 1]
    if (!name) continue
    found.set(key, name)
    left.delete(key)
  }
}

type Index = { placeOf: ReadonlyMap<string, number>; keyAt: Int32Array }

const indexes = new WeakMap<TextColumn, Index>()

/** By text its place, and by place the last key that has a name; lists ask again with every window. */
function indexOf(column: TextColumn, names: TextColumn): Index {
  const known = indexes.get(column)
  if (known) return known
  const keyAt = new Int32Array(column.texts.length + 1).fill(-1)
  for (let n = 0; n < column.places.length; n += 1)
    if ((names.places[n] as number) > 0) keyAt[column.places[n] as number] = n
  keyAt[0] = -1
  const made = { placeOf: new Map(column.texts.map((text, at) => [text, at + 1])), keyAt }
  indexes.set(column, made)
  return made
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
