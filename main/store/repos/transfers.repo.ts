import type { WritableDb } from '../db.ts'
import { transfers } from '../schema/access.ts'

/** What came last of an account's month from a sender. */
export function putTransfer(db: WritableDb, row: typeof transfers.$inferInsert): void {
  const { workspaceId: _, sender: _s, account: _a, month: _m, ...said } = row
  db.insert(transfers)
    .values(row)
    .onConflictDoUpdate({
      target: [transfers.workspaceId, transfers.sender, transfers.account, transfers.month],
      set: said,
    })
    .run()
}
