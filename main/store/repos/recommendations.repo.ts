import type { WritableDb } from '../db.ts'
import { recommendations } from '../schema/insights.ts'
import { inBatches } from './in-batches.ts'

export function insertRecommendations(
  db: WritableDb,
  rows: Iterable<typeof recommendations.$inferInsert>,
): void {
  for (const batch of inBatches(rows)) db.insert(recommendations).values(batch).run()
}
