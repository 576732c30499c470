import { placeNames } from './name-places.ts'
import type { TagColumn } from './tags.ts'

const kept = new WeakMap<TagColumn, Float64Array>()

/** The place of each row by how many tags it has and then by the first of them, 0 where it has none. */
export function tagPlaces(tags: TagColumn): Float64Array {
  const known = kept.get(tags)
  if (known) return known
  const { starts, firsts, labels } = tags
  const places = placeNames(labels)
  const combined = Float64Array.from(firsts, (code, row) => {
    const count = (starts[row + 1] ?? 0) - (starts[row] ?? 0)
    return count === 0 ? 0 : count * (labels.length + 1) + (places[code] ?? 0)
  })
  kept.set(tags, combined)
  return combined
}
