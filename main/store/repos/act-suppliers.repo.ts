import { eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { actSuppliers } from '../schema/acts.ts'
import { assertOwnConnection } from './own-connection.ts'

/** What was said last holds. */
export function putActSupplier(db: WritableDb, row: typeof actSuppliers.$inferInsert): void {
  const { workspaceId, connectionId, inn, name } = row
  assertOwnConnection(db, workspaceId, connectionId)
  db.insert(actSuppliers)
    .values({ workspaceId, inn, connectionId, name })
    .onConflictDoUpdate({
      target: [actSuppliers.workspaceId, actSuppliers.inn],
      set: { connectionId, name },
    })
    .run()
}

export function removeActSuppliersOf(db: WritableDb, workspaceId: string): void {
  db.delete(actSuppliers).where(eq(actSuppliers.workspaceId, workspaceId)).run()
}
