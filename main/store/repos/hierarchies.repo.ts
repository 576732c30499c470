import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { hierarchies } from '../schema/allocation.ts'

type HierarchyRow = typeof hierarchies.$inferInsert
type Owned = Pick<HierarchyRow, 'id' | 'workspaceId'>

const isHierarchy = ({ id, workspaceId }: Owned) =>
  and(eq(hierarchies.id, id), eq(hierarchies.workspaceId, workspaceId))

export function insertHierarchy(db: WritableDb, row: HierarchyRow): void {
  db.insert(hierarchies).values(row).run()
}

/** False when there is no such hierarchy. */
export const updateHierarchy = (
  db: WritableDb,
  of: Owned,
  patch: Omit<HierarchyRow, 'id' | 'workspaceId'>,
): boolean => db.update(hierarchies).set(patch).where(isHierarchy(of)).run().changes > 0

/** False when there is no such hierarchy. */
export const removeHierarchy = (db: WritableDb, of: Owned): boolean =>
  db.delete(hierarchies).where(isHierarchy(of)).run().changes > 0

/** All of an organisation. */
export function removeHierarchies(db: WritableDb, workspaceId: string): void {
  db.delete(hierarchies).where(eq(hierarchies.workspaceId, workspaceId)).run()
}
