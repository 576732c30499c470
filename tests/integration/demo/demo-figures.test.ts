import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '#main/queries/alerts.query.ts'
import { listBudgets } from '#main/queries/budgets.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getUtilization } from '#main/queries/dashboard-utilization.query.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { listRecommendations } from '#main/queries/recommendations.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createDemo, type DemoService } from '#main/services/demo/demo.service.ts'
import { openStore } from '#main/store/open.ts'
import { chargeKeys } from '#main/store/schema/costs.ts'
import { resourceVersions } from '#main/store/schema/inventory.ts'
import type { Store } from '#main/store/store.ts'
import { contract } from '#shared/contract/index.ts'
import { addDays, dayInZone } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { checkRollup } from '#tests/support/rollup.ts'

const folder = mkdtempSync(join(tmpdir(), 'infrazen-test-'))
const ports = testPorts(folder)
let store: Store
let demo: DemoService
let workspaceId: string

beforeAll(async () => {
  store = await openStore(ports)
  demo = createDemo({ store, ports })
  workspaceId = demo.ensure().workspaceId
})

afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function scopeAt(now: string): Scope {
  const nowMs = Date.parse(now)
  return {
    db: store.read,
    ledger: createSqliteLedger(() => store.read, store.revision),
    workspaceId,
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    today: dayInZone(nowMs, 'Europe/Moscow'),
    nowMs,
    revision: store.revision(),
  }
}

const noon = () => scopeAt('2026-11-20T09:00:00Z')

test('connections cost what the company was made to cost, and have data through yesterday', () => {
  const { items } = contract['connections.list'].output.parse(listConnections(noon(), { hasArchived: false }))
  expect(
    Object.fromEntries(items.map((c) => [c.name, [c.monthlyCost?.amount, c.activeResources, c.dataThrough]])),
  ).toEqual({
    'Selectel BU-A (prod)': ['166600', 13, '2026-11-19'],
    'Selectel BU-B (dev/stage)': ['104300', 11, '2026-11-19'],
    'Beget Prod': ['104250', 12, '2026-11-19'],
    'Beget Dev': ['41850', 5, '2026-11-19'],
  })
})

test.each(['2026-11-19T21:00:00Z', '2026-11-20T09:00:00Z', '2026-11-20T20:59:59Z'])(
  'at %s the alerts are a budget, a balance, a runaway and a renewal, and no data is late',
  (now) => {
    const { items } = contract['dashboard.listAlerts'].output.parse(listAlerts(scopeAt(now)))
    expect(items.map((a) => [a.code, a.subject]).sort()).toEqual([
      ['balance.low', expect.any(String)],
      ['budget.willExceed', 'Разработка и тестирование'],
      ['renewal.due', 'infrazen-demo.ru'],
      ['spend.unusual', expect.any(String)],
    ])
  },
)

test('budgets: the company keeps its own, development will exceed it', () => {
  const { items } = contract['budgets.list'].output.parse(listBudgets(noon()))
  expect(Object.fromEntries(items.map((b) => [b.name, [b.status, b.scope.connectionNames.length]]))).toEqual({
    'Облака, вся компания': ['ok', 0],
    'Разработка и тестирование': ['willExceed', 2],
  })
})

test('twenty active recommendations of every kind', () => {
  const list = listRecommendations(noon(), {
    search: '',
    status: 'active',
    sort: 'savings',
    direction: 'desc',
    offset: 0,
    limit: 100,
  })
  const { items, categories } = contract['recommendations.list'].output.parse(list)
  expect(items).toHaveLength(20)
  expect(categories.filter((c) => c.count > 0)).toHaveLength(6)
})

test('the summary has a forecast and knows where the data ends', () => {
  const to = addDays(noon().today, -1)
  const period = {
    from: addDays(to, -29),
    to,
    compareFrom: addDays(to, -59),
    compareTo: addDays(to, -30),
  }
  const summary = contract['dashboard.getSummary'].output.parse(getSummary(noon(), { period }))
  expect(summary.dataThrough).toBe(to)
  expect(summary.forecast?.daysDone).toBe(19)
  expect(summary.changeRatio).not.toBeNull()
  expect(summary.connections).toEqual({ active: 4, total: 4, failing: 0 })
  const { items } = contract['dashboard.getUtilization'].output.parse(getUtilization(noon(), { period }))
  expect(items.map((i) => i.metric)).toEqual(['cpu', 'ram', 'disk', 'network'])
  for (const item of items) {
    expect(item.ratio).toBeGreaterThan(0.1)
    expect(item.ratio).toBeLessThan(0.8)
  }
})

test('every line of the bill belongs to a resource, and the daily sums equal the lines', () => {
  expect(
    store.read
      .select()
      .from(chargeKeys)
      .all()
      .filter((k) => k.resourceId === null),
  ).toEqual([])
  expect(checkRollup(store.read).differences).toBe(0)
})

test('the history holds creations, changes and removals only', () => {
  const changes = store.read.select({ change: resourceVersions.change }).from(resourceVersions).all()
  const counts = Map.groupBy(changes, (c) => c.change)
  expect(counts.get('created')).toHaveLength(47)
  expect(counts.get('gone')).toHaveLength(2)
  expect(counts.get('updated')?.length).toBeGreaterThanOrEqual(7)
  expect(counts.get('returned')).toBeUndefined()
})

test('whatever day of the week it is, the runaway of the last week-end is the only unusual spend', () => {
  for (let days = 1; days <= 7; days += 1) {
    ports.clock.advance(24 * 3_600_000)
    demo.ensure()
    const { items } = listAlerts(scopeAt(new Date(ports.clock.nowMs()).toISOString()))
    const unusual = items.filter((a) => a.code === 'spend.unusual')
    expect(unusual.map((a) => a.subject)).toEqual(['Selectel BU-B (dev/stage) · Облачные серверы'])
  }
})
