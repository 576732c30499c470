import type { CallInput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'

type Filter = CallInput<'ledger.aggregate'>['filter']
type Aggregate = CallInput<'ledger.aggregate'>

const between = (from: string, to: string, more: Partial<Filter> = {}): Filter => ({
  from: day(from),
  to: day(to),
  ...more,
})

export const RESOURCE = 'arn:cloud:resource/012345'
const YEAR = ['2025-11-01', '2026-11-30'] as const

/** A question of the contract, and the same one to DuckDB; `columns` of its answer make the key of a row. */
export type Question = { name: string; sql(sum: string): string } & (
  | { call: 'ledger.aggregate'; input: Aggregate; hasBefore?: true }
  | { call: 'ledger.countResources'; input: { filter: Filter } }
  | { call: 'budgets.list'; input: Record<string, never> }
)

const within = (from: string, to: string): string => `day BETWEEN DATE '${from}' AND DATE '${to}'`

/** The nine questions that an explorer asks most. Rows of DuckDB: keys, currency, amount, lines. */
export const questions: readonly Question[] = [
  {
    name: '30 days by day and provider',
    call: 'ledger.aggregate',
    input: { filter: between('2026-10-21', '2026-11-19'), metric: 'billed', groupBy: ['day', 'provider'] },
    sql: (
      sum,
    ) => `SELECT day::VARCHAR, provider, currency, sum(${sum}) AS amount, count(*) AS lines FROM lines
      WHERE ${within('2026-10-21', '2026-11-19')} GROUP BY ALL ORDER BY ALL`,
  },
  {
    name: 'services, month against month',
    call: 'ledger.aggregate',
    input: {
      filter: between('2026-10-01', '2026-10-31'),
      metric: 'billed',
      groupBy: ['service'],
      top: 20,
      before: { from: day('2026-09-01'), to: day('2026-09-30') },
    },
    hasBefore: true,
    sql: (sum) => `SELECT * FROM (
      SELECT service, currency, sum(${sum}) FILTER (month(day) = 10) AS amount,
        count(*) FILTER (month(day) = 10) AS lines, sum(${sum}) FILTER (month(day) = 9) AS before
      FROM lines WHERE ${within('2026-09-01', '2026-10-31')} GROUP BY ALL)
      QUALIFY row_number() OVER (PARTITION BY currency ORDER BY amount DESC) <= 20`,
  },
  {
    name: 'a month by the values of a tag',
    call: 'ledger.aggregate',
    input: {
      filter: between('2026-10-01', '2026-10-31'),
      metric: 'billed',
      groupBy: ['tag'],
      tagKey: 'team',
    },
    sql: (sum) => `SELECT json_extract_string(tags, '$.team') AS team, currency, sum(${sum}) AS amount,
      count(*) AS lines FROM lines WHERE ${within('2026-10-01', '2026-10-31')} GROUP BY ALL ORDER BY ALL`,
  },
  {
    name: 'one resource by day, thirteen months',
    call: 'ledger.aggregate',
    input: { filter: between(...YEAR, { resourceRefs: [RESOURCE] }), metric: 'billed', groupBy: ['day'] },
    sql: (sum) => `SELECT day::VARCHAR, currency, sum(${sum}) AS amount, count(*) AS lines FROM lines
      WHERE resource_id = '${RESOURCE}' GROUP BY ALL ORDER BY ALL`,
  },
  {
    name: 'the twenty resources that moved most',
    call: 'ledger.aggregate',
    input: {
      filter: between('2026-10-01', '2026-10-31'),
      metric: 'billed',
      groupBy: ['resourceRef'],
      top: 20,
      by: 'change',
      before: { from: day('2026-09-01'), to: day('2026-09-30') },
    },
    hasBefore: true,
    sql: (sum) => `SELECT * FROM (
      SELECT resource_id, currency, coalesce(sum(${sum}) FILTER (month(day) = 10), 0) AS amount,
        count(*) FILTER (month(day) = 10) AS lines, coalesce(sum(${sum}) FILTER (month(day) = 9), 0) AS before
      FROM lines WHERE ${within('2026-09-01', '2026-10-31')} GROUP BY ALL)
      QUALIFY row_number() OVER (PARTITION BY currency ORDER BY abs(amount - before) DESC) <= 20`,
  },
  {
    name: 'a service, a region and a tag, by account',
    call: 'ledger.aggregate',
    input: {
      filter: between(...YEAR, {
        services: ['Service 7', 'Service 14', 'Service 42'],
        regions: ['region-3', 'region-9', 'region-12'],
        tag: { key: 'env', values: ['prod'] },
      }),
      metric: 'billed',
      groupBy: ['connection'],
    },
    sql: (sum) => `SELECT account, currency, sum(${sum}) AS amount, count(*) AS lines FROM lines
      WHERE service IN ('Service 7', 'Service 14', 'Service 42')
        AND region IN ('region-3', 'region-9', 'region-12') AND json_extract_string(tags, '$.env') = 'prod'
      GROUP BY ALL ORDER BY ALL`,
  },
  {
    name: 'how many resources a month has',
    call: 'ledger.countResources',
    input: { filter: between('2026-10-01', '2026-10-31') },
    sql: () => `SELECT count(DISTINCT (account, resource_id)) AS lines FROM lines
      WHERE ${within('2026-10-01', '2026-10-31')}`,
  },
  {
    name: 'the month so far against ten budgets',
    call: 'budgets.list',
    input: {},
    sql: (sum) => `SELECT account, day::VARCHAR, currency, sum(${sum}) AS amount, count(*) AS lines FROM lines
      WHERE ${within('2026-11-01', '2026-11-19')} GROUP BY ALL ORDER BY ALL`,
  },
  {
    name: 'thirteen months by provider',
    call: 'ledger.aggregate',
    input: { filter: between(...YEAR), metric: 'billed', groupBy: ['month', 'provider'] },
    sql: (sum) => `SELECT strftime(day, '%Y-%m') AS month, provider, currency, sum(${sum}) AS amount,
      count(*) AS lines FROM lines GROUP BY ALL ORDER BY ALL`,
  },
]
