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
  readonly #read = new WeakMap<object, { columns: readonly TextColumn[]; numbers: Int32Array }>()

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

  /** What the columns say together of each of the keys. */
  of(keys: object, columns: readonly TextColumn[], size: number): Int32Array {
    const known = this.#read.get(keys)
    if (known?.columns.every((column, at) => column === columns[at])) return known.numbers
    const numbers = new Int32Array(size)
    for (const [at, { texts, places }] of columns.entries()) {
      const place = this.#place(at)
      const own = Int32Array.from([null, ...texts], (text) => textIn(place, text))
      for (let n = 0; n < size; n += 1)
        numbers[n] = tupleIn(place, numbers[n] as number, own[places[n] as number] as number)
    }
    for (let n = 0; n < size; n += 1)
      this.#all[numbers[n] as number] ??= columns.map(
        ({ texts, places }) => texts[(places[n] as number) - 1] ?? null,
      )
    this.#read.set(keys, { columns, numbers })
    return numbers
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
