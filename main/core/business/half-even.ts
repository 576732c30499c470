import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'

/** Unit costs have six places: a request may cost less than a hundredth of a kopeck. */
const STEP = FEMTOS_PER_UNIT / 1_000_000n

/** Division rounded half to even, so that many small unit costs do not all err to the same side. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError('division by zero')
  const isNegative = dividend < 0n !== divisor < 0n
  const a = dividend < 0n ? -dividend : dividend
  const b = divisor < 0n ? -divisor : divisor
  const whole = a / b
  const twice = (a % b) * 2n
  const isUp = twice > b || (twice === b && whole % 2n === 1n)
  const rounded = isUp ? whole + 1n : whole
  return isNegative ? -rounded : rounded
}

/** An exact fraction (of femtos by femtos) as femtos with six places. */
export const toSixPlaces = (up: bigint, down: bigint): bigint => divideHalfEven(up * 1_000_000n, down) * STEP

/** Fractions over one divisor as femtos with six places that add up to `total`, itself of six places. */
export function splitSixPlaces(ups: readonly bigint[], down: bigint, total: bigint): bigint[] {
  const parts = ups.map((up) => divideFloor(up * 1_000_000n, down))
  const lost = ups.map((up, at) => up * 1_000_000n - (parts[at] ?? 0n) * down)
  let over = total / STEP - parts.reduce((sum, part) => sum + part, 0n)
  // What rounding leaves over goes to those that lost most by it, the earlier first.
  const order = [...lost.keys()].sort((a, b) => {
    const difference = (lost[b] ?? 0n) - (lost[a] ?? 0n)
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b
  })
  for (let at = 0; over !== 0n && order.length > 0; at = (at + 1) % order.length) {
    const place = order[at] ?? 0
    const one = over > 0n ? 1n : -1n
    parts[place] = (parts[place] ?? 0n) + one
    over -= one
  }
  return parts.map((part) => part * STEP)
}

/** For a divisor above zero. */
function divideFloor(dividend: bigint, divisor: bigint): bigint {
  const whole = dividend / divisor
  return dividend < 0n && dividend % divisor !== 0n ? whole - 1n : whole
}
