import { addMonths, type Day, firstOfMonth, isDay } from '#shared/lib/day.ts'
import type { ActDocument } from './document.ts'

const STEMS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
]
/** May has a stem too short to stand alone. */
const NAMED =
  /(?<!\p{L})(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:ем|[ьяеюйа])?(?!\p{L})\s+(20\d{2})/giu
const RANGE = /(\d{2})\.(\d{2})\.(20\d{2})\s*(?:г\.?\s*)?(?:-|–|—|по|до)\s*(\d{2})\.(\d{2})\.(20\d{2})/giu
const NUMBERED = /(?<!\p{L})за\s+(0[1-9]|1[0-2])[./](20\d{2})(?![\d.])/giu
/** A day before a named month makes it a date: "от 31 октября 2026". */
const DAY_BEFORE = /\d{1,2}[\s»"”]+$/u
/** Acts are written in the first days after the month. */
const EARLY_DAYS = 10

/** The month that a document bills, and whether that is no more than a guess. */
export function monthOf({ words, period, day }: Pick<ActDocument, 'words' | 'period' | 'day'>): {
  month: string
  isGuessed: boolean
} {
  const named = [...new Set(words.flatMap(monthsIn))]
  const told = named.length > 0 || !period ? named : [period.from.slice(0, 7), period.to.slice(0, 7)]
  const last = told.sort().at(-1)
  if (last !== undefined) return { month: last, isGuessed: told[0] !== last }
  if (Number(day.slice(8)) <= EARLY_DAYS)
    return { month: addMonths(firstOfMonth(day), -1).slice(0, 7), isGuessed: true }
  return { month: day.slice(0, 7), isGuessed: false }
}

/** Months that a text names as such: by name, as a range of days, or as "10.2026". */
function monthsIn(text: string): string[] {
  const months: string[] = []
  for (const match of text.matchAll(RANGE)) {
    const [, fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = match
    const from = `${fromYear}-${fromMonth}-${fromDay}`
    const to = `${toYear}-${toMonth}-${toDay}`
    // A contract's own days are years apart; a service's lie in one month.
    if (isDay(from) && isDay(to) && from.slice(0, 7) === to.slice(0, 7)) months.push(to.slice(0, 7))
  }
  const rest = text.replace(RANGE, ' ')
  for (const match of rest.matchAll(NAMED)) {
    if (DAY_BEFORE.test(rest.slice(0, match.index))) continue
    const at = STEMS.indexOf((match[1] ?? '').toLowerCase()) + 1
    months.push(`${match[2]}-${String(at).padStart(2, '0')}`)
  }
  for (const [, month, year] of rest.matchAll(NUMBERED)) months.push(`${year}-${month}`)
  return months
}

export const isMonthBefore = (day: Day, month: string): boolean => day < `${month}-01`
