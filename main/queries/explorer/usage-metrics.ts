import { and, between, eq, inArray, sql } from 'drizzle-orm'
import { resourceMetrics, resources } from '#main/store/schema/inventory.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { createPart, createPerWorkspace } from '../kept.ts'
import type { Scope } from '../scope.ts'

const usageMetrics = ['cpu', 'ram', 'disk'] as const
type UsageMetric = (typeof usageMetrics)[number]
type Use = { mean: number; peak: number }
export type Usage = { use: Partial<Record<UsageMetric, Use>>; days: number }

const keptOf = createPerWorkspace(() => {
  const part = createPart<Map<string, ReadonlySet<number>>>([resourceMetrics, resources])
  return (scope: Scope) => part.of(scope, () => new Map())
})

/** Resources that any use is known of on these days. */
export function measuredResources(scope: Scope, { from, to }: DayRange): ReadonlySet<number> {
  const kept = keptOf(scope)(scope)
  const known = kept.get(from + to)
  if (known) return known
  const has = scope.db
    .select({ one: sql`1` })
    .from(resourceMetrics)
    .where(
      and(
        eq(resourceMetrics.resourceId, resources.id),
        inArray(resourceMetrics.metric, [...usageMetrics]),
        between(resourceMetrics.day, from, to),
      ),
    )
  const rows = scope.db
    .select({ id: resources.id })
    .from(resources)
    .where(and(eq(resources.workspaceId, scope.workspaceId), sql`exists ${has}`))
    .all()
  const found = new Set(rows.map(({ id }) => id))
  kept.set(from + to, found)
  return found
}

/**
 * How much of what each could use it did: over the days that were measured, and on the day that came nearest to all of
 * it. A capacity that nobody knows leaves no share.
 */
export function usageOf({ db }: Scope, ids: readonly number[], { from, to }: DayRange): Map<number, Usage> {
  const rows = db
    .select({
      id: resourceMetrics.resourceId,
      metric: resourceMetrics.metric,
      used: sql<number>`sum(${resourceMetrics.used})`,
      capacity: sql<number>`sum(${resourceMetrics.capacity})`,
      peak: sql<number>`max(case when ${resourceMetrics.capacity} > 0 then ${resourceMetrics.peak} / ${resourceMetrics.capacity} end)`,
      days: sql<number>`count(*)`,
    })
    .from(resourceMetrics)
    .where(
      and(
        inArray(resourceMetrics.resourceId, [...ids]),
        inArray(resourceMetrics.metric, [...usageMetrics]),
        between(resourceMetrics.day, from, to),
      ),
    )
    .groupBy(resourceMetrics.resourceId, resourceMetrics.metric)
    .all()
  const found = new Map<number, Usage>()
  for (const { id, metric, used, capacity, peak, days } of rows) {
    const own: Usage = found.get(id) ?? { use: {}, days: 0 }
    found.set(id, own)
    own.days = Math.max(own.days, days)
    if (capacity > 0 && metric !== 'network') own.use[metric] = { mean: used / capacity, peak }
  }
  return found
}
