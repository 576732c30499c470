import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { savedFilters } from '../schema/judgements.ts'

/** Under a name that is there already the new filter takes the place of the old one. Returns its number. */
export function putFilter(db: WritableDb, row: typeof savedFilters.$inferInsert): string {
  const { filter, userId, atMs } = row
  return db
    .insert(savedFilters)
    .values(row)
    .onConflictDoUpdate({
      target: [savedFilters.workspaceId, savedFilters.name],
      set: { filter, userId, atMs },
    })
    .returning({ id: savedFilters.id })
    .get().id
}

/** False when there is no such filter. */
export const removeFilter = (db: WritableDb, workspaceId: string, id: string): boolean =>
  db
    .delete(savedFilters)
    .where(and(eq(savedFilters.id, id), eq(savedFilters.workspaceId, workspaceId)))
    .run().changes > 0
