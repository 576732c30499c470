import { afterAll, beforeAll, expect, test } from 'vitest'
import { listHierarchies } from '#main/queries/allocation/lists.query.ts'
import { getShowback } from '#main/queries/allocation/showback.query.ts'
import { getTagReport, listViolations } from '#main/queries/allocation/tag-report.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { explain } from '#main/queries/explorer-explain.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import { listLines } from '#main/queries/ledger-lines.query.ts'
import { listMargins } from '#main/queries/margins.query.ts'
import { listRecommendations } from '#main/queries/recommendations.query.ts'
import { listLadders } from '#main/queries/reconciliation.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { allocation } from '#shared/contract/allocation.ts'
import { business } from '#shared/contract/business.ts'
import { type ViewSpecInput, viewSpec } from '#shared/contract/costs.ts'
import { ledger } from '#shared/contract/ledger.ts'
import { recommendations } from '#shared/contract/recommendations.ts'
import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import { resources } from '#shared/contract/resources.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { ofKind, openDemoReports, sumOf, tablesOf } from './open.ts'

const october = { from: day('2026-10-01'), to: day('2026-10-31') }

let demo: Awaited<ReturnType<typeof openDemoReports>>
beforeAll(async () => {
  demo = await openDemoReports()
})
afterAll(() => demo.close())

const documentOf = (...blocks: ReportSpecInput['blocks']) => demo.build({ blocks }).document
const view = (input: ViewSpecInput) =>
  viewSpec.parse({ period: { preset: 'lastMonth' }, granularity: 'total', ...input })
const column = (table: ReturnType<typeof tablesOf>[number] | undefined, key: string) => {
  const at = table?.columns.findIndex((one) => one.key === key) ?? -1
  return [...(table?.rows() ?? [])].map(({ cells }) => cells[at] ?? null)
}

test('a table has the rows of the explorer, to the last digit and in its order', () => {
  const asked: ViewSpecInput = {
    granularity: 'month',
    groupBy: ['service', 'connection'],
    vat: 'without',
  }
  const { document } = demo.build({ vat: 'without', blocks: [{ id: 'a', kind: 'table', view: asked }] })
  const [table] = tablesOf(document)
  const { items } = listRows(demo.scope, {
    spec: view(asked),
    unit: undefined,
    search: '',
    offset: 0,
    limit: 500,
  })
  expect(items.length).toBeGreaterThan(20)
  expect(column(table, 'total')).toEqual(items.map(({ total }) => total))
  expect(column(table, 'before')).toEqual(items.map(({ before }) => before))
  expect(column(table, 'changeRatio')).toEqual(items.map(({ changeRatio }) => changeRatio))
  expect(column(table, '2026-10-01')).toEqual(items.map(({ amounts }) => amounts[0]))
  const [section] = getChart(demo.scope, { spec: view(asked) }).sections
  expect(table?.total?.cells.slice(2, 5)).toEqual([
    section?.total.amounts[0],
    section?.total.total,
    section?.total.before,
  ])
})

test('a limit leaves the largest and one row for all others, which add up to the whole', () => {
  const [table] = tablesOf(
    documentOf({
      id: 'a',
      kind: 'table',
      limit: 3,
      view: { granularity: 'month', groupBy: ['service'] },
    }),
  )
  expect(table).toMatchObject({ rowCount: 4, left: 0 })
  expect([...(table?.rows() ?? [])].at(-1)?.cells[0]).toBe('Прочее (14)')
  for (const [at, { isSummed }] of (table?.columns ?? []).entries())
    if (table && isSummed) expect(sumOf(table, at)).toBe(table.total?.cells[at])
})

test('a chart has the groups and the rest of the explorer', () => {
  const asked: ViewSpecInput = { granularity: 'day', groupBy: ['provider'], comparison: 'previous' }
  const [block] = ofKind(documentOf({ id: 'a', kind: 'chart', view: asked }), 'chart')
  const [section] = getChart(demo.scope, { spec: view(asked) }).sections
  const chart = block?.chart
  if (chart?.kind !== 'bins') throw new Error('no bins')
  expect(chart.parts.map(({ amounts }) => amounts)).toEqual(section?.groups.map(({ amounts }) => amounts))
  expect(chart.totals).toEqual(section?.total.amounts)
  expect(chart.before).toHaveLength(31)
  expect(chart.before?.slice(0, 30)).toEqual(section?.before)
  expect(chart.bins.filter(({ isWeekend }) => isWeekend)).toHaveLength(9)
})

test('months up to the report’s end stand in place of its days', () => {
  const [block] = ofKind(
    documentOf({
      id: 'a',
      kind: 'chart',
      months: 13,
      view: { granularity: 'month', groupBy: ['provider'], comparison: 'none' },
    }),
    'chart',
  )
  const chart = block?.chart
  if (chart?.kind !== 'bins') throw new Error('no bins')
  expect(chart.bins.map(({ short }) => short)).toEqual([
    ...['окт 25', 'нояб 25', 'дек 25', 'янв 26', 'февр 26', 'март 26', 'апр 26', 'май 26'],
    ...['июнь 26', 'июль 26', 'авг 26', 'сент 26', 'окт 26'],
  ])
})

test('a pivot adds up along both its sides to what the explorer tells', () => {
  const [table] = tablesOf(
    documentOf({ id: 'a', kind: 'pivot', limit: 5, view: { groupBy: ['service', 'connection'], top: 2 } }),
  )
  const [section] = getChart(demo.scope, { spec: view({ groupBy: [] }) }).sections
  expect(table?.columns.map(({ key }) => key)).toEqual(['service', 'c1', 'c2', 'c3', 'total'])
  expect(table?.total?.cells.at(-1)).toBe(section?.total.total)
  for (const at of [1, 2, 3, 4]) if (table) expect(sumOf(table, at)).toBe(table.total?.cells[at])
  for (const { cells } of table?.rows() ?? [])
    expect(
      formatDecimal(cells.slice(1, -1).reduce((sum, cell) => sum + (parseDecimal(cell ?? '0') ?? 0n), 0n)),
    ).toBe(cells.at(-1))
})

test('the waterfall has the effects of the explanation, and goes from the days before to these', () => {
  const document = documentOf({ id: 'a', kind: 'waterfall', view: { groupBy: ['resource'] } })
  const told = explain(demo.scope, { spec: view({ groupBy: ['resource'] }), unit: 'RUB' })
  const [block] = ofKind(document, 'chart')
  expect(column(block?.table as never, 'amount')).toEqual(told.effects.map(({ amount }) => amount))
  const chart = block?.chart
  if (chart?.kind !== 'waterfall') throw new Error('no waterfall')
  expect([chart.steps[0]?.amount, chart.steps.at(-1)?.amount]).toEqual([told.before, told.after])
  const [words] = ofKind(document, 'text')
  expect(words?.paragraphs[0]).toMatch(
    /^Затраты за октябрь 2026 выросли с .+ \(сентябрь 2026\) до .+ \(\+2.%\)\.$/,
  )
})

test('figures are those of the dashboard and of the pages', () => {
  const figures = ofKind(
    documentOf(
      {
        id: 'a',
        kind: 'figures',
        figures: ['spend', 'before', 'change', 'forecast', 'savings', 'resources'],
      },
      { id: 'b', kind: 'figures', figures: ['allocated', 'actDifference', 'unitCost', 'margin', 'budget'] },
    ),
    'figures',
  ).flatMap((block) => block.figures)
  const value = (name: string) => figures.find(({ figure }) => figure === name)?.value
  const summary = getSummary(demo.scope, {
    period: { ...october, compareFrom: day('2026-09-01'), compareTo: day('2026-09-30') },
  })
  expect(value('spend')).toBe(summary.spend.amount)
  expect(value('before')).toBe(summary.spendBefore.amount)
  expect(value('forecast')).toBe(summary.forecast?.amount.amount)
  expect(value('savings')).toBe(summary.savings.monthly.amount)
  expect(value('budget')).toBe('520000')
  const ladders = listLadders(demo.scope, '2026-10')
  const difference = ladders.reduce((sum, one) => sum + (parseDecimal(one.difference ?? '0') ?? 0n), 0n)
  expect(value('actDifference')).toBe(formatDecimal(difference))
  expect(figures.find(({ figure }) => figure === 'change')).toMatchObject({
    note: expect.stringMatching(/^\+2.% к сентябрю 2026$/),
    mood: 'bad',
  })
})

test('showback is that of its page, and a department’s services add up to what it bears', () => {
  const [hierarchy] = listHierarchies(demo.scope).items
  const input = allocation['allocation.getShowback'].input.parse({
    by: { hierarchyId: hierarchy?.id },
    ...october,
    compareFrom: '2026-09-01',
    compareTo: '2026-09-30',
  })
  const page = getShowback(demo.scope, input)
  const [tree, ...sheets] = tablesOf(documentOf({ id: 'a', kind: 'showback', isDetailed: true }))
  expect(column(tree, 'total')).toEqual(page.rows.map(({ total }) => total))
  expect(tree?.total?.cells[3]).toBe(page.total)
  expect(sheets.map(({ title }) => title)).toEqual([
    ...['Интернет-магазин', 'Программа лояльности', 'Маркетинг', 'Аналитика', 'Тестирование'],
  ])
  for (const sheet of sheets) {
    const own = page.rows.find(({ label }) => label === sheet.title)
    // Shares of shared costs end at the last of fifteen places.
    const gap = (parseDecimal(own?.total ?? '0') ?? 0n) - (parseDecimal(sheet.total?.cells[1] ?? '0') ?? 0n)
    expect(Number(gap < 0n ? -gap : gap)).toBeLessThan(100)
  }
})

test('margins are those of the page; a client’s own bill hides the cost', () => {
  const tagId = demo.scope.workspaceId
  const all = documentOf(
    { id: 'a', kind: 'margins' },
    { id: 'b', kind: 'margins', client: 'Морошка Ритейл', hidesCost: true },
  )
  const [clients, bill] = tablesOf(all)
  const page = listMargins(
    demo.scope,
    business['business.listMargins'].input.parse({ tagId: `${tagId}-client`, ...october }),
  )
  expect(column(clients, 'margin')).toEqual(page.items.map(({ margin }) => margin))
  expect(clients?.total?.cells.slice(1)).toEqual([
    page.totals.cost,
    page.totals.price,
    page.totals.margin,
    page.totals.marginRatio,
  ])
  expect(bill?.title).toBe('К оплате: Морошка Ритейл')
  expect(bill?.columns.map(({ key }) => key)).toEqual(['month', 'price'])
  const own = page.items.find(({ part }) => part === 'Морошка Ритейл')
  expect(bill?.total?.cells).toEqual(['Итого', own?.price])
  expect(JSON.stringify([bill, [...(bill?.rows() ?? [])]])).not.toContain(own?.cost)
})

test('recommendations, resources and tags are those of their pages', () => {
  const document = documentOf(
    { id: 'a', kind: 'recommendations' },
    { id: 'b', kind: 'resources' },
    { id: 'c', kind: 'tags' },
  )
  const of = (id: string) => tablesOf(document).filter((table) => table.id === id)
  const advice = listRecommendations(
    demo.scope,
    recommendations['recommendations.list'].input.parse({ limit: 500 }),
  )
  const [list] = of('a')
  expect(list?.total?.cells.at(-1)).toBe(advice.savings[0]?.amount)
  expect([...(list?.rows() ?? [])].filter(({ role }) => role === undefined)).toHaveLength(advice.total)
  const inventory = listResources(
    demo.scope,
    resources['resources.list'].input.parse({
      spendFrom: october.from,
      spendTo: october.to,
      sort: 'spend',
      limit: 500,
    }),
  )
  expect(column(of('b')[0], 'spend')).toEqual(inventory.items.map(({ spend }) => spend?.amount ?? null))
  expect(of('b')[0]?.total?.cells.at(-1)).toBe(inventory.totals.spend[0]?.amount)
  const [policies, owners, violations] = of('c')
  const told = getTagReport(demo.scope, october)
  expect(column(policies, 'good')).toEqual(told.policies.map(({ good }) => String(good)))
  expect(owners?.total?.cells.slice(1, 3)).toEqual([String(told.resources), String(told.violating)])
  const { total } = listViolations(
    demo.scope,
    allocation['tagPolicies.listViolations'].input.parse({ limit: 1 }),
  )
  expect(violations?.rowCount).toBe(total)
})

test('lines are those of the ledger, all of them or the dearest', () => {
  const document = documentOf(
    { id: 'a', kind: 'lines', view: { where: [[{ dimension: 'provider', op: 'is', values: ['beget'] }]] } },
    { id: 'b', kind: 'lines', limit: 7 },
  )
  const [beget, dearest] = tablesOf(document)
  const page = (input: object) =>
    listLines(
      demo.scope,
      ledger['ledger.listLines'].input.parse({ filter: { ...october, ...input }, limit: 500, sort: 'cost' }),
    )
  const own = page({ providers: ['beget'] })
  expect(beget?.rowCount).toBe(own.total)
  if (beget) expect(sumOf(beget, 9)).toBe(beget.total?.cells[9])
  expect(dearest).toMatchObject({ rowCount: 7, left: page({}).total - 7 })
  expect(column(dearest, 'billed')).toEqual(
    page({})
      .items.slice(0, 7)
      .map(({ columns }) => columns.BilledCost),
  )
})
