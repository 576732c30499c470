import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { recommendations } from '#main/store/schema/insights.ts'
import type { Scope } from '../scope.ts'

/** How many recommendations wait for a decision, by row. */
export function readAdvice(
  { db, workspaceId }: Scope,
  { size, rowOf }: { size: number; rowOf(id: number): number },
): Uint32Array {
  const counts = new Uint32Array(size)
  const { resourceId, status } = recommendations
  const rows = db.values<[id: number, count: number]>(sql`
    select ${resourceId}, count(*) from ${recommendations}
    where ${and(eq(recommendations.workspaceId, workspaceId), eq(status, 'active'), isNotNull(resourceId))}
    group by ${resourceId}`)
  for (const [id, count] of rows) {
    const row = rowOf(id)
    if (row >= 0) counts[row] = count
  }
  return counts
}
