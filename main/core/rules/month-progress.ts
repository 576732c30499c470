import { addDays, type Day, daysInMonth, firstOfMonth } from '#shared/lib/day.ts'

/** How much of the current month is over and has costs. */
export type MonthProgress = {
  first: Day
  /** The last day that is over and that the data reaches; null before the first such day of the month. */
  lastDone: Day | null
  daysDone: number
  daysInMonth: number
}

/** A day that is not over yet, or that the provider has not billed yet, would look like a fall in spend. */
export function monthProgress(today: Day, dataThrough: Day | null): MonthProgress {
  const first = firstOfMonth(today)
  const lastDone = lastFullDay(today, dataThrough)
  const isBegun = lastDone !== null && lastDone >= first
  return {
    first,
    lastDone: isBegun ? lastDone : null,
    daysDone: isBegun ? Number(lastDone.slice(8)) : 0,
    daysInMonth: daysInMonth(today),
  }
}

export function lastFullDay(today: Day, dataThrough: Day | null): Day | null {
  const yesterday = addDays(today, -1)
  if (dataThrough === null) return null
  return dataThrough < yesterday ? dataThrough : yesterday
}
