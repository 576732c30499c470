import { and, eq, inArray, isNull, like } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { actLines, acts } from '../schema/acts.ts'

type ActRow = typeof acts.$inferInsert
type LineRow = Omit<typeof actLines.$inferInsert, 'actId' | 'position'>
type Own = Pick<ActRow, 'workspaceId' | 'id'>

/** SQLite takes so many values in one statement. */
const LINES_AT_ONCE = 500

export function insertAct(db: WritableDb, row: ActRow, lines: readonly LineRow[]): void {
  db.insert(acts).values(row).run()
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE)
    db.insert(actLines)
      .values(
        lines
          .slice(at, at + LINES_AT_ONCE)
          .map((line, index) => ({ ...line, actId: row.id, position: at + index })),
      )
      .run()
}

/** What people may say of a document; its own words and sums stay. */
type Said = Partial<Pick<ActRow, 'connectionId' | 'month' | 'correctsId' | 'note' | 'doubts'>>

export function updateActs(db: WritableDb, workspaceId: string, ids: readonly string[], said: Said): void {
  if (ids.length === 0 || Object.keys(said).length === 0) return
  db.update(acts)
    .set(said)
    .where(and(eq(acts.workspaceId, workspaceId), inArray(acts.id, [...ids])))
    .run()
}

/** False when there is no such one, or it was withdrawn before. */
export const withdrawAct = (
  db: WritableDb,
  { workspaceId, id }: Own,
  said: Required<Pick<ActRow, 'withdrawnAtMs' | 'withdrawnBy' | 'withdrawnWhy'>>,
): boolean =>
  db
    .update(acts)
    .set(said)
    .where(and(eq(acts.workspaceId, workspaceId), eq(acts.id, id), isNull(acts.withdrawnAtMs)))
    .run().changes > 0

/** All of an organisation, or those whose hash begins so. */
export function removeActsOf(db: WritableDb, workspaceId: string, hash = ''): void {
  db.delete(acts)
    .where(and(eq(acts.workspaceId, workspaceId), like(acts.hash, `${hash}%`)))
    .run()
}
