import { russianHolidays, russianNewYear, russianYears } from '#resources/calendars/russia.ts'
import { addDays, addMonths, type Day, daysOf, firstOfMonth, weekdayOf } from '#shared/lib/day.ts'

/** One year of a production calendar, beyond Saturdays and Sundays. */
type WorkYear = { daysOff: readonly string[]; workedWeekend: readonly string[] }

/** `isAssumed`: by the law's holidays alone, as no decree for that year is known here. */
type KnownYear = { daysOff: ReadonlySet<string>; worked: ReadonlySet<string>; isAssumed: boolean }

/** Days of work of an installation. */
export type WorkCalendar = { yearOf(year: number): KnownYear }

/** What a calendar package brought holds before what the program shipped with. */
export function workCalendar(carried: ReadonlyMap<number, WorkYear>): WorkCalendar {
  const known = new Map<number, KnownYear>()
  return {
    yearOf(year) {
      const kept = known.get(year) ?? readYear(year, carried.get(year))
      known.set(year, kept)
      return kept
    },
  }
}

function readYear(year: number, carried: WorkYear | undefined): KnownYear {
  const told = carried ?? russianYears.find((one) => one.year === year)
  if (!told) return { daysOff: assumedDaysOff(year), worked: new Set(), isAssumed: true }
  return { daysOff: new Set(told.daysOff), worked: new Set(told.workedWeekend), isAssumed: false }
}

/** A holiday at a week-end moves to the next day of work; where those of the new year go, only a decree says. */
function assumedDaysOff(year: number): Set<string> {
  const at = (text: string): Day => `${String(year).padStart(4, '0')}-${text}` as Day
  const off = new Set<string>(russianNewYear.map(at))
  const fixed = russianHolidays.map(at)
  for (const day of fixed) off.add(day)
  for (const day of fixed.filter(isWeekend)) {
    let moved = addDays(day, 1)
    while (isWeekend(moved) || off.has(moved)) moved = addDays(moved, 1)
    off.add(moved)
  }
  return off
}

const isWeekend = (day: Day): boolean => weekdayOf(day) > 5

export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  const { daysOff, worked } = calendar.yearOf(Number(day.slice(0, 4)))
  return worked.has(day) || !(isWeekend(day) || daysOff.has(day))
}

export const daysOffIn = (from: Day, to: Day, calendar: WorkCalendar): Day[] =>
  daysOf(from, to).filter((day) => !isWorkday(day, calendar))

/** The n-th day of work of that day's month, from 1; negative: from its end. Null: the month has fewer. */
export function nthWorkday(inMonth: Day, nth: number, calendar: WorkCalendar): Day | null {
  const first = firstOfMonth(inMonth)
  const days = daysOf(first, addDays(addMonths(first, 1), -1)).filter((day) => isWorkday(day, calendar))
  return days.at(nth > 0 ? nth - 1 : nth) ?? null
}
