import type { WritableDb } from '../db.ts'
import { workdayCalendars } from '../schema/reports.ts'

/** Days off of a year as a decree made them: the later word replaces the earlier one. */
export function putCalendar(db: WritableDb, row: typeof workdayCalendars.$inferInsert): void {
  const { daysOff, workedWeekend, packageId } = row
  db.insert(workdayCalendars)
    .values(row)
    .onConflictDoUpdate({
      target: [workdayCalendars.country, workdayCalendars.year],
      set: { daysOff, workedWeekend, packageId: packageId ?? null },
    })
    .run()
}
