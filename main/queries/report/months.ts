import { lastFullDay, type MonthProgress } from '#main/core/rules/month-progress.ts'
import { addMonths, type Day, daysInMonth, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { progressOf, readCoverage } from '../coverage.ts'
import type { Scope } from '../scope.ts'

/** Months of a longer report are told apart no further back than that. */
const MOST_MONTHS = 24

/** The months that these days are of, as `2026-10`, the earliest first. */
export function monthsOf({ from, to }: DayRange): string[] {
  const found: string[] = []
  for (let month = firstOfMonth(to); month >= firstOfMonth(from); month = addMonths(month, -1)) {
    if (found.length === MOST_MONTHS) break
    found.push(month.slice(0, 7))
  }
  return found.reverse()
}

/** How much of the month of that day is over and has costs. */
export function progressIn(scope: Scope, day: Day): MonthProgress {
  const coverage = readCoverage(scope)
  const first = firstOfMonth(day)
  if (first === firstOfMonth(scope.today)) return progressOf(scope, coverage)
  const through = lastFullDay(scope.today, coverage.dataThrough)
  const end = lastOfMonth(first)
  const lastDone = through === null || through < first ? null : through < end ? through : end
  return {
    first,
    lastDone,
    daysDone: lastDone === null ? 0 : Number(lastDone.slice(8)),
    daysInMonth: daysInMonth(first),
  }
}
