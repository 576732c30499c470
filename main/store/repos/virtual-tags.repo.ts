import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { dismissedSuggestions, virtualTags } from '../schema/allocation.ts'

type TagRow = typeof virtualTags.$inferInsert
type Owned = Pick<TagRow, 'id' | 'workspaceId'>

const isTag = ({ id, workspaceId }: Owned) =>
  and(eq(virtualTags.id, id), eq(virtualTags.workspaceId, workspaceId))

export function insertVirtualTag(db: WritableDb, row: TagRow): void {
  db.insert(virtualTags).values(row).run()
}

/** False when there is no such tag. */
export const updateVirtualTag = (
  db: WritableDb,
  of: Owned,
  patch: Partial<Omit<TagRow, 'id' | 'workspaceId'>>,
): boolean => db.update(virtualTags).set(patch).where(isTag(of)).run().changes > 0

/** False when there is no such tag. */
export const removeVirtualTag = (db: WritableDb, of: Owned): boolean =>
  db.delete(virtualTags).where(isTag(of)).run().changes > 0

/** Said twice, it is said once. */
export function dismissSuggestion(db: WritableDb, row: typeof dismissedSuggestions.$inferInsert): void {
  db.insert(dismissedSuggestions).values(row).onConflictDoNothing().run()
}

/** All of an organisation, with what stands on them. */
export function removeVirtualTags(db: WritableDb, workspaceId: string): void {
  db.delete(virtualTags).where(eq(virtualTags.workspaceId, workspaceId)).run()
}
