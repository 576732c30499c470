import type { RelativePeriod, ViewPeriod } from '../contract/costs.ts'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  firstOfMonth,
  firstOfQuarter,
  lastOfMonth,
} from './day.ts'
import { type DayRange, resolvePeriod } from './period.ts'

/** How many months a preset goes on for, and what the stretch before it is shifted by. */
const MONTHS: Partial<Record<RelativePeriod, number>> = {
  month: 1,
  lastMonth: 1,
  quarter: 3,
  lastQuarter: 3,
  m3: 3,
  half: 6,
  m6: 6,
  year: 12,
  lastYear: 12,
  m12: 12,
  m14: 14,
}

/**
 * The days that a view means today. What is still running ends yesterday, as a day that is not over would look like a
 * fall; on its first day it is that day alone.
 */
export function resolveViewPeriod(period: ViewPeriod, today: Day): DayRange {
  if (!('preset' in period)) return period
  const { preset } = period
  switch (preset) {
    case 'd7':
    case 'd30':
    case 'd90':
    case 'month':
    case 'quarter':
      return resolvePeriod(preset, today)
    case 'half':
      return untilYesterday(firstOfHalf(today), today)
    case 'year':
      return untilYesterday(firstOfYear(today), today)
    case 'lastMonth':
      return whole(addMonths(firstOfMonth(today), -1), 1)
    case 'lastQuarter':
      return whole(addMonths(firstOfQuarter(today), -3), 3)
    case 'lastYear':
      return whole(addMonths(firstOfYear(today), -12), 12)
    case 'm3':
    case 'm6':
    case 'm12':
    case 'm14': {
      const first = firstOfMonth(today)
      return { ...untilYesterday(first, today), from: addMonths(first, 1 - (MONTHS[preset] ?? 1)) }
    }
  }
}

/**
 * The stretch before: calendar periods meet the same days of the months, quarters or years before them, and so do whole
 * months that somebody chose by their days; anything else meets as many days right before it.
 */
export function previousOf(period: ViewPeriod, range: DayRange): DayRange {
  const months = 'preset' in period ? MONTHS[period.preset] : wholeMonths(range)
  if (months !== undefined) return monthsBefore(range, months)
  const length = daysBetween(range.from, range.to) + 1
  return { from: addDays(range.from, -length), to: addDays(range.from, -1) }
}

/** The same days a year before; 29 February meets the 28th, and a whole February a whole one. */
export const yearBefore = (range: DayRange): DayRange => monthsBefore(range, 12)

function monthsBefore({ from, to }: DayRange, months: number): DayRange {
  const end = addMonths(to, -months)
  const isWhole = to === lastOfMonth(to) && from === firstOfMonth(from)
  return { from: addMonths(from, -months), to: isWhole ? lastOfMonth(end) : end }
}

function wholeMonths({ from, to }: DayRange): number | undefined {
  if (from !== firstOfMonth(from) || to !== lastOfMonth(to)) return undefined
  const number = (d: Day): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
  return number(to) - number(from) + 1
}

const whole = (from: Day, months: number): DayRange => ({
  from,
  to: lastOfMonth(addMonths(from, months - 1)),
})

function untilYesterday(from: Day, today: Day): DayRange {
  const yesterday = addDays(today, -1)
  return { from, to: yesterday < from ? from : yesterday }
}

const firstOfYear = (d: Day): Day => `${d.slice(0, 4)}-01-01` as Day

const firstOfHalf = (d: Day): Day =>
  d.slice(5, 7) < '07' ? firstOfYear(d) : (`${d.slice(0, 4)}-07-01` as Day)
