import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { annotations } from '../schema/views.ts'

type Key = { workspaceId: string; id: string }
type AnnotationRow = typeof annotations.$inferInsert

const isAnnotation = ({ workspaceId, id }: Key) =>
  and(eq(annotations.workspaceId, workspaceId), eq(annotations.id, id))

export const insertAnnotation = (db: WritableDb, row: AnnotationRow): void => {
  db.insert(annotations).values(row).run()
}

/** False when there is none. */
export const updateAnnotation = (
  db: WritableDb,
  key: Key,
  facts: Pick<AnnotationRow, 'fromDay' | 'toDay' | 'text' | 'userId' | 'atMs'>,
): boolean => db.update(annotations).set(facts).where(isAnnotation(key)).run().changes > 0

/** False when there is none. */
export const removeAnnotation = (db: WritableDb, key: Key): boolean =>
  db.delete(annotations).where(isAnnotation(key)).run().changes > 0

/** All of an organisation. */
export const removeAnnotationsOf = (db: WritableDb, workspaceId: string): void => {
  db.delete(annotations).where(eq(annotations.workspaceId, workspaceId)).run()
}
