import { and, asc, between, eq } from 'drizzle-orm'
import { tierOf } from '#main/core/rules/tiers.ts'
import { resourceMetrics } from '#main/store/schema/inventory.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { findResource } from './find-resource.ts'
import type { Scope } from './scope.ts'

const METRICS = ['cpu', 'ram', 'disk', 'network'] as const

export function getResourceUsage(
  scope: Scope,
  { id, from, to }: ParsedInput<'resources.getUsage'>,
): CallOutput<'resources.getUsage'> {
  findResource(scope, id)
  const rows = scope.db
    .select()
    .from(resourceMetrics)
    .where(and(eq(resourceMetrics.resourceId, id), between(resourceMetrics.day, from, to)))
    .orderBy(asc(resourceMetrics.day))
    .all()
  const byMetric = Map.groupBy(rows, (row) => row.metric)
  return {
    metrics: METRICS.flatMap((metric) => {
      const days = byMetric.get(metric) ?? []
      const last = days.at(-1)
      if (!last) return []
      const used = days.reduce((sum, day) => sum + day.used, 0)
      // What it could have used on the same days: a resource grows and shrinks.
      const available = days.reduce((sum, day) => sum + day.capacity, 0)
      const share = available > 0 ? used / available : null
      return {
        metric,
        capacity: last.capacity > 0 ? last.capacity : null,
        average: used / days.length,
        peak: Math.max(...days.map((day) => day.peak)),
        share,
        tier: tierOf(share),
        days: days.map(({ day, used, peak }) => ({ day, used, peak })),
      }
    }),
  }
}
