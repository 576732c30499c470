import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromStored } from '#main/core/money/stored.ts'
import { listBudgets } from '#main/queries/budgets.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import { listRecommendations } from '#main/queries/recommendations.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { exportBoard } from '#main/services/table-export/board-export.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import { type ViewSpec, viewSpec } from '#shared/contract/costs.ts'
import { contract } from '#shared/contract/index.ts'
import type { MoneyView, Period } from '#shared/contract/values.ts'
import { addDays, type Day, day, daysBetween } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { periodBefore, resolvePeriod } from '#shared/lib/period.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { scopeOf } from './seed.ts'

/**
 * Figures of the overview agree to the last digit, whichever page and question they come from. The truth they are held
 * against is the bill itself: every line of cost_facts, added up here one by one.
 */
const folder = mkdtempSync(join(tmpdir(), 'infrazen-agreement-'))
const ports = testPorts(folder)
let store: Store
let scope: Scope
let lines: { day: Day; femtos: bigint }[]

beforeAll(async () => {
  store = await openStore(ports)
  const { workspaceId } = createDemo({ store, ports }).ensure()
  scope = scopeOf(store, ports, workspaceId)
  lines = store.read
    .values<[Day, string, string]>(
      sql`select day, cast(billed_micros as text), cast(billed_rest as text) from cost_facts`,
    )
    .map(([on, micros, rest]) => ({ day: on, femtos: fromStored(micros, rest) }))
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const add = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
const exact = (text: string): bigint => parseDecimal(text) ?? -1n
const femtosOf = (money: MoneyView): bigint => exact(money.amount)
const billed = (from: Day, to: Day): bigint =>
  add(lines.filter((line) => line.day >= from && line.day <= to).map((line) => line.femtos))

function withBefore(preset: 'd7' | 'd30' | 'd90' | 'y1' | 'month' | 'quarter'): Period {
  const range = resolvePeriod(preset, scope.today)
  const before = periodBefore(preset, range)
  return { ...range, compareFrom: before.from, compareTo: before.to }
}

function custom(from: Day, to: Day): Period {
  const before = periodBefore('custom', { from, to })
  return { from, to, compareFrom: before.from, compareTo: before.to }
}

/** Numbers that look like chance and are the same on every run. */
function* chance(seed: number): Generator<number> {
  let state = seed
  while (true) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

/** The cells of a tile's table in the export: each row's own, and the sums below. */
function exported(spec: ViewSpec): { rows: bigint[][]; total: bigint[] } {
  const { from, to } = withBefore('d7')
  const tiles = [{ title: 'Плитка', spec }]
  const { text } = exportBoard(scope, { period: { from, to }, tiles, language: 'ru' })
  const table = text.split('\r\n').map((line) => line.split(';'))
  const first = table.findIndex((row) => row[0] === 'Сервис') + 1
  const last = table.findIndex((row, i) => i >= first && row[0] === 'Итого')
  const numbers = (row: string[] = []): bigint[] => row.slice(1).map((cell) => exact(cell.replace(',', '.')))
  return { rows: table.slice(first, last).map(numbers), total: numbers(table[last]) }
}

function expectAgreement(period: Period): void {
  const truth = billed(period.from, period.to)
  const truthBefore = billed(period.compareFrom, period.compareTo)
  const summary = getSummary(scope, { period })
  expect(femtosOf(summary.spend)).toBe(truth)
  expect(femtosOf(summary.spendBefore)).toBe(truthBefore)

  const days = { from: period.from, to: period.to }
  for (const by of ['provider', 'service', 'connection', 'resource'] as const) {
    const spec = viewSpec.parse({ period: days, groupBy: [by], top: 7 })
    const answer = getChart(scope, { spec })
    const [section] = answer.sections
    if (!section) {
      expect(truth).toBe(0n)
      continue
    }
    const { groups, rest, total } = section
    expect(answer.sections).toHaveLength(1)
    expect(exact(total.total)).toBe(truth)
    expect(exact(total.before ?? '')).toBe(
      answer.compared ? billed(answer.compared.from, answer.compared.to) : 0n,
    )
    const parts = [...groups, ...(rest ? [rest] : [])]
    expect(add(parts.map((part) => exact(part.total)))).toBe(truth)
    for (const part of [...parts, total]) expect(add(part.amounts.map(exact))).toBe(exact(part.total))
    for (const [at, amount] of total.amounts.entries())
      expect(add(parts.map((part) => exact(part.amounts[at] ?? '')))).toBe(exact(amount))
    const { items } = listRows(scope, contract['explorer.listRows'].input.parse({ spec, limit: 500 }))
    expect(add(items.map((item) => exact(item.total)))).toBe(truth)
  }

  const resources = listAll(period)
  const [spent] = resources.totals.spend
  expect(spent ? femtosOf(spent) : 0n).toBe(truth)
  expect(add(resources.items.map((item) => (item.spend ? femtosOf(item.spend) : 0n)))).toBe(truth)

  if (truth === 0n) return
  const { rows, total } = exported(
    viewSpec.parse({ period: days, groupBy: ['service'], top: 50, comparison: 'none' }),
  )
  expect(total).toHaveLength(daysBetween(period.from, period.to) + 2)
  expect(total.at(-1)).toBe(truth)
  for (const at of total.keys()) expect(add(rows.map((row) => row[at] ?? 0n))).toBe(total[at])
}

const listAll = ({ from, to }: Pick<Period, 'from' | 'to'>) =>
  listResources(scope, contract['resources.list'].input.parse({ spendFrom: from, spendTo: to, limit: 500 }))

describe('every figure of spend is the sum of the bill’s lines', () => {
  for (const preset of ['d7', 'd30', 'd90', 'y1', 'month', 'quarter'] as const) {
    it(`for the period ${preset}`, () => expectAgreement(withBefore(preset)))
  }

  it('for one day, for the days around the edges of the data, for all of it and for none of it', () => {
    for (const [from, to] of [
      ['2026-11-19', '2026-11-19'],
      ['2026-02-28', '2026-03-01'],
      ['2025-10-19', '2025-10-20'],
      ['2026-11-19', '2026-11-21'],
      ['2025-01-01', '2026-12-31'],
      ['2024-01-01', '2024-01-31'],
    ] as const) {
      expectAgreement(custom(day(from), day(to)))
    }
  })

  it('for ranges by chance', () => {
    const numbers = chance(20_261_120)
    const next = (below: number): number => Math.floor((numbers.next().value ?? 0) * below)
    for (let i = 0; i < 25; i += 1) {
      const from = addDays(scope.today, -next(400))
      expectAgreement(custom(from, addDays(from, next(120))))
    }
  })
})

describe('the cards agree with the lists behind them', () => {
  it('in savings and their number', () => {
    const { savings } = getSummary(scope, { period: withBefore('d30') })
    const list = listRecommendations(scope, contract['recommendations.list'].input.parse({ limit: 500 }))
    expect(list.savings).toEqual([savings.monthly])
    expect(add(list.items.map((item) => femtosOf(item.monthlySavings)))).toBe(femtosOf(savings.monthly))
    expect(list.total).toBe(savings.count)
    expect(add(list.categories.flatMap((c) => c.savings.map(femtosOf)))).toBe(femtosOf(savings.monthly))
    expect(list.categories.reduce((total, c) => total + c.count, 0)).toBe(savings.count)
  })

  it('in resources and connections', () => {
    const { resources, connections } = getSummary(scope, { period: withBefore('d30') })
    const list = listAll(withBefore('d30'))
    const present = list.items.filter((item) => item.status !== 'gone')
    expect(present).toHaveLength(resources.total)
    expect(list.totals.byStatus.running).toBe(resources.active)
    const { items } = listConnections(scope, { hasArchived: false })
    expect(items).toHaveLength(connections.total)
    expect(items.filter((item) => item.status === 'active')).toHaveLength(connections.active)
    expect(items.reduce((total, item) => total + item.activeResources, 0)).toBe(resources.active)
    const prices = items.map((item) => (item.monthlyCost ? femtosOf(item.monthlyCost) : 0n))
    expect(list.totals.monthlyCost.map(femtosOf)).toEqual([add(prices)])
    const { connection, provider, type, status, service } = list.facets
    for (const counts of [connection, provider, type, status, service])
      expect(counts.reduce((total, facet) => total + facet.count, 0)).toBe(list.total)
  })

  it('in the month: forecast, month to date and the whole company’s budget', () => {
    const { forecast } = getSummary(scope, { period: withBefore('month') })
    const month = getSummary(scope, { period: withBefore('month') }).spend
    expect(forecast?.monthToDate).toEqual(month)
    expect(forecast?.daysDone).toBe(19)
    // 30 ÷ 19 of what the lines say, in whole kopecks
    const kopeck = 10n ** 13n
    const runRate =
      (billed(day('2026-11-01'), day('2026-11-19')) * 30n * 2n + 19n * kopeck) / (2n * 19n * kopeck)
    expect(forecast?.amount.amount).toBe(formatDecimal(runRate * kopeck))
    expect(femtosOf(forecast?.lastMonth ?? month)).toBe(billed(day('2026-10-01'), day('2026-10-31')))

    const budgets = listBudgets(scope).items
    const whole = budgets.find((item) => item.scope.connectionNames.length === 0)
    expect(whole?.spent).toEqual(month)
    expect(whole?.forecast).toEqual(forecast?.amount)
    for (const item of budgets) expect(add(item.daily.map((d) => exact(d.amount)))).toBe(femtosOf(item.spent))
  })
})
