import { and, eq, inArray, isNull, like } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { actLines, acts } from '../schema/acts.ts'
import { inBatches } from './in-batches.ts'

type ActRow = typeof acts.$inferInsert
type LineRow = Omit<typeof actLines.$inferInsert, 'actId' | 'position'>
type Own = Pick<ActRow, 'workspaceId' | 'id'>

export const insertAct = (db: WritableDb, row: ActRow, lines: readonly LineRow[]): void =>
  insertActs(db, [{ row, lines }])

export function insertActs(
  db: WritableDb,
  documents: readonly { row: ActRow; lines: readonly LineRow[] }[],
): void {
  for (const rows of inBatches(documents.map(({ row }) => row))) db.insert(acts).values(rows).run()
  const all = documents.flatMap(({ row, lines }) =>
    lines.map((line, position) => ({ ...line, actId: row.id, position })),
  )
  for (const rows of inBatches(all)) db.insert(actLines).values(rows).run()
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
