import { columnOf } from './column-of.ts'
import type { KeySet } from './key-set.ts'
import type { Tiers } from './tiers.ts'

/** What bills call resources, by key; where they differ the latest bill's word holds. Null asks for all of them. */
export function resourceNames(tiers: Tiers, wanted: readonly string[] | null): Map<string, string> {
  const found = new Map<string, string>()
  const asked = wanted && new Set(wanted)
  for (const keys of latestFirst(tiers)) {
    if (asked && found.size === asked.size) break
    addNames(found, keys, asked)
  }
  return found
}

function latestFirst(tiers: Tiers): Set<KeySet> {
  const parcels = tiers.live().map(({ parcelId }) => parcelId)
  return new Set([...parcels.reverse().map((id) => tiers.keysOfParcel(id)), tiers.keysOfFacts()])
}

function addNames(found: Map<string, string>, keys: KeySet, asked: ReadonlySet<string> | null): void {
  const { texts, places } = columnOf(keys, 'resource')
  const names = keys.column('resourceName')
  const isOpen = new Uint8Array(texts.length + 1)
  for (const [at, text] of texts.entries())
    if ((asked === null || asked.has(text)) && !found.has(text)) isOpen[at + 1] = 1
  for (let key = 0; key < places.length; key += 1) {
    const place = places[key] as number
    const name = names.places[key] as number
    if (isOpen[place] === 0 || name === 0) continue
    isOpen[place] = 0
    found.set(texts[place - 1] as string, names.texts[name - 1] as string)
  }
}
