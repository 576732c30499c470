import { sql } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { resourceMetrics } from '../schema/inventory.ts'
import { slots } from './slots.ts'

export type MetricRow = typeof resourceMetrics.$inferInsert

/** A day that is told again takes the place of what was told before. */
export function addMetrics(db: WritableDb, rows: Iterable<MetricRow>): number {
  const insert = db
    .insert(resourceMetrics)
    .values(slots(['resourceId', 'metric', 'day', 'used', 'peak', 'capacity']))
    .onConflictDoUpdate({
      target: [resourceMetrics.resourceId, resourceMetrics.metric, resourceMetrics.day],
      set: { used: sql`excluded.used`, peak: sql`excluded.peak`, capacity: sql`excluded.capacity` },
    })
    .prepare()
  let count = 0
  for (const row of rows) {
    insert.run(row)
    count += 1
  }
  return count
}
