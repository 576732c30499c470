import type { Day } from '#shared/lib/day.ts'
import { addMonths, daysBetween, daysInMonth, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { divideHalfAway } from '#shared/lib/decimal.ts'

/** Days that a bar stands for; both ends belong to it. */
type Bin = { from: Day; to: Day }

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** As much of a bin as lies within the days that were asked for. */
export const within = (bin: Bin, range: Bin): Bin => ({
  from: later(bin.from, range.from),
  to: earlier(bin.to, range.to),
})

/** Nothing is cut off it, and all its days are over and have costs. */
export const isWholeBin = (bin: Bin, range: Bin, lastFull: Day | null): boolean =>
  bin.from >= range.from && bin.to <= range.to && lastFull !== null && bin.to <= lastFull

/** A month's limit by its days: a bin gets of each month as much as it has days of it, to the femto. */
export function prorated(monthly: bigint, bin: Bin): bigint {
  let sum = 0n
  for (let first = firstOfMonth(bin.from); first <= bin.to; first = addMonths(first, 1)) {
    const part = within({ from: first, to: lastOfMonth(first) }, bin)
    // The sum until the last day less the sum until the first: the parts of a month add up to its limit.
    const until = (days: number): bigint => divideHalfAway(monthly * BigInt(days), BigInt(daysInMonth(first)))
    sum += until(daysBetween(first, part.to) + 1) - until(daysBetween(first, part.from))
  }
  return sum
}

/** Each with all before it. */
export function running(amounts: readonly bigint[]): bigint[] {
  let sum = 0n
  return amounts.map((amount) => (sum += amount))
}
