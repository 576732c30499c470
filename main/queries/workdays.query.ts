import { eq } from 'drizzle-orm'
import { type WorkCalendar, workCalendar } from '#main/core/rules/workdays.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { workdayCalendars } from '#main/store/schema/reports.ts'

/** Russia's days of work, with what calendar packages brought. */
export function readWorkCalendar(db: ReadableDb): WorkCalendar {
  const { year, daysOff, workedWeekend, country } = workdayCalendars
  const rows = db
    .select({ year, daysOff, workedWeekend })
    .from(workdayCalendars)
    .where(eq(country, 'RU'))
    .all()
  return workCalendar(new Map(rows.map((row) => [row.year, row])))
}
