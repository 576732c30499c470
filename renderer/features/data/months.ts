import { addMonths, type Day, day, daysOf, lastOfMonth } from '#shared/lib/day.ts'

/** A month as `YYYY-MM`. */
export const firstDay = (month: string): Day => day(`${month}-01`)

export const monthOf = (d: Day): string => d.slice(0, 7)

export const daysOfMonth = (month: string): Day[] => daysOf(firstDay(month), lastOfMonth(firstDay(month)))

export const monthsOfYear = (year: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/** The span that comes `count` later: months for `YYYY-MM`, years for `YYYY`. */
export const moveSpan = (span: string, count: number): string =>
  span.length === 4
    ? String(Number(span) + count).padStart(4, '0')
    : monthOf(addMonths(firstDay(span), count))

const SPAN = /^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/
export const isSpan = (text: string): boolean => SPAN.test(text)
