import type { WritableDb } from '../db.ts'
import { vatTerms } from '../schema/views.ts'
import { assertOwnConnection } from './own-connection.ts'

type Row = typeof vatTerms.$inferInsert

export function putVatTerms(db: WritableDb, workspaceId: string, row: Row): void {
  assertOwnConnection(db, workspaceId, row.connectionId)
  const { connectionId: _, ...said } = row
  db.insert(vatTerms).values(row).onConflictDoUpdate({ target: vatTerms.connectionId, set: said }).run()
}

/** Where nobody here has said anything yet. */
export function putVatTermsOnce(db: WritableDb, workspaceId: string, row: Row): void {
  assertOwnConnection(db, workspaceId, row.connectionId)
  db.insert(vatTerms).values(row).onConflictDoNothing().run()
}
