import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  firstOfMonth,
  firstOfQuarter,
  lastOfMonth,
} from './day.ts'

export const periodPresets = ['d7', 'd30', 'd90', 'y1', 'month', 'quarter', 'custom'] as const
export type PeriodPreset = (typeof periodPresets)[number]

/** Both ends belong to the range. */
export type DayRange = { from: Day; to: Day }

/** Ten calendar years hold 3652 or 3653 days. */
const MOST_PERIOD_DAYS = 3653

export const isTooLong = ({ from, to }: DayRange): boolean => daysBetween(from, to) + 1 > MOST_PERIOD_DAYS

/** False on the first day of a month or quarter: nothing in the range is over yet, so there is nothing to compare. */
export const hasFullDay = ({ from }: { from: Day }, today: Day): boolean => from < today

const LENGTHS = { d7: 7, d30: 30, d90: 90, y1: 365 } as const

/**
 * The days that a preset means. Ranges end yesterday: a day that is not over yet would look like a fall in spend.
 * On the first day of a month or quarter there is no full day in it, so the range is that day alone.
 */
export function resolvePeriod(preset: Exclude<PeriodPreset, 'custom'>, today: Day): DayRange {
  const yesterday = addDays(today, -1)
  if (preset === 'month' || preset === 'quarter') {
    const from = preset === 'month' ? firstOfMonth(today) : firstOfQuarter(today)
    return { from, to: yesterday < from ? from : yesterday }
  }
  return { from: addDays(yesterday, 1 - LENGTHS[preset]), to: yesterday }
}

/**
 * What a range is compared with. Calendar presets meet the same days of the month or quarter before
 * (1–20 November against 1–20 October); any other range meets as many days right before it.
 */
export function periodBefore(preset: PeriodPreset, range: DayRange): DayRange {
  if (preset === 'month' || preset === 'quarter') {
    const from = addMonths(range.from, preset === 'month' ? -1 : -3)
    const end = lastOfMonth(addMonths(range.from, -1))
    const to = addDays(from, daysBetween(range.from, range.to))
    return { from, to: to > end ? end : to }
  }
  const length = daysBetween(range.from, range.to) + 1
  return { from: addDays(range.from, -length), to: addDays(range.from, -1) }
}
