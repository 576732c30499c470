import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { CubeDimension, LedgerDescription, LedgerSpan } from '#main/ports/ledger.ts'
import { columnOf } from './column-of.ts'
import type { KeySet } from './key-set.ts'
import type { Tiers } from './tiers.ts'

/** What the keys that resources have on these days say of them; of several the first that says anything. */
export function describe(
  tiers: Tiers,
  { dimensions, ...span }: LedgerSpan & { dimensions: readonly CubeDimension[] },
): LedgerDescription {
  const numbers = new Map<string, number>()
  const columns = [null, ...dimensions].map(createGathering)
  for (const keys of new Set(tiers.parts(span).map((part) => part.keys))) {
    const { texts, places } = columnOf(keys, 'resource')
    const numberOf = Int32Array.from(texts, (text) => {
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      return number
    })
    for (const column of columns) column.add(keys, places, numberOf)
  }
  const [names, ...others] = columns.map((column) => column.done(numbers.size))
  return {
    resources: [...numbers.keys()],
    names: names ?? { texts: [], places: new Int32Array(numbers.size) },
    columns: others,
  }
}

/** One column of all keys as one of resources; null gathers their names. */
function createGathering(dimension: CubeDimension | null) {
  const found = new Map<string, number>()
  let places: Int32Array = new Int32Array(0)

  const placeOf = (text: string): number => {
    const place = found.get(text) ?? found.size + 1
    found.set(text, place)
    return place
  }

  return {
    add(keys: KeySet, resources: Int32Array, numberOf: Int32Array): void {
      const own = dimension === null ? keys.column('resourceName') : columnOf(keys, dimension)
      places = longEnough(places, numberOf)
      const ownPlace = new Int32Array(own.texts.length + 1)
      for (let key = 0; key < resources.length; key += 1) {
        const resource = resources[key] as number
        const at = own.places[key] as number
        if (resource === 0 || at === 0) continue
        const number = numberOf[resource - 1] as number
        if (places[number] !== 0) continue
        if (ownPlace[at] === 0) ownPlace[at] = placeOf(own.texts[at - 1] as string)
        places[number] = ownPlace[at] as number
      }
    },
    done: (count: number): TextColumn => ({
      texts: [...found.keys()],
      places: places.length === count ? places : resized(places, count),
    }),
  }
}

function longEnough(places: Int32Array, numbers: Int32Array): Int32Array {
  const needed = numbers.reduce((most, number) => Math.max(most, number + 1), 0)
  return needed <= places.length ? places : resized(places, needed * 2)
}

function resized(places: Int32Array, count: number): Int32Array {
  const made = new Int32Array(count)
  made.set(places.subarray(0, count))
  return made
}
