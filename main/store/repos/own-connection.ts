import { eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'

/** Writing under another organisation's connection would mix two companies' data: a bug, stopped at the last gate. */
export function assertOwnConnection(db: WritableDb, workspaceId: string, connectionId: string): void {
  const row = db
    .select({ workspaceId: connections.workspaceId })
    .from(connections)
    .where(eq(connections.id, connectionId))
    .get()
  if (row?.workspaceId !== workspaceId) throw new Error('a connection of another organisation')
}
