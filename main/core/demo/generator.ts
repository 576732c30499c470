import { demoCompany } from '#resources/demo/company.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { type Money, money } from '../money/money.ts'
import { budgetsOf, type DemoBudget } from './budgets.ts'
import { chargesOf, type DemoCharge } from './costs.ts'
import { type DemoMetric, metricsOf } from './metrics.ts'
import type { DemoConnection, DemoRecommendation } from './shape.ts'
import { type DemoSnapshot, externalIdOf, snapshotsOf } from './states.ts'
import { historyDays, midnightMs } from './timeline.ts'

export type DemoAccount = {
  connection: DemoConnection
  snapshots: DemoSnapshot[]
  charges: DemoCharge[]
  metrics: DemoMetric[]
}

export type DemoFinding = {
  recommendation: DemoRecommendation
  externalId: string
  savings: Money<'RUB'>
  createdAtMs: number
}

export type DemoFigures = {
  /** Since when the company has been looked at. */
  startedAtMs: number
  accounts: DemoAccount[]
  findings: DemoFinding[]
  budgets: DemoBudget[]
}

const NINE_HOURS_MS = 9 * 3_600_000

/**
 * The whole demo company as of the midnight at which the day begins: thirteen months up to the day before.
 * The day decides everything; the same day is the same to the last kopeck.
 */
export function generateDemo(anchor: Day): DemoFigures {
  const accounts = demoCompany.connections.map((connection, position) => ({
    connection,
    snapshots: snapshotsOf(demoCompany, connection, anchor, position),
    charges: chargesOf(demoCompany, connection, anchor),
    metrics: metricsOf(demoCompany, connection, anchor),
  }))
  return {
    startedAtMs: midnightMs(addDays(anchor, -historyDays(anchor))),
    accounts,
    findings: demoCompany.recommendations.map((recommendation) => ({
      recommendation,
      externalId: findingTarget(recommendation),
      savings: money(recommendation.savings, 'RUB'),
      createdAtMs: midnightMs(addDays(anchor, -recommendation.foundDaysAgo)) + NINE_HOURS_MS,
    })),
    budgets: budgetsOf(
      demoCompany,
      accounts.flatMap(({ charges }) => charges),
      anchor,
    ),
  }
}

function findingTarget({ connection: key, resource: name }: DemoRecommendation): string {
  const connection = demoCompany.connections.find((c) => c.key === key)
  const resource = connection?.resources.find((r) => r.name === name)
  if (!connection || !resource) throw new RangeError(`no such resource: ${key}/${name}`)
  return externalIdOf(demoCompany, connection, resource)
}
