import { addMonths, type Day } from '#shared/lib/day.ts'

/**
 * Reports finished before that day go; null: all stay. So many months back from today, but nothing of the running year:
 * until its accounts are closed somebody may ask for any of them.
 */
export function keptSince(today: Day, months: number | null): Day | null {
  if (months === null) return null
  const back = addMonths(today, -months)
  const newYear = `${today.slice(0, 4)}-01-01` as Day
  return back < newYear ? back : newYear
}
