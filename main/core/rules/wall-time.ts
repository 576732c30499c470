import type { Day } from '#shared/lib/day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** What clocks of a zone show at an instant, as if they were of Greenwich. */
function wallAt(ms: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  return Date.parse(`${format.format(ms).replace(' ', 'T')}Z`)
}

const MINUTE_MS = 60_000

/** When clocks of a zone show that time; where they jump over it, as long after as it stands after the jump. */
export function instantAt(day: Day, time: string, timeZone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const offsetAt = (ms: number): number => wallAt(ms, timeZone) - Math.floor(ms / MINUTE_MS) * MINUTE_MS
  const first = wall - offsetAt(wall)
  const second = wall - offsetAt(first)
  return wallAt(second, timeZone) === wall ? second : Math.max(first, second)
}
