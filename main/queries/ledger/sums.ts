import type { Lane } from './lanes.ts'

/** Rows to add up: the day of the month and the key of each, and how many lines it stands for. */
export type Rows = {
  count: number
  days: Uint8Array
  keys: Int32Array
  lines: Int32Array
  /** Hours of the billing day, 24 for what has none; where hours are asked for. */
  hours?: Uint8Array
}

/** Which of them go where: keys by group, days of the month by bin (below zero: left out); so many bins a group. */
type Places = { groups: Int32Array; bins: Int32Array; stride: number }

/** Whole numbers of this size and one more below 2^53 add up to what a double still holds exactly. */
const FULL = 2 ** 52
/** Slots of a group when days are kept apart. */
export const DAYS = 32
/** Remainders by less than this multiply to what a double still holds exactly. */
const SMALL_DIVISOR = 2n ** 26n

type Open = { weight: bigint; sums: Float64Array; spilled: Map<number, bigint> }

/**
 * Exact sums by slot: doubles that hold whole numbers for as long as they can, and bigints for what goes beyond. With a
 * divisor each slot is rounded by it once, to the even of two that are equally near.
 */
export class Sums {
  readonly lines: Int32Array
  readonly #size: number
  readonly #divisor: bigint
  readonly #open = new Map<bigint, Open>()

  constructor(size: number, divisor = 1n) {
    this.#size = size
    this.#divisor = divisor
    this.lines = new Int32Array(size)
  }

  add(rows: Rows, lanes: readonly Lane[], places: Places): void {
    if (isApart(rows.keys, places.groups)) return
    let { lines } = rows
    for (const { weight, values } of lanes) {
      const open = this.#laneOf(weight)
      if (rows.hours) addHours(open, this.lines, { ...rows, hours: rows.hours, lines, values }, places)
      else addLane(open, this.lines, { ...rows, lines, values }, places)
      lines = noneOf(rows.count)
    }
  }

  femtos(slot: number): bigint {
    return divideHalfEven(this.#undivided(slot), this.#divisor)
  }

  /** As near as a double gets, of so many slots together: to find what is worth an exact look. */
  roughly(stride = 1): Float64Array {
    const rough = new Float64Array(this.#size / stride)
    for (const { weight, sums, spilled } of this.#open.values()) {
      const unit = Number(weight) / Number(this.#divisor)
      for (let at = 0, slot = 0; at < rough.length; at += 1) {
        let sum = 0
        for (const end = slot + stride; slot < end; slot += 1) sum += sums[slot] as number
        rough[at] = (rough[at] as number) + sum * unit
      }
      for (const [slot, sum] of spilled) {
        const at = Math.floor(slot / stride)
        rough[at] = (rough[at] as number) + Number(sum) * unit
      }
    }
    return rough
  }

  /**
   * The exact sum of many groups of slots by what they are sorted into (below zero: nothing), `count` of such heaps;
   * slots of a group stay apart.
   */
  heaps(heapOf: Int32Array, count: number, stride = 1): bigint[] {
    const totals = new Array<bigint>(count * stride).fill(0n)
    const add = (place: number, sum: bigint): void => {
      totals[place] = (totals[place] ?? 0n) + sum
    }
    for (const { weight, sums, spilled } of this.#open.values()) {
      const open = new Float64Array(totals.length)
      for (let group = 0, slot = 0; group < heapOf.length; group += 1, slot += stride) {
        const heap = heapOf[group] as number
        if (heap < 0) continue
        for (let bin = 0, place = heap * stride; bin < stride; bin += 1, place += 1) {
          const before = open[place] as number
          const value = sums[slot + bin] as number
          const sum = before + value
          if (sum < FULL && sum > -FULL) open[place] = sum
          else {
            add(place, BigInt(before) * weight)
            open[place] = value
          }
        }
      }
      for (const [place, sum] of open.entries()) if (sum !== 0) add(place, BigInt(sum) * weight)
      for (const [slot, sum] of spilled) {
        const heap = heapOf[Math.floor(slot / stride)] as number
        if (heap >= 0) add(heap * stride + (slot % stride), sum * weight)
      }
    }
    if (this.#divisor === 1n) return totals
    for (const [place, rest] of this.#rests(heapOf, totals.length, stride).entries()) add(place, -rest)
    return totals.map((total) => total / this.#divisor)
  }

  /** By heap, what rounding takes from the slots or adds to them; so a heap is the sum of its slots as they are told. */
  #rests(heapOf: Int32Array, count: number, stride: number): bigint[] {
    const rests = new Array<bigint>(count).fill(0n)
    const left = this.#remainders()
    const divisor = Number(this.#divisor)
    const open = new Float64Array(count)
    for (let slot = 0; slot < this.#size; slot += 1) {
      const heap = heapOf[Math.floor(slot / stride)] as number
      if (heap < 0) continue
      const place = heap * stride + (slot % stride)
      const rest = left ? (left[slot] as number) : -1
      if (rest < 0 || rest * 2 === divisor) {
        const whole = this.#undivided(slot)
        rests[place] = (rests[place] ?? 0n) + whole - divideHalfEven(whole, this.#divisor) * this.#divisor
      } else open[place] = (open[place] as number) + (rest * 2 < divisor ? rest : rest - divisor)
    }
    return rests.map((rest, place) => rest + BigInt(open[place] as number))
  }

  /** Of each slot, from zero up; null where a double would not do. */
  #remainders(): Float64Array | null {
    if (this.#divisor >= SMALL_DIVISOR) return null
    const divisor = Number(this.#divisor)
    const left = new Float64Array(this.#size)
    for (const { weight, sums, spilled } of this.#open.values()) {
      const unit = Number(weight % this.#divisor)
      if (unit !== 0)
        for (let slot = 0; slot < left.length; slot += 1)
          left[slot] = (left[slot] as number) + ((((sums[slot] as number) % divisor) * unit) % divisor)
      for (const [slot, sum] of spilled)
        left[slot] = (left[slot] as number) + Number((sum * weight) % this.#divisor)
    }
    for (let slot = 0; slot < left.length; slot += 1) {
      const rest = (left[slot] as number) % divisor
      left[slot] = rest < 0 ? rest + divisor : rest
    }
    return left
  }

  #undivided(slot: number): bigint {
    let total = 0n
    for (const { weight, sums, spilled } of this.#open.values()) {
      const sum = sums[slot] as number
      if (sum !== 0) total += BigInt(sum) * weight
      if (spilled.size > 0) total += (spilled.get(slot) ?? 0n) * weight
    }
    return total
  }

  #laneOf(weight: bigint): Open {
    const known = this.#open.get(weight)
    if (known) return known
    const made: Open = { weight, sums: new Float64Array(this.#size), spilled: new Map() }
    this.#open.set(weight, made)
    return made
  }
}

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 1n) return dividend
  let quotient = dividend / divisor
  let rest = dividend % divisor
  if (rest < 0n) {
    quotient -= 1n
    rest += divisor
  }
  const twice = rest * 2n
  return twice > divisor || (twice === divisor && quotient % 2n !== 0n) ? quotient + 1n : quotient
}

type Range = { least: number; most: number }
const keyRanges = new WeakMap<Int32Array, Range>()
const groupRanges = new WeakMap<Int32Array, Range>()

/** Whether no row can have a group: keys of an account stand together, and a filter often keeps a few of them. */
function isApart(keys: Int32Array, groups: Int32Array): boolean {
  const own = keyRanges.get(keys) ?? rangeOf(keys)
  keyRanges.set(keys, own)
  const kept = groupRanges.get(groups) ?? {
    least: groups.findIndex((group) => group >= 0),
    most: groups.findLastIndex((group) => group >= 0),
  }
  groupRanges.set(groups, kept)
  return kept.least < 0 || own.most < kept.least || own.least > kept.most
}

function rangeOf(keys: Int32Array): Range {
  const range = { least: Number.POSITIVE_INFINITY, most: -1 }
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number
    if (key < range.least) range.least = key
    if (key > range.most) range.most = key
  }
  return range
}

type Column = Rows & { values: Float64Array }

function addLane(
  { sums, spilled }: Open,
  total: Int32Array,
  { count, days, keys, lines, values }: Column,
  { groups, bins, stride }: Places,
): void {
  for (let i = 0; i < count; i += 1) {
    const bin = bins[days[i] as number] as number
    if (bin < 0) continue
    const group = groups[keys[i] as number] as number
    if (group < 0) continue
    const slot = group * stride + bin
    const before = sums[slot] as number
    const value = values[i] as number
    const sum = before + value
    if (sum < FULL && sum > -FULL) sums[slot] = sum
    else {
      spilled.set(slot, (spilled.get(slot) ?? 0n) + BigInt(before))
      sums[slot] = value
    }
    total[slot] = (total[slot] as number) + (lines[i] as number)
  }
}

/** The same with an hour beside the day; apart, as the one above is what most questions are. */
function addHours(
  { sums, spilled }: Open,
  total: Int32Array,
  { count, days, keys, lines, values, hours }: Column & { hours: Uint8Array },
  { groups, bins, stride }: Places,
): void {
  for (let i = 0; i < count; i += 1) {
    const bin = bins[days[i] as number] as number
    if (bin < 0) continue
    const group = groups[keys[i] as number] as number
    if (group < 0) continue
    const slot = group * stride + bin + (hours[i] as number)
    const before = sums[slot] as number
    const value = values[i] as number
    const sum = before + value
    if (sum < FULL && sum > -FULL) sums[slot] = sum
    else {
      spilled.set(slot, (spilled.get(slot) ?? 0n) + BigInt(before))
      sums[slot] = value
    }
    total[slot] = (total[slot] as number) + (lines[i] as number)
  }
}

let ones = new Int32Array(0)
let zeros = new Int32Array(0)

/** Each row is a line. */
export function onesOf(count: number): Int32Array {
  if (ones.length < count) ones = new Int32Array(Math.max(count, ones.length * 2)).fill(1)
  return ones
}

/** They are counted already. */
function noneOf(count: number): Int32Array {
  if (zeros.length < count) zeros = new Int32Array(Math.max(count, zeros.length * 2))
  return zeros
}
