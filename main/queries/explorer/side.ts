import { compareText } from '#main/core/rules/exact.ts'
import type { CubeGroup, LedgerCube } from '#main/ports/ledger.ts'
import type { DayRange } from '#shared/lib/period.ts'

type Keys = readonly (string | null)[]
export type RowBin = DayRange & { hour: number | null }
export type Heap = { total: bigint; byBin: bigint[]; lines: number }

/** A group by its keys, and by their number in the cubes of its family. */
type Numbered = Pick<CubeGroup, 'keys' | 'number'>

/**
 * Groups as the answer has them, numbered: the same rows for the days asked for and the compared ones. Those of the first
 * cube's family are told apart by its numbers, others by their texts.
 */
export class Rows {
  readonly keys: Keys[] = []
  readonly units: string[] = []
  /** In the family; -1 for those of others. */
  readonly numbers: number[] = []
  family: object | null = null
  readonly #byNumber = new Map<string, number[]>()
  readonly #byText = new Map<string, number>()
  #noted = 0

  of(group: Numbered, unit: string, family: object | null): number {
    this.family ??= family
    const isOwn = family !== null && family === this.family
    const known = isOwn ? this.#rowsOf(unit)[group.number] : this.#named(group.keys, unit)
    if (known !== undefined) return known
    const row = this.keys.push(group.keys) - 1
    this.units.push(unit)
    this.numbers.push(isOwn ? group.number : -1)
    if (isOwn) this.#rowsOf(unit)[group.number] = row
    return row
  }

  find(group: Numbered, unit: string, family: object | null): number | undefined {
    const isOwn = family !== null && family === this.family
    return isOwn ? this.#rowsOf(unit)[group.number] : this.#named(group.keys, unit)
  }

  #named(keys: Keys, unit: string): number | undefined {
    for (; this.#noted < this.keys.length; this.#noted += 1) {
      const id = textOf(this.keys[this.#noted] as Keys, this.units[this.#noted] as string)
      if (!this.#byText.has(id)) this.#byText.set(id, this.#noted)
    }
    return this.#byText.get(textOf(keys, unit))
  }

  #rowsOf(unit: string): number[] {
    const known = this.#byNumber.get(unit)
    if (known) return known
    const made: number[] = []
    this.#byNumber.set(unit, made)
    return made
  }
}

/** Neither mark stands in a text that can be read. */
const textOf = (keys: Keys, unit: string): string =>
  [...keys.map((key) => key ?? '\u0001'), unit].join('\u0000')

/** What of a cube belongs to the answer: for each of its groups the number of its row; below zero where it does not. */
export type Part = { cube: LedgerCube; rowOf(group: CubeGroup): number }

type Placed = { cube: LedgerCube; rows: Int32Array; bins: Int32Array }

/** One side of an answer: what some cubes tell, by the answer's own rows and bins. */
export class Side {
  readonly bins: readonly RowBin[]
  readonly #parts: readonly Placed[]
  readonly #rows: Rows
  #members: Members | null = null

  constructor(parts: readonly Part[], rows: Rows) {
    this.#rows = rows
    this.bins = binsOfAll(parts.flatMap(({ cube }) => shownBins(cube)))
    const places = new Map(this.bins.map((bin, at) => [binId(bin), at]))
    this.#parts = parts.map(({ cube, rowOf }) => ({
      cube,
      rows: rowsOf(cube, rowOf),
      bins: Int32Array.from(cube.bins, (bin) => places.get(binId(bin)) ?? -1),
    }))
  }

  lines(): Float64Array {
    return this.#gather(
      ({ cube }) =>
        (group) =>
          cube.lines(group),
    )
  }

  roughly(): Float64Array {
    return this.#gather(({ cube }) => {
      const rough = cube.roughly()
      return (group) => rough[group] as number
    })
  }

  /** These will be asked for by bin. */
  ahead(rows: readonly number[]): void {
    const groups = this.#parts.map(() => [] as number[])
    for (const row of rows)
      for (const { part, group } of this.#membersOf(row)) groups[this.#parts.indexOf(part)]?.push(group)
    for (const [at, { cube }] of this.#parts.entries()) cube.ahead(groups[at] ?? [])
  }

  total(row: number): bigint {
    const { first, next, starts } = this.#membersNow()
    const [only, other] = this.#parts
    let at = first[row] ?? -1
    // Of one cube a row is nearly always one group.
    if (at >= 0 && !other && next[at] === -1) return (only as Placed).cube.total(at)
    let sum = 0n
    for (; at >= 0; at = next[at] as number) {
      const place = placeOf(starts, at)
      sum += (this.#parts[place] as Placed).cube.total(at - (starts[place] as number))
    }
    return sum
  }

  amounts(row: number): bigint[] {
    const sums = this.bins.map(() => 0n)
    for (const { part, group } of this.#membersOf(row)) {
      const { cube, bins } = part
      for (let bin = 0; bin < bins.length; bin += 1) {
        const at = bins[bin] as number
        if (at >= 0) sums[at] = (sums[at] ?? 0n) + cube.femtos(group, bin)
      }
    }
    return sums
  }

  /** Of the bins until one, that one too, or of that one alone. */
  amountAt(row: number, bin: number, isRunning: boolean): bigint {
    let sum = 0n
    for (const { part, group } of this.#membersOf(row))
      for (const [own, at] of part.bins.entries())
        if (at === bin || (isRunning && at >= 0 && at < bin)) sum += part.cube.femtos(group, own)
    return sum
  }

  /** Exact sums of many rows at once; `heapOf` is by row, below zero for none. */
  heaps(heapOf: Int32Array, count: number): Heap[] {
    const heaps = Array.from({ length: count }, () => ({
      total: 0n,
      byBin: this.bins.map(() => 0n),
      lines: 0,
    }))
    for (const { cube, rows, bins } of this.#parts) {
      const own = cube.heaps(
        rows.map((row) => (row < 0 ? -1 : (heapOf[row] as number))),
        count,
      )
      for (const [at, { total, byBin, lines }] of own.entries()) {
        const heap = heaps[at] as Heap
        heap.total += total
        heap.lines += lines
        for (const [bin, amount] of byBin.entries()) {
          const place = bins[bin] as number
          if (place >= 0) heap.byBin[place] = (heap.byBin[place] ?? 0n) + amount
        }
      }
    }
    return heaps
  }

  #gather(of: (part: Placed) => (group: number) => number): Float64Array {
    const sums = new Float64Array(this.#rows.keys.length)
    for (const part of this.#parts) {
      const figure = of(part)
      for (let group = 0; group < part.rows.length; group += 1) {
        const row = part.rows[group] as number
        if (row >= 0) sums[row] = (sums[row] as number) + figure(group)
      }
    }
    return sums
  }

  #membersNow(): Members {
    this.#members ??= membersOf(this.#parts, this.#rows.keys.length)
    return this.#members
  }

  *#membersOf(row: number): Generator<{ part: Placed; group: number }> {
    const { first, next, starts } = this.#membersNow()
    for (let at = first[row] ?? -1; at >= 0; at = next[at] as number) {
      const place = placeOf(starts, at)
      const part = this.#parts[place] as Placed
      yield { part, group: at - (starts[place] as number) }
    }
  }
}

/** The groups of each row as chains: of all cubes one after another, `first` by row, `next` by group, -1 at the end. */
type Members = { first: Int32Array; next: Int32Array; starts: number[] }

/** In which of the parts that begin at these an entry stands. */
function placeOf(starts: readonly number[], at: number): number {
  let place = starts.length - 1
  while (place > 0 && (starts[place] as number) > at) place -= 1
  return place
}

function membersOf(parts: readonly Placed[], rows: number): Members {
  const starts: number[] = []
  let count = 0
  for (const part of parts) {
    starts.push(count)
    count += part.rows.length
  }
  const first = new Int32Array(rows).fill(-1)
  const next = new Int32Array(count).fill(-1)
  for (const [at, { rows: own }] of parts.entries())
    for (let group = 0; group < own.length; group += 1) {
      const row = own[group] as number
      if (row < 0) continue
      const entry = (starts[at] as number) + group
      next[entry] = first[row] as number
      first[row] = entry
    }
  return { first, next, starts }
}

function rowsOf(cube: LedgerCube, rowOf: Part['rowOf']): Int32Array {
  const rows = new Int32Array(cube.groups.length)
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = cube.lines(at) === 0 ? -1 : rowOf(cube.groups[at] as CubeGroup)
  return rows
}

const binId = ({ from, hour }: RowBin): string => `${from} ${hour ?? ''}`

/**
 * Each day has a place for what cannot be told by hour, and where nothing can, places for hours that stand empty: only
 * those are shown that something falls into.
 */
function shownBins(cube: LedgerCube): readonly RowBin[] {
  if (cube.bins.every(({ hour }) => hour === null)) return cube.bins
  const units = new Map([...new Set(cube.groups.map(({ unit }) => unit))].map((unit, at) => [unit, at]))
  const sums = cube.heaps(
    Int32Array.from(cube.groups, ({ unit }) => units.get(unit) ?? -1),
    units.size,
  )
  const isUsed = (_: RowBin, at: number): boolean => sums.some(({ byBin }) => byBin[at] !== 0n)
  const used = cube.bins.filter(isUsed)
  return used.some(({ hour }) => hour !== null) || used.length === 0
    ? cube.bins.filter((bin, at) => bin.hour !== null || isUsed(bin, at))
    : cube.bins.filter(({ hour }) => hour === null)
}

/** By day, the hours of one in their order, and last what cannot be told by hour. */
function binsOfAll(bins: readonly RowBin[]): RowBin[] {
  const found = new Map(bins.map((bin) => [binId(bin), bin]))
  const hour = (bin: RowBin): number => bin.hour ?? 24
  return [...found.values()].sort((a, b) => compareText(a.from, b.from) || hour(a) - hour(b))
}
