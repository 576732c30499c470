import { and, between, countDistinct, eq, isNull, sum } from 'drizzle-orm'
import { resourceMetrics, resources } from '#main/store/schema/inventory.ts'
import { utilizationMetrics } from '#shared/contract/dashboard.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Period } from '#shared/contract/values.ts'
import type { Scope } from './scope.ts'

type Utilization = CallOutput<'dashboard.getUtilization'>

/**
 * How much of what is paid for is used. Of the resources that run now, each day's use, peak and capacity are added up;
 * used and capacity are the means of those daily sums over the days that have them, and the peak is the day on which the
 * peaks together took the greatest part of that day's capacity. Resources peak at different hours, so it is a ceiling.
 */
export function getUtilization(scope: Scope, { period }: { period: Period }): Utilization {
  const ofPeriod = and(
    eq(resources.workspaceId, scope.workspaceId),
    eq(resources.status, 'running'),
    isNull(resources.goneAtMs),
    between(resourceMetrics.day, period.from, period.to),
  )
  const rows = scope.db
    .select({
      metric: resourceMetrics.metric,
      used: sum(resourceMetrics.used).mapWith(Number),
      peak: sum(resourceMetrics.peak).mapWith(Number),
      capacity: sum(resourceMetrics.capacity).mapWith(Number),
    })
    .from(resources)
    .innerJoin(resourceMetrics, eq(resourceMetrics.resourceId, resources.id))
    .where(ofPeriod)
    .groupBy(resourceMetrics.metric, resourceMetrics.day)
    .all()
  const counts = scope.db
    .select({ metric: resourceMetrics.metric, count: countDistinct(resourceMetrics.resourceId) })
    .from(resources)
    .innerJoin(resourceMetrics, eq(resourceMetrics.resourceId, resources.id))
    .where(ofPeriod)
    .groupBy(resourceMetrics.metric)
    .all()

  const items: Utilization['items'] = []
  for (const metric of utilizationMetrics) {
    const days = rows.filter((row) => row.metric === metric)
    const capacity = mean(days.map((day) => day.capacity))
    if (capacity <= 0) continue
    const used = mean(days.map((day) => day.used))
    const peaks = days.map((day) => (day.capacity > 0 ? day.peak / day.capacity : 0))
    items.push({
      metric,
      used,
      capacity,
      ratio: used / capacity,
      peakRatio: Math.max(...peaks),
      resources: counts.find((row) => row.metric === metric)?.count ?? 0,
    })
  }
  return { items }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length
