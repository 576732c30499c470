import type { Outcome, OutcomeColumn } from '#main/core/allocation/outcome.ts'
import { PairTable } from '#main/core/ledger/pair-table.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { CubeGroup, LedgerFilter } from '#main/ports/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import { columnOf } from './column-of.ts'
import { codesOf, type Places, placesIn } from './key-codes.ts'
import { keptKeys } from './key-filter.ts'
import type { KeyDimension, KeySet } from './key-set.ts'
import type { KeyTuples } from './key-tuples.ts'
import { type KeptShare, sharesOf } from './shares.ts'
import { unitColumn } from './units.ts'
import { groupsThatHold, virtualId } from './where.ts'

/**
 * What is added up together. With `shares` it is what several rows share in, and `keys` are those of the first.
 */
export type Group = CubeGroup & { shares: readonly KeptShare[] | null }

export type SelectionAsked = {
  dimensions: readonly KeyDimension[]
  filter: LedgerFilter
  /** What sums never go over: currencies, or what quantities are counted in. */
  unit: 'currency' | 'quantity'
}

/** Keys, and the stretch that each virtual tag is asked for. */
type KeysThen = { keys: KeySet; stretches: readonly Day[] }

/** Virtual tags of one organisation (worked-columns). */
type Worked = {
  stretches(of: { id: string; from: Day; to: Day }): readonly Day[]
  column(of: { id: string; stretch: Day; keys: KeySet }): OutcomeColumn
}

const LEFT_OUT = -1
const NOBODY: Outcome = [{ part: null, weight: 1n }]

/**
 * To which group each key belongs, for one grouping and one filter: worked out once for a set of keys, so that a line
 * takes one look-up. Groups are shared by all sets of keys; a unit is always one of the things they differ in.
 */
export class Selection {
  readonly groups: Group[] = []
  /** Whether of any group several rows have a share, or not all of it is kept. */
  isShared = false
  readonly asked: SelectionAsked
  /** The virtual tags that are grouped by or asked about. */
  readonly virtualIds: readonly string[]
  /** Whether what lines of one key differ in is asked for. */
  readonly isByInvoice: boolean
  readonly #grouped: readonly string[]
  readonly #worked: Worked
  readonly tuples: KeyTuples
  readonly #units = new Map<string, number>()
  /** Of groups that are all their own, by keys and unit. */
  readonly #plain = new PairTable()
  readonly #shared = new Map<string, number>()
  readonly #known = new WeakMap<KeySet, Map<string, Int32Array>>()
  #order: Int32Array | null = null

  constructor(asked: SelectionAsked, worked: Worked, tuples: KeyTuples) {
    this.asked = asked
    this.tuples = tuples
    this.#worked = worked
    this.#grouped = idsOf(asked.dimensions)
    this.virtualIds = virtualIdsOf(asked)
    this.isByInvoice = dimensionsIn(asked).includes('invoice')
  }

  /** Of each virtual tag the first days of the stretches that the days fall into. */
  stretchesOf({ from, to }: { from: Day; to: Day }): (readonly Day[])[] {
    return this.virtualIds.map((id) => this.#worked.stretches({ id, from, to }))
  }

  groupsOf({ keys, stretches }: KeysThen): Int32Array {
    const at = stretches.join()
    const known = this.#known.get(keys) ?? new Map<string, Int32Array>()
    this.#known.set(keys, known)
    const found = known.get(at)
    if (found) return found
    const base = keys.base?.keys ?? keys
    const columns = this.virtualIds.map((id, n) =>
      this.#worked.column({ id, stretch: stretches[n] as Day, keys: base }),
    )
    // Stretches between which nothing changed have the same columns, and need not be kept twice.
    const made = keptWith(columns, known) ?? this.#combine(keys, columns.map(outcomesFor(keys)))
    madeWith.set(made, columns)
    known.set(at, made)
    return made
  }

  /** The groups in the order of their keys, what lacks one first. */
  order(): Int32Array {
    if (this.#order?.length === this.groups.length) return this.#order
    const byNumber = this.asked.dimensions.map((dimension) => dimension === 'inventoryId')
    const numbers = Int32Array.from(this.groups.keys())
    this.#order = numbers.sort((a, b) => compareGroups(this.groups[a], this.groups[b], byNumber))
    return this.#order
  }

  #combine(keys: KeySet, outcomes: readonly OutcomeColumn[]): Int32Array {
    const { dimensions, filter, unit } = this.asked
    const plain = dimensions.map((dimension) =>
      virtualId(dimension) === null ? columnOf(keys, dimension) : null,
    )
    const units = unitColumn(keys, unit)
    const held = groupsThatHold(keys, filter.where)
    const kept = keptOf(keys, filter, held)
    if (outcomes.length === 0) {
      const columns = plain.filter((column) => column !== null)
      return this.#numbered(this.tuples.of(keys, columns, keys.size), units, kept)
    }
    const { codes, firsts } = codesOf(
      [
        ...[...plain, units].flatMap((column) => (column ? [placesIn(column)] : [])),
        ...outcomes.map(placesOfOutcomes),
        ...(held ? [placesOfBits(held)] : []),
      ],
      kept,
      keys.size,
    )
    const sharesAt = this.#sharesBy(outcomes, held, keys.size)
    const numbers = Int32Array.from(firsts, (n) => {
      const said = plain.map((column) => column && textAt(column, n))
      return this.#groupOf({ said, unit: textAt(units, n) ?? '', shares: sharesAt(n) })
    })
    return codes.map((code) => (code < 0 ? LEFT_OUT : (numbers[code] as number)))
  }

  /** Where nothing is shared: each kept key by what it is called and its unit. */
  #numbered(tuples: Int32Array, { texts, places }: TextColumn, kept: Uint8Array): Int32Array {
    const units = ['', ...texts]
    const own = units.map((unit) => this.#placeOfUnit(unit))
    const groups = new Int32Array(tuples.length).fill(LEFT_OUT)
    for (let n = 0; n < groups.length; n += 1) {
      if (kept[n] === 0) continue
      const at = places[n] as number
      groups[n] = this.#plainOf(tuples[n] as number, units[at] as string, own[at])
    }
    return groups
  }

  /** The shares of a key: keys for which virtual tags say the same have the same. */
  #sharesBy(
    outcomes: readonly OutcomeColumn[],
    held: Int32Array | null,
    size: number,
  ): (key: number) => readonly KeptShare[] {
    const where = this.asked.filter.where ?? []
    const asked = { ids: this.virtualIds, grouped: this.#grouped, where }
    const { codes, firsts } = codesOf(
      [...outcomes.map(placesOfOutcomes), ...(held ? [placesOfBits(held)] : [])],
      null,
      size,
    )
    const made = firsts.map((n) =>
      sharesOf(
        asked,
        outcomes.map((column) => outcomeAt(column, n)),
        held?.[n] ?? 0,
      ),
    )
    return (key) => made[codes[key] as number] ?? []
  }

  #groupOf(of: { said: (string | null)[]; unit: string; shares: readonly KeptShare[] }): number {
    const { said, unit, shares } = of
    const kept = shares.filter(({ parts }) => parts !== null)
    if (kept.length === 0) return LEFT_OUT
    const full = (parts: KeptShare['parts']): (string | null)[] => {
      let at = 0
      return this.asked.dimensions.map((dimension, n) =>
        virtualId(dimension) === null ? (said[n] ?? null) : (parts?.[at++] ?? null),
      )
    }
    const [only] = kept
    if (only && shares.length === 1) return this.#plainOf(this.tuples.numberOf(full(only.parts)), unit)
    return this.#sharedOf(
      shares.map(({ parts, weight }) => ({ parts: parts && this.tuples.one(full(parts)), weight })),
      unit,
    )
  }

  #placeOfUnit(unit: string): number {
    const place = this.#units.get(unit) ?? this.#units.size
    this.#units.set(unit, place)
    return place
  }

  #plainOf(tuple: number, unit: string, place = this.#placeOfUnit(unit)): number {
    const known = this.#plain.find(tuple, place)
    if (known >= 0) return known
    const number = this.groups.push({ keys: this.tuples.at(tuple), number: tuple, unit, shares: null }) - 1
    this.#plain.put(tuple, place, number)
    return number
  }

  #sharedOf(shares: readonly KeptShare[], unit: string): number {
    const rows = shares.map(({ parts, weight }) => [parts && this.tuples.numberOf(parts), String(weight)])
    const id = JSON.stringify([unit, rows])
    const known = this.#shared.get(id)
    if (known !== undefined) return known
    const keys = shares.find(({ parts }) => parts !== null)?.parts ?? []
    const number = this.groups.push({ keys, number: this.tuples.numberOf(keys), unit, shares }) - 1
    this.#shared.set(id, number)
    this.isShared = true
    return number
  }
}

const madeWith = new WeakMap<Int32Array, readonly OutcomeColumn[]>()

function keptWith(columns: readonly OutcomeColumn[], known: Map<string, Int32Array>): Int32Array | undefined {
  if (columns.length === 0) return undefined
  return [...known.values()].find((made) => madeWith.get(made)?.every((column, at) => column === columns[at]))
}

const idsOf = (dimensions: readonly KeyDimension[]): string[] =>
  dimensions.flatMap((dimension) => virtualId(dimension) ?? [])

/** What is grouped by and what is asked about. */
const dimensionsIn = ({ dimensions, filter }: SelectionAsked): KeyDimension[] => [
  ...dimensions,
  ...(filter.where ?? []).flat().map(({ dimension }) => dimension),
]

export const virtualIdsOf = (asked: SelectionAsked): string[] => [...new Set(idsOf(dimensionsIn(asked)))]

/** Of keys that are told apart by more than rules look at. */
const outcomesFor =
  ({ base }: KeySet) =>
  ({ outcomes, places }: OutcomeColumn): OutcomeColumn => ({
    outcomes,
    places: base?.of ? base.of.map((key) => places[key] as number) : places,
  })

const textAt = ({ texts, places }: TextColumn, n: number): string | null =>
  texts[(places[n] as number) - 1] ?? null

const outcomeAt = ({ outcomes, places }: OutcomeColumn, n: number): Outcome =>
  outcomes[(places[n] as number) - 1] ?? NOBODY

const placesOfOutcomes = ({ outcomes, places }: OutcomeColumn): Places => ({
  count: outcomes.length + 1,
  places,
})

const placesOfBits = (bits: Int32Array): Places => ({
  count: bits.reduce((most, one) => Math.max(most, one), 0) + 1,
  places: bits,
})

/** Without a currency there is no such key. */
function keptOf(keys: KeySet, filter: LedgerFilter, held: Int32Array | null): Uint8Array {
  const kept = keptKeys(keys, filter) ?? new Uint8Array(keys.size).fill(1)
  const { places } = keys.column('currency')
  for (let n = 0; n < kept.length; n += 1)
    if (places[n] === 0 || (held !== null && held[n] === 0)) kept[n] = 0
  return kept
}

function compareGroups(a: Group | undefined, b: Group | undefined, byNumber: readonly boolean[]): number {
  if (!a || !b) return 0
  for (const [at, isNumber] of byNumber.entries()) {
    const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null, isNumber)
    if (order !== 0) return order
  }
  return compareText(a.unit, b.unit)
}

export function compareKeys(a: string | null, b: string | null, isNumber: boolean): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  return isNumber ? Number(a) - Number(b) : compareText(a, b)
}
