type Keys = readonly (string | null)[]

/** Neither stands in a text that can be read. */
const BETWEEN = '\u0000'
const NO_TEXT = '\u0001'

/**
 * What groups are called, each different combination once: equal ones are the same object in whatever is asked about the
 * same dimensions, and nobody has to compare texts to tell.
 */
export class KeyTuples {
  readonly #numbers = new Map<string, number>()
  readonly #all: Keys[] = []

  /** The same number for the same keys. */
  numberOf(keys: Keys): number {
    const id = keys.length === 1 ? (keys[0] ?? NO_TEXT) : keys.map((key) => key ?? NO_TEXT).join(BETWEEN)
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#all.push(keys) - 1
    this.#numbers.set(id, number)
    return number
  }

  at(number: number): Keys {
    return this.#all[number] as Keys
  }

  one(keys: Keys): Keys {
    return this.at(this.numberOf(keys))
  }
}
