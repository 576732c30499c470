import { demoActs } from '#resources/demo/acts.ts'
import { demoAnnotations, demoClients, demoSeries } from '#resources/demo/business.ts'
import { demoCompany } from '#resources/demo/company.ts'
import { demoRates } from '#resources/demo/rates.ts'
import type { AccountView } from '#shared/contract/connections.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { type Money, money } from '../money/money.ts'
import { accountOf } from './account.ts'
import { actsOf, type DemoAct, type DemoPayment, paymentsOf } from './acts.ts'
import { budgetsOf, type DemoBudget } from './budgets.ts'
import { annotationsOf, type DemoClients, type DemoSeries, termsOf, valuesOf } from './business.ts'
import { chargesOf, type DemoCharge } from './costs.ts'
import { type DemoMetric, metricsOf } from './metrics.ts'
import { ratesOf } from './rates.ts'
import { type DemoRecord, recordsOf } from './records.ts'
import type { DemoConnection, DemoJudgements, DemoRecommendation } from './shape.ts'
import { type DemoSnapshot, externalIdOf, partIdOf, snapshotsOf } from './states.ts'
import { historyDays, midnightMs } from './timeline.ts'
import { type DemoUnknown, unknownsOf } from './unknowns.ts'

export type DemoAccount = {
  connection: DemoConnection
  /** What the provider says of it. */
  info: AccountView
  snapshots: DemoSnapshot[]
  records: DemoRecord[]
  unknowns: DemoUnknown[]
  /** Numbers of volumes that stand merged in another resource. */
  aliases: { externalId: string; of: string }[]
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
  judgements: DemoSayings
  rates: ReturnType<typeof ratesOf>
  series: { series: DemoSeries; values: ReturnType<typeof valuesOf> }[]
  clients: { tag: DemoClients['tag']; terms: ReturnType<typeof termsOf> }
  annotations: ReturnType<typeof annotationsOf>
  acts: DemoAct[]
  payments: DemoPayment[]
}

type Said<T extends { connection: string; resource: string; daysAgo: number }> = Omit<
  T,
  'resource' | 'daysAgo'
> & { externalId: string; atMs: number }

/** What has been said of resources, by the provider's numbers and at its moment. */
type DemoSayings = {
  notes: Said<DemoJudgements['notes'][number]>[]
  overrides: Said<DemoJudgements['overrides'][number]>[]
  tags: Said<DemoJudgements['tags'][number]>[]
  filters: (Omit<DemoJudgements['filters'][number], 'daysAgo'> & { atMs: number })[]
}

const NINE_HOURS_MS = 9 * 3_600_000

/**
 * The whole demo company as of the midnight at which the day begins: thirteen months up to the day before.
 * The day decides everything; the same day is the same to the last kopeck.
 */
export function generateDemo(anchor: Day): DemoFigures {
  const accounts = demoCompany.connections.map((connection, position) => ({
    connection,
    info: accountOf(connection),
    snapshots: snapshotsOf(demoCompany, connection, anchor, position),
    records: recordsOf(demoCompany, connection, anchor),
    unknowns: unknownsOf(demoCompany, connection, anchor),
    aliases: connection.resources.flatMap((resource) =>
      (resource.parts ?? []).map(({ name }) => ({
        externalId: partIdOf(connection, resource, name),
        of: externalIdOf(demoCompany, connection, resource),
      })),
    ),
    charges: chargesOf(demoCompany, connection, anchor),
    metrics: metricsOf(demoCompany, connection, anchor),
  }))
  const acts = actsOf(demoActs, accounts, anchor)
  return {
    startedAtMs: midnightMs(addDays(anchor, -historyDays(anchor))),
    accounts,
    findings: demoCompany.recommendations.map((recommendation) => ({
      recommendation,
      externalId: targetOf(recommendation),
      savings: money(recommendation.savings, 'RUB'),
      createdAtMs: morningOf(anchor, recommendation.foundDaysAgo),
    })),
    budgets: budgetsOf(
      demoCompany,
      accounts.flatMap(({ charges }) => charges),
      anchor,
    ),
    judgements: sayingsOf(anchor),
    rates: ratesOf(demoRates, anchor),
    series: demoSeries.map((series) => ({ series, values: valuesOf(series, anchor) })),
    clients: { tag: demoClients.tag, terms: termsOf(demoClients.terms, anchor) },
    annotations: annotationsOf(demoAnnotations, anchor),
    acts,
    payments: paymentsOf(demoActs, acts, anchor),
  }
}

const morningOf = (anchor: Day, daysAgo: number): number =>
  midnightMs(addDays(anchor, -daysAgo)) + NINE_HOURS_MS

function sayingsOf(anchor: Day): DemoSayings {
  const { notes, overrides, tags, filters } = demoCompany.judgements
  const said = <T extends { connection: string; resource: string; daysAgo: number }>(one: T): Said<T> => {
    const { resource: _, daysAgo, ...rest } = one
    return { ...rest, externalId: targetOf(one), atMs: morningOf(anchor, daysAgo) }
  }
  return {
    notes: notes.map(said),
    overrides: overrides.map(said),
    tags: tags.map(said),
    filters: filters.map(({ daysAgo, ...filter }) => ({ ...filter, atMs: morningOf(anchor, daysAgo) })),
  }
}

function targetOf({ connection: key, resource: name }: { connection: string; resource: string }): string {
  const connection = demoCompany.connections.find((c) => c.key === key)
  const resource = connection?.resources.find((r) => r.name === name)
  if (!connection || !resource) throw new RangeError(`no such resource: ${key}/${name}`)
  return externalIdOf(demoCompany, connection, resource)
}
