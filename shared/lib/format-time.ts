import type { Day } from './day.ts'
import type { Locale } from './format-money.ts'

const TAGS: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(TAGS[locale], options)
    formats.set(key, format)
  }
  return format
}

const noonOf = (d: Day): number => Date.parse(`${d}T12:00:00Z`)

/** `31.01.2026` / `31/01/2026`. */
export const formatDay = (d: Day, locale: Locale): string =>
  dateFormat(locale, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' }).format(noonOf(d))

/** `31 янв.` for axes and tooltips. */
export const formatDayShort = (d: Day, locale: Locale): string =>
  dateFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(noonOf(d))

/** `1–20 ноября 2026 г.` */
export function formatDayRange(from: Day, to: Day, locale: Locale): string {
  const format = dateFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return from === to ? format.format(noonOf(from)) : format.formatRange(noonOf(from), noonOf(to))
}

export const formatMonth = (d: Day, locale: Locale): string =>
  dateFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(noonOf(d))

/** `янв.` where the year stands elsewhere. */
export const formatMonthShort = (d: Day, locale: Locale): string =>
  dateFormat(locale, { timeZone: 'UTC', month: 'short' }).format(noonOf(d))

export const formatInstant = (ms: number, locale: Locale, timeZone: string): string =>
  dateFormat(locale, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(ms)

const STEPS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const relative = new Map<string, Intl.RelativeTimeFormat>()

function relativeFormat(locale: Locale, numeric: 'always' | 'auto'): Intl.RelativeTimeFormat {
  const key = `${locale}${numeric}`
  let format = relative.get(key)
  if (!format) {
    format = new Intl.RelativeTimeFormat(TAGS[locale], { numeric })
    relative.set(key, format)
  }
  return format
}

/**
 * `3 часа назад`: how old something is, in whole units that have passed. "Yesterday" and "last month" are not said:
 * they mean calendar days, and thirty hours ago may be the day before yesterday.
 */
export function formatAge(ms: number, nowMs: number, locale: Locale): string {
  const delta = ms - nowMs
  for (const [unit, size] of STEPS) {
    if (Math.abs(delta) >= size)
      return relativeFormat(locale, 'always').format(Math.trunc(delta / size), unit)
  }
  return relativeFormat(locale, 'auto').format(0, 'second')
}
