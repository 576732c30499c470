import { addDays, type Day, weekdayOf } from '#shared/lib/day.ts'
import { randomOf } from './random.ts'
import type { DemoAttributes, DemoCompany, DemoConnection, DemoResource, DemoRhythm } from './shape.ts'
import { externalIdOf } from './states.ts'
import { isThere, momentOf, rhythmOf } from './timeline.ts'

const METRIC_DAYS = 90

const names = ['cpu', 'ram', 'disk', 'network'] as const
type MetricName = (typeof names)[number]

export type DemoMetric = {
  externalId: string
  metric: MetricName
  day: Day
  used: number
  peak: number
  capacity: number
}

export function metricsOf(company: DemoCompany, connection: DemoConnection, anchor: Day): DemoMetric[] {
  return connection.resources.flatMap((resource) => resourceMetrics(company, connection, resource, anchor))
}

function resourceMetrics(
  company: DemoCompany,
  connection: DemoConnection,
  resource: DemoResource,
  anchor: Day,
): DemoMetric[] {
  const { load } = resource
  if (!load) return []
  const rhythm = rhythmOf(company, resource)
  const externalId = externalIdOf(company, connection, resource)
  const next = randomOf(`${connection.key}/${resource.name}/${anchor}/use`)
  const rows: DemoMetric[] = []
  for (let daysAgo = METRIC_DAYS; daysAgo >= 1; daysAgo -= 1) {
    if (!isThere(resource, daysAgo)) continue
    const day = addDays(anchor, -daysAgo)
    const { attributes } = momentOf(company, connection, resource, anchor, daysAgo)
    for (const metric of names) {
      const range = load[metric]
      const capacity = capacityOf(attributes, metric)
      if (!range || capacity === undefined) continue
      const [mean, peak] = range
      const activity = metric === 'disk' ? filled(daysAgo) : busy(rhythm, day, metric)
      const used = Math.min(mean * activity * (metric === 'disk' ? 1 : 0.94 + next() * 0.12), peak)
      const highest = Math.max(
        used,
        peak * Math.min(1, activity) * (metric === 'disk' ? 1 : 0.92 + next() * 0.08),
      )
      rows.push({
        externalId,
        metric,
        day,
        used: share(capacity, used),
        peak: share(capacity, highest),
        capacity,
      })
    }
  }
  return rows
}

function capacityOf(attributes: DemoAttributes, metric: MetricName): number | undefined {
  switch (metric) {
    case 'cpu':
      return attributes.vcpu
    case 'ram':
      return attributes.ramGb
    case 'disk':
      return attributes.diskGb
    case 'network':
      return attributes.networkMbps
  }
}

/** Processors and network follow the people's week; memory stays taken. */
function busy(rhythm: DemoRhythm, day: Day, metric: MetricName): number {
  if (metric === 'ram' || weekdayOf(day) <= 5) return 1
  return Math.min(1.1, rhythm.weekend / 100)
}

/** Disks fill up slowly. */
const filled = (daysAgo: number): number => 1 - daysAgo * 0.0007

const share = (capacity: number, percent: number): number => Math.round(capacity * percent * 10) / 1000
