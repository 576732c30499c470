import { and, eq, inArray } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { reportDeliveries, reportFiles, reportRuns } from '../schema/reports.ts'

type RunRow = typeof reportRuns.$inferInsert
type FileRow = typeof reportFiles.$inferInsert
type DeliveryRow = typeof reportDeliveries.$inferInsert

export const insertRun = (db: WritableDb, row: RunRow): void => {
  db.insert(reportRuns).values(row).run()
}

export const updateRun = (db: WritableDb, id: string, facts: Partial<RunRow>): void => {
  db.update(reportRuns).set(facts).where(eq(reportRuns.id, id)).run()
}

/** Its files and deliveries go with it. False when there is no such run. */
export const removeRun = (
  db: WritableDb,
  { workspaceId, id }: { workspaceId: string; id: string },
): boolean =>
  db
    .delete(reportRuns)
    .where(and(eq(reportRuns.id, id), eq(reportRuns.workspaceId, workspaceId)))
    .run().changes > 0

export function insertFiles(db: WritableDb, rows: readonly FileRow[]): void {
  if (rows.length > 0)
    db.insert(reportFiles)
      .values([...rows])
      .run()
}

export function setFileState(db: WritableDb, ids: readonly string[], state: FileRow['state']): void {
  for (const id of ids) db.update(reportFiles).set({ state }).where(eq(reportFiles.id, id)).run()
}

export const insertDelivery = (db: WritableDb, row: DeliveryRow): void => {
  db.insert(reportDeliveries).values(row).run()
}

export const updateDelivery = (db: WritableDb, id: string, facts: Partial<DeliveryRow>): void => {
  db.update(reportDeliveries).set(facts).where(eq(reportDeliveries.id, id)).run()
}

/** What a run that came to nothing was to be handed to. */
export const endDeliveries = (
  db: WritableDb,
  runId: string,
  facts: Pick<DeliveryRow, 'status' | 'problem'>,
): void => {
  db.update(reportDeliveries)
    .set({ ...facts, nextAtMs: null })
    .where(and(eq(reportDeliveries.runId, runId), inArray(reportDeliveries.status, ['waiting', 'retrying'])))
    .run()
}
