import type { Period } from '#shared/contract/values.ts'
import { type Day, isDay } from '#shared/lib/day.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import {
  type DayRange,
  isTooLong,
  type PeriodPreset,
  periodBefore,
  resolvePeriod,
} from '#shared/lib/period.ts'

export const DEFAULT_PRESET = 'd30'

/** What the address holds: a preset, and the two ends when the person chose them. */
export type PeriodChoice = { preset: PeriodPreset; from: string; to: string }

/** The range of a custom choice, or null when its ends make no range. */
export function customRange(from: string, to: string): DayRange | null {
  return isDay(from) && isDay(to) && refusalOf(from, to) === null ? { from, to } : null
}

type Refusal = 'notDays' | 'backwards' | 'tooLong'

/** Why two ends make no range, or null when they do. */
export function refusalOf(from: string, to: string): Refusal | null {
  if (!isDay(from) || !isDay(to)) return 'notDays'
  if (from > to) return 'backwards'
  return isTooLong({ from, to }) ? 'tooLong' : null
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
