import type { WritableDb } from '../db.ts'
import { auditRecords } from '../schema/people.ts'

export function addAudit(db: WritableDb, row: typeof auditRecords.$inferInsert): void {
  db.insert(auditRecords).values(row).run()
}
