import type { WritableDb } from '../db.ts'
import { resourceAliases, resourceRecords } from '../schema/inventory.ts'
import { inBatches } from './in-batches.ts'

export function insertRecords(db: WritableDb, rows: Iterable<typeof resourceRecords.$inferInsert>): void {
  for (const batch of inBatches(rows)) db.insert(resourceRecords).values(batch).run()
}

export function insertAliases(db: WritableDb, rows: Iterable<typeof resourceAliases.$inferInsert>): void {
  for (const batch of inBatches(rows)) db.insert(resourceAliases).values(batch).run()
}
