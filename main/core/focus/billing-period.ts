import { addMonths, day, dayInZone, daysBetween } from '#shared/lib/day.ts'
import { instantText } from './formats.ts'

const HOUR_MS = 3_600_000
const QUARTER_MS = 900_000
const known = new Map<string, { start: string; end: string }>()

/** When a day begins in a zone, to the quarter of an hour: no zone is further from UTC than fourteen hours. */
function startOfDayMs(text: string, zone: string): number {
  const wanted = day(text)
  const utcMs = Date.parse(`${wanted}T00:00:00Z`)
  let ms = utcMs - 14 * HOUR_MS
  while (daysBetween(dayInZone(ms, zone), wanted) > 0) ms += QUARTER_MS
  return ms
}

/** The calendar month (`YYYY-MM`) of the provider's zone as two instants; the end is exclusive. */
export function billingMonth(month: string, zone: string): { start: string; end: string } {
  const name = `${month} ${zone}`
  const before = known.get(name)
  if (before) return before
  const first = day(`${month}-01`)
  const made = {
    start: instantText(startOfDayMs(first, zone)),
    end: instantText(startOfDayMs(addMonths(first, 1), zone)),
  }
  known.set(name, made)
  return made
}
