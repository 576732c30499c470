import type { Period } from '#shared/contract/values.ts'
import { type Day, daysBetween, isDay } from '#shared/lib/day.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { type DayRange, type PeriodPreset, periodBefore, resolvePeriod } from '#shared/lib/period.ts'

export const DEFAULT_PRESET = 'd30'
const MAX_DAYS = 3650

/** What the address holds: a preset, and the two ends when the person chose them. */
export type PeriodChoice = { preset: PeriodPreset; from: string; to: string }

/** The range of a custom choice, or null when its ends make no range. */
export function customRange(from: string, to: string): DayRange | null {
  if (!isDay(from) || !isDay(to) || from > to || daysBetween(from, to) > MAX_DAYS) return null
  return { from, to }
}

/** An address may hold anything; what makes no sense there falls back to the default. */
export function resolveChoice(choice: PeriodChoice, today: Day): Period & { preset: PeriodPreset } {
  const custom = choice.preset === 'custom' ? customRange(choice.from, choice.to) : null
  const preset = choice.preset === 'custom' ? (custom ? 'custom' : DEFAULT_PRESET) : choice.preset
  const range = custom ?? resolvePeriod(preset === 'custom' ? DEFAULT_PRESET : preset, today)
  const before = periodBefore(preset, range)
  return { preset, from: range.from, to: range.to, compareFrom: before.from, compareTo: before.to }
}

/** The part of an address that carries a period to another page. */
export function periodQuery(period: Period & { preset: PeriodPreset }): Record<string, string> {
  if (period.preset === DEFAULT_PRESET) return {}
  if (period.preset !== 'custom') return { period: period.preset }
  return { period: 'custom', from: period.from, to: period.to }
}

const noon = (d: Day): number => Date.parse(`${d}T12:00:00Z`)
const formats = new Map<string, Intl.DateTimeFormat>()

/** `1–20 октября`; the year is said only when it is not the current one or the range crosses into another. */
export function rangeWords(from: Day, to: Day, today: Day, locale: Locale): string {
  const isThisYear = from.slice(0, 4) === to.slice(0, 4) && to.slice(0, 4) === today.slice(0, 4)
  const key = `${locale}${isThisYear}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      ...(isThisYear ? {} : { year: 'numeric' as const }),
    })
    formats.set(key, format)
  }
  return from === to ? format.format(noon(from)) : format.formatRange(noon(from), noon(to))
}
