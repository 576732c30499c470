import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { tagPolicies } from '../schema/allocation.ts'

type PolicyRow = typeof tagPolicies.$inferInsert
type Owned = Pick<PolicyRow, 'id' | 'workspaceId'>

const isPolicy = ({ id, workspaceId }: Owned) =>
  and(eq(tagPolicies.id, id), eq(tagPolicies.workspaceId, workspaceId))

export function insertTagPolicy(db: WritableDb, row: PolicyRow): void {
  db.insert(tagPolicies).values(row).run()
}

/** False when there is no such policy. */
export const updateTagPolicy = (
  db: WritableDb,
  of: Owned,
  patch: Omit<PolicyRow, 'id' | 'workspaceId'>,
): boolean => db.update(tagPolicies).set(patch).where(isPolicy(of)).run().changes > 0

/** False when there is no such policy. */
export const removeTagPolicy = (db: WritableDb, of: Owned): boolean =>
  db.delete(tagPolicies).where(isPolicy(of)).run().changes > 0

/** All of an organisation. */
export function removeTagPolicies(db: WritableDb, workspaceId: string): void {
  db.delete(tagPolicies).where(eq(tagPolicies.workspaceId, workspaceId)).run()
}
