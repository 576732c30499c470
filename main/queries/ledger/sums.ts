import type { Lane } from './lanes.ts'

/** Rows to add up: the day of the month and the key of each, and how many lines it stands for. */
export type Rows = { count: number; days: Uint8Array; keys: Int32Array; lines: Int32Array }

/** Which of them go where: days by bit, keys by group (below zero: left out), days apart or together. */
type Places = { mask: number; groups: Int32Array; byDay: boolean }

/** Whole numbers of this size and one more below 2^53 add up to what a double still holds exactly. */
const FULL = 2 ** 52
/** Slots of a group when days are kept apart. */
export const DAYS = 32

type Open = { weight: bigint; sums: Float64Array; spilled: Map<number, bigint> }

/** Exact sums by slot: doubles that hold whole numbers for as long as they can, and bigints for what goes beyond. */
export class Sums {
  readonly lines: Int32Array
  readonly #size: number
  readonly #open = new Map<bigint, Open>()

  constructor(size: number) {
    this.#size = size
    this.lines = new Int32Array(size)
  }

  add(rows: Rows, lanes: readonly Lane[], places: Places): void {
    let { lines } = rows
    for (const { weight, values } of lanes) {
      addLane(this.#laneOf(weight), this.lines, { ...rows, lines, values }, places)
      lines = noneOf(rows.count)
    }
  }

  femtos(slot: number): bigint {
    let total = 0n
    for (const { weight, sums, spilled } of this.#open.values()) {
      const sum = sums[slot] as number
      if (sum !== 0) total += BigInt(sum) * weight
      if (spilled.size > 0) total += (spilled.get(slot) ?? 0n) * weight
    }
    return total
  }

  /** As near as a double gets: to find what is worth an exact look. */
  roughly(): Float64Array {
    const rough = new Float64Array(this.#size)
    for (const { weight, sums, spilled } of this.#open.values()) {
      const unit = Number(weight)
      for (let slot = 0; slot < rough.length; slot += 1)
        rough[slot] = (rough[slot] as number) + (sums[slot] as number) * unit
      for (const [slot, sum] of spilled) rough[slot] = (rough[slot] as number) + Number(sum) * unit
    }
    return rough
  }

  /** The exact sum of many slots by what they are sorted into, `count` of such heaps. */
  heaps(heapOf: Uint8Array, count: number): bigint[] {
    const totals = new Array<bigint>(count).fill(0n)
    for (const { weight, sums, spilled } of this.#open.values()) {
      const open = new Float64Array(count)
      for (let slot = 0; slot < sums.length; slot += 1) {
        const heap = heapOf[slot] as number
        const before = open[heap] as number
        const value = sums[slot] as number
        const sum = before + value
        if (sum < FULL && sum > -FULL) open[heap] = sum
        else {
          totals[heap] = (totals[heap] ?? 0n) + BigInt(before) * weight
          open[heap] = value
        }
      }
      for (const [heap, sum] of open.entries()) totals[heap] = (totals[heap] ?? 0n) + BigInt(sum) * weight
      for (const [slot, sum] of spilled) {
        const heap = heapOf[slot] as number
        totals[heap] = (totals[heap] ?? 0n) + sum * weight
      }
    }
    return totals
  }

  #laneOf(weight: bigint): Open {
    const known = this.#open.get(weight)
    if (known) return known
    const made: Open = { weight, sums: new Float64Array(this.#size), spilled: new Map() }
    this.#open.set(weight, made)
    return made
  }
}

function addLane(
  { sums, spilled }: Open,
  total: Int32Array,
  { count, days, keys, lines, values }: Rows & { values: Float64Array },
  { mask, groups, byDay }: Places,
): void {
  const stride = byDay ? DAYS : 1
  const dayBits = byDay ? DAYS - 1 : 0
  for (let i = 0; i < count; i += 1) {
    const day = days[i] as number
    if (((mask >>> (day - 1)) & 1) === 0) continue
    const group = groups[keys[i] as number] as number
    if (group < 0) continue
    const slot = group * stride + (day & dayBits)
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
