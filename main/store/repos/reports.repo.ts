import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { reportSchedules, reports } from '../schema/reports.ts'

type ReportRow = typeof reports.$inferInsert
type ScheduleRow = typeof reportSchedules.$inferInsert
type Named = { workspaceId: string; id: string }

export const insertReport = (db: WritableDb, row: ReportRow): void => {
  db.insert(reports).values(row).run()
}

/** False when there is no such report. */
export const updateReport = (
  db: WritableDb,
  { workspaceId, id, ...facts }: Named & Partial<ReportRow>,
): boolean =>
  db
    .update(reports)
    .set(facts)
    .where(and(eq(reports.id, id), eq(reports.workspaceId, workspaceId)))
    .run().changes > 0

/** False when there is no such report. */
export const removeReport = (db: WritableDb, { workspaceId, id }: Named): boolean =>
  db
    .delete(reports)
    .where(and(eq(reports.id, id), eq(reports.workspaceId, workspaceId)))
    .run().changes > 0

export const insertSchedule = (db: WritableDb, row: ScheduleRow): void => {
  db.insert(reportSchedules).values(row).run()
}

/** False when there is no such schedule. */
export const updateSchedule = (
  db: WritableDb,
  { workspaceId, id, ...facts }: Named & Partial<ScheduleRow>,
): boolean =>
  db
    .update(reportSchedules)
    .set(facts)
    .where(and(eq(reportSchedules.id, id), eq(reportSchedules.workspaceId, workspaceId)))
    .run().changes > 0

/** False when there is no such schedule. */
export const removeSchedule = (db: WritableDb, { workspaceId, id }: Named): boolean =>
  db
    .delete(reportSchedules)
    .where(and(eq(reportSchedules.id, id), eq(reportSchedules.workspaceId, workspaceId)))
    .run().changes > 0
