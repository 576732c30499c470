import { type Day, firstOfMonth, firstOfQuarter, lastOfMonth } from '#shared/lib/day.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import type { DayRange } from '#shared/lib/period.ts'

const MONTHS = {
  ru: [
    ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
    ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
} as const

/** After a number of a day. */
const OF_MONTHS = {
  ru: [
    ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
    ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  ],
  en: MONTHS.en,
} as const

/** After "к". */
const TO_MONTHS = [
  ...['январю', 'февралю', 'марту', 'апрелю', 'маю', 'июню'],
  ...['июлю', 'августу', 'сентябрю', 'октябрю', 'ноябрю', 'декабрю'],
] as const

const ROMAN = ['I', 'II', 'III', 'IV'] as const

const yearOf = (day: Day): string => day.slice(0, 4)
const indexOf = (day: Day): number => Number(day.slice(5, 7)) - 1
const numberOf = (day: Day): number => Number(day.slice(8))

/** The month that a day is of: "октябрь 2026". */
export const monthName = (day: Day, language: Locale): string =>
  `${MONTHS[language][indexOf(day)] ?? ''} ${yearOf(day)}`

/** "31 октября 2026". */
export const dayName = (day: Day, language: Locale): string => `${dayOfYear(day, language)} ${yearOf(day)}`

const dayOfYear = (day: Day, language: Locale): string =>
  `${numberOf(day)} ${OF_MONTHS[language][indexOf(day)] ?? ''}`

/**
 * Days as people call them, so that "за" or "for" can stand before: "октябрь 2026", "I кв. 2026", "2026 год",
 * "1–15 ноября 2026".
 */
export function periodName({ from, to }: DayRange, language: Locale): string {
  if (from === to) return dayName(from, language)
  if (from === firstOfMonth(from) && to === lastOfMonth(to)) return monthsName(from, to, language)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${numberOf(from)}–${dayName(to, language)}`
  const first = yearOf(from) === yearOf(to) ? dayOfYear(from, language) : dayName(from, language)
  return `${first} – ${dayName(to, language)}`
}

/** What other days are held against: "к сентябрю 2026", "к 2025 году", "к периоду 1–15 октября 2026". */
export function againstName({ from, to }: DayRange, language: Locale): string {
  const name = periodName({ from, to }, language)
  if (language === 'en') return `against ${name}`
  const isMonths = from === firstOfMonth(from) && to === lastOfMonth(to)
  if (isMonths && from.slice(0, 7) === to.slice(0, 7))
    return `к ${TO_MONTHS[indexOf(from)] ?? ''} ${yearOf(from)}`
  if (isMonths && name.endsWith(' год')) return `к ${yearOf(from)} году`
  return isMonths && /^I/.test(name) ? `к ${name.replace('полугодие', 'полугодию')}` : `к периоду ${name}`
}

function monthsName(from: Day, to: Day, language: Locale): string {
  const count = (Number(yearOf(to)) - Number(yearOf(from))) * 12 + indexOf(to) - indexOf(from) + 1
  if (count === 1) return monthName(from, language)
  const isRussian = language === 'ru'
  if (count === 12 && indexOf(from) === 0) return isRussian ? `${yearOf(from)} год` : yearOf(from)
  if (count === 6 && indexOf(from) % 6 === 0) {
    const half = indexOf(from) / 6
    return isRussian ? `${ROMAN[half]} полугодие ${yearOf(from)}` : `H${half + 1} ${yearOf(from)}`
  }
  if (count === 3 && from === firstOfQuarter(from)) {
    const quarter = indexOf(from) / 3
    return isRussian ? `${ROMAN[quarter]} кв. ${yearOf(from)}` : `Q${quarter + 1} ${yearOf(from)}`
  }
  if (yearOf(from) !== yearOf(to)) return `${monthName(from, language)} – ${monthName(to, language)}`
  return `${MONTHS[language][indexOf(from)] ?? ''}–${monthName(to, language)}`
}
