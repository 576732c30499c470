import { PairTable } from '#main/core/ledger/pair-table.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'

type Keys = readonly (string | null)[]

/** Texts at one place of the tuples, and the tuples until there: by the number of the tuple before and that of the text. */
type Place = { texts: Map<string | null, number>; tuples: PairTable; count: number }

/**
 * What groups are called, each different combination once: equal ones are the same object in whatever is asked about the
 * same dimensions, and nobody has to compare texts to tell. A text is looked up once for a column, a combination by
 * numbers.
 */
export class KeyTuples {
  readonly #places: Place[] = []
  readonly #all: Keys[] = []

  /** The same number for the same keys. */
  numberOf(keys: Keys): number {
    let number = 0
    for (let at = 0; at < keys.length; at += 1) {
      const place = this.#place(at)
      number = tupleIn(place, number, textIn(place, keys[at] ?? null))
    }
    this.#all[number] ??= keys
    return number
  }

  /** Tells the numbers of what columns say together, row by row. */
  reader(columns: readonly TextColumn[]): (row: number) => number {
    const sides = columns.map(({ texts, places }, at) => {
      const place = this.#place(at)
      // Not every text is of a row that is looked at: one gets its number when it is.
      return { place, texts, places, numbers: new Int32Array(texts.length + 1).fill(-1) }
    })
    return (row) => {
      let number = 0
      for (const { place, texts, places, numbers } of sides) {
        const own = places[row] as number
        let text = numbers[own] as number
        if (text < 0) {
          text = textIn(place, texts[own - 1] ?? null)
          numbers[own] = text
        }
        number = tupleIn(place, number, text)
      }
      this.#all[number] ??= sides.map(({ texts, places }) => texts[(places[row] as number) - 1] ?? null)
      return number
    }
  }

  at(number: number): Keys {
    return this.#all[number] as Keys
  }

  one(keys: Keys): Keys {
    return this.at(this.numberOf(keys))
  }

  #place(at: number): Place {
    this.#places[at] ??= { texts: new Map(), tuples: new PairTable(), count: 0 }
    return this.#places[at]
  }
}

function textIn({ texts }: Place, text: string | null): number {
  const known = texts.get(text)
  if (known !== undefined) return known
  const number = texts.size
  texts.set(text, number)
  return number
}

function tupleIn(place: Place, before: number, text: number): number {
  const known = place.tuples.find(before, text)
  if (known >= 0) return known
  const number = place.count
  place.count += 1
  place.tuples.put(before, text, number)
  return number
}
