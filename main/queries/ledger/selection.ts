import { compareText } from '#main/core/rules/exact.ts'
import type { LedgerFilter } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { keptKeys } from './key-filter.ts'
import { columnOf, type KeyDimension, type KeySet } from './key-set.ts'

export type Group = { keys: (string | null)[]; currency: Currency }

/** More combinations than this are looked up, fewer have a place each. */
const MOST_PLACES = 2 ** 22
const UNSEEN = -2
const LEFT_OUT = -1

/**
 * To which group each key belongs, for one grouping and one filter: worked out once for a set of keys, so that a line
 * takes one look-up. Groups are shared by all sets of keys; a currency is always one of the things they differ in.
 */
export class Selection {
  readonly groups: Group[] = []
  readonly #dimensions: readonly KeyDimension[]
  readonly #filter: LedgerFilter
  readonly #tagKey: string | undefined
  readonly #numbers = new Map<string, number>()
  readonly #known = new WeakMap<KeySet, Int32Array>()
  #order: Int32Array | null = null

  constructor(dimensions: readonly KeyDimension[], filter: LedgerFilter, tagKey: string | undefined) {
    this.#dimensions = dimensions
    this.#filter = filter
    this.#tagKey = tagKey
  }

  groupsOf(keys: KeySet): Int32Array {
    const known = this.#known.get(keys)
    if (known) return known
    const made = this.#combine(keys)
    this.#known.set(keys, made)
    return made
  }

  /** The groups in the order of their keys, what lacks one first. */
  order(): Int32Array {
    if (this.#order?.length === this.groups.length) return this.#order
    const byNumber = this.#dimensions.map((dimension) => dimension === 'resource')
    const numbers = Int32Array.from(this.groups.keys())
    this.#order = numbers.sort((a, b) => compareGroups(this.groups[a], this.groups[b], byNumber))
    return this.#order
  }

  #combine(keys: KeySet): Int32Array {
    const columns = this.#dimensions.map((dimension) => columnOf(keys, dimension, this.#tagKey))
    const currency = keys.column('currency')
    const all = [...columns, currency]
    const isCurrency = this.#filter.currencies && new Set<string>(this.#filter.currencies)
    const kept = keptKeys(keys, this.#filter)
    const combinations = all.reduce((product, { texts }) => product * (texts.length + 1), 1)
    const seen = combinations <= MOST_PLACES ? placesOf(combinations) : looked()
    const groups = new Int32Array(keys.size)
    for (let n = 0; n < groups.length; n += 1) {
      groups[n] = LEFT_OUT
      if ((kept !== null && kept[n] === 0) || currency.places[n] === 0) continue
      let combination = 0
      for (const { texts, places } of all)
        combination = combination * (texts.length + 1) + (places[n] as number)
      let group = seen.get(combination)
      if (group === UNSEEN) {
        const said = all.map(({ texts, places }) => texts[(places[n] as number) - 1] ?? null)
        group = isCurrency && !isCurrency.has(said.at(-1) ?? '') ? LEFT_OUT : this.#numberOf(said)
        seen.set(combination, group)
      }
      groups[n] = group
    }
    return groups
  }

  #numberOf(said: (string | null)[]): number {
    // Neither stands in a text that can be read.
    const id = said.map((text) => text ?? '\u0001').join('\u0000')
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.groups.length
    this.#numbers.set(id, number)
    this.groups.push({ keys: said.slice(0, -1), currency: said.at(-1) as Currency })
    return number
  }
}

function placesOf(count: number) {
  const places = new Int32Array(count).fill(UNSEEN)
  return {
    get: (at: number): number => places[at] as number,
    set: (at: number, group: number): void => {
      places[at] = group
    },
  }
}

function looked() {
  const found = new Map<number, number>()
  return {
    get: (at: number): number => found.get(at) ?? UNSEEN,
    set: (at: number, group: number): void => void found.set(at, group),
  }
}

function compareGroups(a: Group | undefined, b: Group | undefined, byNumber: readonly boolean[]): number {
  if (!a || !b) return 0
  for (const [at, isNumber] of byNumber.entries()) {
    const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null, isNumber)
    if (order !== 0) return order
  }
  return compareText(a.currency, b.currency)
}

export function compareKeys(a: string | null, b: string | null, isNumber: boolean): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  return isNumber ? Number(a) - Number(b) : compareText(a, b)
}
