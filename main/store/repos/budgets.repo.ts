import type { WritableDb } from '../db.ts'
import { budgets } from '../schema/insights.ts'
import { inBatches } from './in-batches.ts'

export function insertBudgets(db: WritableDb, rows: Iterable<typeof budgets.$inferInsert>): void {
  for (const batch of inBatches(rows)) db.insert(budgets).values(batch).run()
}
