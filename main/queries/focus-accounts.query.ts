import { eq } from 'drizzle-orm'
import type { FocusAccount } from '#main/core/focus/key-part.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'

/** What an export calls the accounts of an organisation, by connection. */
export function readFocusAccounts(db: ReadableDb, workspaceId: string): Map<string, FocusAccount> {
  const rows = db
    .select({ id: connections.id, name: connections.name, accountRef: connections.accountRef })
    .from(connections)
    .where(eq(connections.workspaceId, workspaceId))
    .all()
  return new Map(rows.map(({ id, ...account }) => [id, account]))
}
