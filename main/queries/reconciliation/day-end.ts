import { addDays, type Day, dayInZone } from '#shared/lib/day.ts'

const STEP_MS = 900_000
const MOST_OFFSET_MS = 14 * 3_600_000

/** The moment at which a day is over in a time zone. */
export function dayEndMs(day: Day, timeZone: string): number {
  const next = addDays(day, 1)
  let atMs = Date.parse(`${next}T00:00:00Z`) - MOST_OFFSET_MS
  while (dayInZone(atMs, timeZone) < next) atMs += STEP_MS
  return atMs
}
