import { eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'

type ConnectionInsert = typeof connections.$inferInsert

export function insertConnection(db: WritableDb, row: ConnectionInsert): void {
  db.insert(connections).values(row).run()
}

export function updateConnection(
  db: WritableDb,
  id: string,
  patch: Partial<Omit<ConnectionInsert, 'id' | 'workspaceId'>>,
): void {
  db.update(connections).set(patch).where(eq(connections.id, id)).run()
}
