import type { CallOutput } from '#shared/contract/index.ts'
import {
  addDays,
  type Day,
  daysBetween,
  daysOf,
  firstOfMonth,
  isDay,
  lastOfMonth,
  weekdayOf,
} from '#shared/lib/day.ts'

export type DueItem = CallOutput<'schedules.listDue'>['items'][number]

/** The first day of the month that an address asks for; of this one where it asks for none. */
export function monthOf(text: string, today: Day): Day {
  const asked = `${text}-01`
  return firstOfMonth(isDay(asked) ? asked : today)
}

/** Whole weeks, Monday first, that hold the month. */
export function weeksOf(first: Day): Day[][] {
  const last = lastOfMonth(first)
  const from = addDays(first, 1 - weekdayOf(first))
  const to = addDays(last, 7 - weekdayOf(last))
  const days = daysOf(from, to)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

export const itemsByDay = (items: readonly DueItem[]): ReadonlyMap<Day, DueItem[]> =>
  Map.groupBy(
    items.toSorted((a, b) => a.atMs - b.atMs),
    ({ day }) => day,
  )

/** Where a key goes from a day of the calendar; null for keys that are not its own. */
export function moveInCalendar(key: string, at: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(at, -1)
    case 'ArrowRight':
      return addDays(at, 1)
    case 'ArrowUp':
      return addDays(at, -7)
    case 'ArrowDown':
      return addDays(at, 7)
    case 'Home':
      return addDays(at, 1 - weekdayOf(at))
    case 'End':
      return addDays(at, 7 - weekdayOf(at))
    default:
      return null
  }
}

export const isInMonth = (day: Day, first: Day): boolean =>
  daysBetween(first, day) >= 0 && daysBetween(day, lastOfMonth(first)) >= 0
