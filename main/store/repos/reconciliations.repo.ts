import { and, eq, isNull } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { reconciliations } from '../schema/acts.ts'
import { assertOwnConnection } from './own-connection.ts'

type Row = typeof reconciliations.$inferInsert
type Of = Pick<Row, 'workspaceId' | 'connectionId' | 'month'>
type Undone = Required<Pick<Row, 'undoneBy' | 'undoneAtMs' | 'undoneWhy'>>

/** One signature holds at a time; the one before stays on record. */
export function insertSignature(db: WritableDb, row: Row): void {
  assertOwnConnection(db, row.workspaceId, row.connectionId)
  const { signedBy: undoneBy = null, signedAtMs: undoneAtMs } = row
  undoSignature(db, row, { undoneBy, undoneAtMs, undoneWhy: null })
  db.insert(reconciliations).values(row).run()
}

/** False where nothing was signed. */
export const undoSignature = (
  db: WritableDb,
  { workspaceId, connectionId, month }: Of,
  said: Undone,
): boolean =>
  db
    .update(reconciliations)
    .set(said)
    .where(
      and(
        eq(reconciliations.workspaceId, workspaceId),
        eq(reconciliations.connectionId, connectionId),
        eq(reconciliations.month, month),
        isNull(reconciliations.undoneAtMs),
      ),
    )
    .run().changes > 0

export function removeSignaturesOf(db: WritableDb, workspaceId: string): void {
  db.delete(reconciliations).where(eq(reconciliations.workspaceId, workspaceId)).run()
}
