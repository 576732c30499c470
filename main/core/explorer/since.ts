import type { Day } from '#shared/lib/day.ts'

/** The first day that lies nearer to what it came to be than to what it was; the days stand in order. */
export function firstShifted(
  days: readonly { day: Day; value: number }[],
  before: number,
  after: number,
): Day | null {
  if (before === after) return null
  return days.find(({ value }) => Math.abs(value - after) < Math.abs(value - before))?.day ?? null
}
