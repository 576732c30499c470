import { type Day, isDay } from '#shared/lib/day.ts'

export const BILLING_ZONE = 'Europe/Moscow'

/** Moscow keeps one distance from UTC the whole year, and has since 2014. */
const OFFSET_MS = 3 * 3_600_000
export const HOUR_MS = 3_600_000

/** A wall clock's time in Moscow without an offset, as the bill's interface takes and gives it. */
export const moscowTime = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 19)

/** The instant of a Moscow wall clock's time; null when it is none. */
export function fromMoscow(text: string | null): number | null {
  if (!text || !/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?/.test(text)) return null
  const iso = text.slice(0, 19).replace(' ', 'T')
  const ms = Date.parse(`${iso.length > 10 ? iso : `${iso}T00:00:00`}Z`)
  return Number.isNaN(ms) ? null : ms - OFFSET_MS
}

export const moscowDay = (text: string | null): Day | null => {
  const head = text?.slice(0, 10) ?? ''
  return isDay(head) ? head : null
}

export const startOfDay = (day: Day): string => `${day}T00:00:00`
/** The end belongs to the range: its last hour is asked for up to its last second. */
export const endOfDay = (day: Day): string => `${day}T23:59:59`

/** Beginning of the last hour that is over. */
export const lastFullHour = (nowMs: number): number => Math.floor(nowMs / HOUR_MS) * HOUR_MS - HOUR_MS
