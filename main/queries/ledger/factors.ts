import type { CubeFactor, CubeQuestion } from '#main/ports/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import type { CutPart } from './cut-parts.ts'
import type { Lane } from './lanes.ts'
import { DAYS, type Rows } from './sums.ts'

/** Pieces of amounts and of what they are multiplied by: products leave room for hundreds of them to be added up. */
const VALUE_BITS = 22
const TIMES_BITS = 24n
const ROOM = 2 ** (VALUE_BITS + Number(TIMES_BITS))
/** Common denominators beyond this are given up for binary places enough for sums of 10^12 units. */
const MOST_EXACT = 2n ** 72n
const PLACES = 104n
/** So few factors may each have sums of their own, and nothing is multiplied before the end. */
const FEW = 4

type Factors = {
  /** What sums of products are divided by, once. */
  divisor: bigint
  /** The amounts of a part times what holds for the account and the day of each. */
  scaled(part: CutPart, rows: Rows, lanes: readonly Lane[]): Lane[]
}

/** Null where nothing is multiplied by anything but one. */
export function factorsOf({ factors, from, to }: CubeQuestion): Factors | null {
  const asked = [...(factors ?? [])].map(([id, own]) => [id, heldWithin(own, from, to)] as const)
  const all = asked.flatMap(([, own]) => own.map(({ factor }) => factor))
  if (all.every(({ up, down }) => up === down)) return null
  const exact = all.reduce((so, { down }) => (so > MOST_EXACT ? so : leastCommon(so, down)), 1n)
  const divisor = exact > MOST_EXACT ? 2n ** PLACES : exact
  // The first is one, for whoever has none.
  const times = [divisor]
  const numberOf = (up: bigint, down: bigint): number => {
    const value = (up * divisor * 2n + down) / (down * 2n)
    const known = times.indexOf(value)
    return known >= 0 ? known : times.push(value) - 1
  }
  const byAccount = new Map(
    asked.map(([id, own]) => [
      id,
      own.map(({ from, factor }) => ({ from, number: numberOf(factor.up, factor.down) })),
    ]),
  )
  return {
    divisor,
    scaled(part, rows, lanes) {
      const numbers = numbersOf(part, rows, byAccount)
      return lanes.flatMap((lane) => multiplied(lane, numbers, times))
    },
  }
}

/** What does not hold on any of the days would only make the common denominator larger. */
const heldWithin = (own: readonly CubeFactor[], from: Day, to: Day): CubeFactor[] =>
  own.flatMap(({ from: first, factor: { up, down } }, at) => {
    const next = own[at + 1]?.from
    const common = greatestCommon(up, down)
    const factor = { up: up / common, down: down / common }
    return first > to || (next !== undefined && next <= from) ? [] : [{ from: first, factor }]
  })

const greatestCommon = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommon(b, a % b))
const leastCommon = (a: bigint, b: bigint): bigint => (a / greatestCommon(a, b)) * b

type Dated = readonly { from: Day; number: number }[]

/** Of each row, which factor holds. */
function numbersOf(
  { month, segment, keys }: CutPart,
  { count, days, keys: rowKeys }: Rows,
  byAccount: ReadonlyMap<string, Dated>,
): Uint16Array {
  const numbers = new Uint16Array(count)
  if (segment) {
    const byDay = byDayOf(byAccount.get(segment.connectionId), month)
    for (let i = 0; i < count; i += 1) numbers[i] = byDay[days[i] as number] as number
    return numbers
  }
  const { texts, places } = keys.column('connectionId')
  const tables = texts.map((id) => byDayOf(byAccount.get(id), month))
  for (let i = 0; i < count; i += 1)
    numbers[i] = tables[(places[rowKeys[i] as number] as number) - 1]?.[days[i] as number] ?? 0
  return numbers
}

function byDayOf(own: Dated | undefined, month: string): Uint16Array {
  const byDay = new Uint16Array(DAYS)
  if (!own) return byDay
  for (let day = 1; day < DAYS; day += 1) {
    const on = `${month}-${day < 10 ? '0' : ''}${day}`
    byDay[day] = own.findLast(({ from }) => from <= on)?.number ?? 0
  }
  return byDay
}

function multiplied({ weight, values }: Lane, numbers: Uint16Array, times: readonly bigint[]): Lane[] {
  const used = usedTimes(numbers, times)
  const [only, ...more] = used.filter((value) => value !== 0n)
  if (times.length <= FEW && more.length === 0) return [{ weight: weight * (only ?? 1n), values }]
  const most = mostOf(values)
  const largest = Number(used.reduce((so, value) => (value > so ? value : so), 0n))
  if (most * largest < ROOM) {
    return [{ weight, values: products(values, numbers, Float64Array.from(used, Number)) }]
  }
  return piecesOf(values, most).flatMap(({ shift, pieces }) =>
    digitsOf(used).map((digits, at) => ({
      weight: weight << (shift + BigInt(at) * TIMES_BITS),
      values: products(pieces, numbers, digits),
    })),
  )
}

function products(values: Float64Array, numbers: Uint16Array, factors: Float64Array): Float64Array {
  const found = new Float64Array(values.length)
  for (let i = 0; i < found.length; i += 1)
    found[i] = (values[i] as number) * (factors[numbers[i] as number] as number)
  return found
}

/** Nothing where no row is multiplied by it: what is not used need not have room. */
function usedTimes(numbers: Uint16Array, times: readonly bigint[]): bigint[] {
  const isUsed = new Uint8Array(times.length)
  for (let i = 0; i < numbers.length; i += 1) isUsed[numbers[i] as number] = 1
  return times.map((value, at) => (isUsed[at] === 1 ? value : 0n))
}

/** Factors digit by digit, the lowest first. */
function digitsOf(times: readonly bigint[]): Float64Array[] {
  const digits: Float64Array[] = []
  let left = [...times]
  while (left.some((value) => value !== 0n)) {
    digits.push(Float64Array.from(left, (value) => Number(value % (1n << TIMES_BITS))))
    left = left.map((value) => value >> TIMES_BITS)
  }
  return digits
}

function piecesOf(values: Float64Array, most: number): { shift: bigint; pieces: Float64Array }[] {
  const unit = 2 ** VALUE_BITS
  const found: { shift: bigint; pieces: Float64Array }[] = []
  let left = values
  for (let room = most, shift = 0n; room > 0; room = Math.trunc(room / unit), shift += BigInt(VALUE_BITS)) {
    if (room < unit) {
      found.push({ shift, pieces: left })
      break
    }
    const [lower, upper] = split(left, unit)
    found.push({ shift, pieces: lower })
    left = upper
  }
  return found
}

function split(values: Float64Array, unit: number): [lower: Float64Array, upper: Float64Array] {
  const lower = new Float64Array(values.length)
  const upper = new Float64Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    const high = Math.trunc(value / unit)
    upper[i] = high
    lower[i] = value - high * unit
  }
  return [lower, upper]
}

const known = new WeakMap<Float64Array, number>()

function mostOf(values: Float64Array): number {
  const found = known.get(values)
  if (found !== undefined) return found
  let most = 0
  for (let i = 0; i < values.length; i += 1) most = Math.max(most, Math.abs(values[i] as number))
  known.set(values, most)
  return most
}
