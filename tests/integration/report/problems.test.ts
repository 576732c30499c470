import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertHierarchy } from '#main/store/repos/hierarchies.repo.ts'
import { insertCostFilter } from '#main/store/repos/views.repo.ts'
import { insertVirtualTag } from '#main/store/repos/virtual-tags.repo.ts'
import type { CostWhere } from '#shared/contract/costs.ts'
import { reportBlock, reportFigures } from '#shared/contract/report-spec.ts'
import { day } from '#shared/lib/day.ts'
import { reportProblemText } from '#shared/texts/report-problems.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { femtos, type Opened, openExplorer } from '../explorer/open.ts'
import { builder, ofKind, sumOf, tablesOf } from './open.ts'

let open: Opened
let build: ReturnType<typeof builder>
beforeEach(async () => {
  open = await openExplorer()
  build = builder(open.scope)
})
afterEach(() => open.close())

type Key = Parameters<typeof fileLine>[0]['key']
const line = (on: string, amount: string, key: Key = {}, connectionId = 'c1') =>
  fileLine({ day: on, femtos: femtos(amount), key, connectionId })
const is = (dimension: 'service' | 'region', ...values: string[]): CostWhere => [
  [{ dimension, op: 'is', values }],
]

test('a report of nothing says so in the place of each block, and lists it', () => {
  const blocks = [
    { id: 'figures', kind: 'figures', figures: reportFigures.slice(0, 6) },
    { id: 'more', kind: 'figures', figures: reportFigures.slice(6) },
    ...['chart', 'table', 'pivot', 'waterfall', 'lines', 'recommendations', 'budgets', 'reconciliation'].map(
      (kind) => ({ id: kind, kind }),
    ),
    ...['showback', 'margins', 'resources', 'tags', 'sumInWords'].map((kind) => ({ id: kind, kind })),
  ].map((block) => reportBlock.parse(block))
  const { document, problems } = build({ blocks })
  const said = new Map(ofKind(document, 'text').map(({ id, paragraphs }) => [id, paragraphs]))
  for (const { id, kind } of blocks) {
    if (kind === 'figures') continue
    const own = problems.filter(({ blockId }) => blockId === id)
    expect(own.length, id).toBeGreaterThan(0)
    expect(own.map((problem) => reportProblemText(problem, 'ru'))).toContain(said.get(id)?.[0])
  }
  for (const block of ofKind(document, 'figures'))
    for (const { figure, value, note } of block.figures)
      if (figure !== 'resources') expect([value, note], figure).toEqual([null, expect.stringMatching(/\.$/)])
  expect(document.footer).toMatchObject({ sources: 'Источники: данных нет' })
})

test('currencies stand apart: a table, a figure and a sum in words for each', () => {
  open.bill([
    line('2026-10-02', '100.10', { service: 'VM' }),
    line('2026-10-03', '10.05', { service: 'VM', currency: 'USD' }),
    line('2026-10-04', '5', { service: 'S3', currency: 'USD' }),
  ])
  const { document } = build({
    blocks: [
      { id: 'a', kind: 'table', title: 'Сервисы', view: { granularity: 'total' } },
      { id: 'b', kind: 'figures', figures: ['spend'] },
      { id: 'c', kind: 'sumInWords' },
      { id: 'd', kind: 'lines' },
      { id: 'e', kind: 'text', text: 'Итого {итого}.' },
    ],
  })
  const tables = tablesOf(document)
  expect(tables.map(({ title }) => title)).toEqual([
    ...['Сервисы, RUB', 'Сервисы, USD'],
    ...['Строки счетов, RUB', 'Строки счетов, USD'],
  ])
  expect(
    tables.map((table) =>
      sumOf(
        table,
        table.columns.findIndex(({ kind }) => kind === 'money'),
      ),
    ),
  ).toEqual([...['100.1', '15.05', '100.1', '15.05']])
  expect(ofKind(document, 'figures')[0]?.figures.map(({ value, unit }) => [value, unit])).toEqual([
    ['100.1', 'RUB'],
    ['15.05', 'USD'],
  ])
  expect(ofKind(document, 'sumInWords').map(({ words }) => words)).toEqual([
    'Сто рублей 10 копеек',
    'Пятнадцать долларов США 05 центов',
  ])
  expect(ofKind(document, 'text')[0]?.paragraphs[0]).toMatch(/^Итого 100,10.₽; 15,05.\$\.$/)
})

test('one currency takes its rates and names them; one without a rate stays apart and is told', () => {
  open.rate('USD', '2026-10-01', '80.5')
  open.bill([
    line('2026-10-02', '100'),
    line('2026-10-03', '10', { currency: 'USD' }),
    line('2026-10-03', '7', { currency: 'EUR' }),
  ])
  const { document, problems } = build({
    currency: 'RUB',
    blocks: [{ id: 'a', kind: 'table', view: { granularity: 'total' } }],
  })
  expect(tablesOf(document).map(({ total }) => total?.cells[1])).toEqual(['905', '7'])
  expect(problems).toContainEqual({ blockId: 'a', code: 'rates.missing', subject: 'EUR' })
  expect(document.footer?.rates).toBe(
    'Пересчёт в RUB по курсу Банка России на день начисления: USD 80,5 с 01.10.2026',
  )
})

test('a report may have a rule for rates of its own, which its paper names and nobody else’s figures follow', () => {
  open.rate('USD', '2026-10-01', '80')
  open.rate('USD', '2026-10-11', '90')
  open.rate('USD', '2026-10-21', '90')
  const usd = { currency: 'USD' } as const
  open.bill([
    line('2026-09-30', '1'),
    line('2026-10-02', '10', usd),
    line('2026-10-12', '10', usd),
    line('2026-10-31', '1'),
  ])
  const told = (rateRule: 'day' | 'month' | null) => {
    const { document } = build({
      currency: 'RUB',
      rateRule,
      blocks: [
        { id: 'a', kind: 'table', view: { granularity: 'total' } },
        { id: 'b', kind: 'waterfall' },
      ],
    })
    const why = document.blocks.filter(({ kind }) => kind === 'chart')
    const [total] = tablesOf(document).map((table) => table.total?.cells[1])
    return { total, why: JSON.stringify(why), rates: document.footer?.rates }
  }
  const byRule = told(null)
  expect(byRule.total).toBe('1701')
  expect(byRule.rates).toContain('на день начисления')
  const byMonth = told('month')
  // (10 × 80 + 21 × 90) / 31 roubles for a dollar, twenty of them, and one rouble.
  expect(Number(byMonth.total)).toBeCloseTo((20 * (800 + 21 * 90)) / 31 + 1, 2)
  expect(byMonth.rates).toContain('по среднему')
  expect(byRule.why).toContain('1700')
  expect(byMonth.why).not.toBe(byRule.why)
  expect(told(null)).toEqual(byRule)
  expect(told('day')).toEqual(byRule)
})

test('the report’s filters and the view’s hold together; its own view has its own', () => {
  open.bill([
    line('2026-10-02', '1', { service: 'VM', region: 'ru-1' }),
    line('2026-10-02', '2', { service: 'VM', region: 'ru-2' }),
    line('2026-10-02', '4', { service: 'S3', region: 'ru-1' }),
    line('2026-11-02', '8', { service: 'S3', region: 'ru-1' }),
  ])
  open.write((db) => {
    const filter = { workspaceId: 'w1', userId: null, updatedAtMs: 1 }
    insertCostFilter(db, { ...filter, id: 'f1', name: 'Регион', where: is('region', 'ru-1') })
    insertCostFilter(db, { ...filter, id: 'f2', name: 'Диски', where: is('service', 'S3', 'VM') })
  })
  const { document } = build({
    filterId: 'f1',
    where: is('service', 'VM', 'S3'),
    blocks: [
      { id: 'a', kind: 'table', view: { granularity: 'total', filterId: 'f2' } },
      { id: 'b', kind: 'table', view: { granularity: 'total', where: is('service', 'S3') } },
      {
        id: 'c',
        kind: 'table',
        isOwn: true,
        view: { granularity: 'total', period: { from: day('2026-11-01'), to: day('2026-11-05') } },
      },
      { id: 'd', kind: 'text', text: '{отбор}' },
    ],
  })
  expect(tablesOf(document).map(({ total }) => total?.cells[1])).toEqual(['5', '4', '8'])
  expect(document.footer?.filter).toBe('Отбор: Регион: ru-1 и Сервис: VM, S3')
  expect(ofKind(document, 'text')[0]?.paragraphs).toEqual(['Регион: ru-1 и Сервис: VM, S3'])
})

test('filters that would multiply beyond all bounds are refused and not cut', () => {
  open.bill([line('2026-10-02', '1', { service: 'VM' })])
  const many = (count: number): CostWhere =>
    Array.from({ length: count }, (_, at) => [{ dimension: 'service', op: 'is', values: [`s${at}`] }])
  open.write((db) =>
    insertCostFilter(db, {
      ...{ id: 'f1', name: 'Много', workspaceId: 'w1', userId: null, updatedAtMs: 1 },
      where: many(20),
    }),
  )
  const { document, problems } = build({
    filterId: 'f1',
    where: many(20),
    blocks: [{ id: 'a', kind: 'table', view: { where: many(2) } }],
  })
  expect(problems).toContainEqual({ blockId: 'a', code: 'filter.tooWide', subject: null })
  expect(ofKind(document, 'text')[0]).toMatchObject({ id: 'a', title: 'Затраты' })
})

test('what the report refers to and is gone is told: a filter, a hierarchy, a client, a variable', () => {
  open.bill([line('2026-10-02', '1', { service: 'VM' })])
  open.write((db) =>
    insertVirtualTag(db, {
      ...{ id: 'client', name: 'Клиент', kind: 'client', rules: [] },
      ...{ workspaceId: 'w1', userId: null, updatedAtMs: 1 },
    }),
  )
  const { document, problems } = build({
    filterId: 'no-such-filter',
    blocks: [
      { id: 'a', kind: 'table', view: { granularity: 'total', filterId: 'gone-too' } },
      { id: 'b', kind: 'showback', hierarchyId: 'no-such-tree' },
      { id: 'c', kind: 'margins', client: 'ООО «Вектор»' },
      { id: 'd', kind: 'text', text: 'Премия {премия}' },
    ],
  })
  expect(problems).toEqual([
    { blockId: null, code: 'filter.gone', subject: null },
    { blockId: 'a', code: 'filter.gone', subject: null },
    { blockId: 'a', code: 'data.begins', subject: '2026-10-02' },
    { blockId: 'b', code: 'hierarchy.gone', subject: null },
    { blockId: 'c', code: 'client.gone', subject: 'ООО «Вектор»' },
    { blockId: 'd', code: 'variable.unknown', subject: '{премия}' },
    { blockId: null, code: 'data.begins', subject: '2026-10-02' },
  ])
  expect(tablesOf(document)[0]?.total?.cells[1]).toBe('1')
  expect(ofKind(document, 'text').map(({ paragraphs }) => paragraphs[0])).toEqual([
    'Этой оргструктуры больше нет.',
    'Клиента «ООО «Вектор»» за эти дни нет.',
    'Премия {премия}',
  ])
})

test('a block about the whole organisation says that the report’s filter does not hold for it', () => {
  open.bill([line('2026-10-02', '1', { service: 'VM' }), line('2026-10-02', '2', { service: 'S3' })])
  open.write((db) =>
    insertHierarchy(db, {
      id: 'tree',
      workspaceId: 'w1',
      name: 'Отделы',
      dimension: 'service',
      levels: ['Отдел'],
      nodes: [{ id: 'it', parentId: null, name: 'ИТ', values: ['VM'] }],
      userId: null,
      updatedAtMs: 1,
    }),
  )
  const { document, problems } = build({
    where: is('service', 'S3'),
    blocks: [{ id: 'a', kind: 'showback' }],
  })
  expect(problems).toContainEqual({ blockId: 'a', code: 'filter.unused', subject: null })
  expect(tablesOf(document)[0]).toMatchObject({ note: expect.stringContaining('обо всей организации') })
  expect(tablesOf(document)[0]?.total?.cells[3]).toBe('3')
})

test('VAT is in words, and an account whose terms nobody has confirmed is told', () => {
  open.bill([line('2026-10-02', '122')])
  const { document, problems } = build({
    vat: 'without',
    blocks: [{ id: 'a', kind: 'table', view: { granularity: 'total', comparison: 'none' } }],
  })
  expect(tablesOf(document)[0]?.total?.cells[1]).toBe('100')
  expect(problems).toContainEqual({ blockId: 'a', code: 'vat.unknown', subject: 'c1' })
  expect(document.footer?.vat).toBe('Без НДС, ставка на день начисления')
})

test('a preview shows the first two hundred rows and how many there are besides', () => {
  open.bill(Array.from({ length: 450 }, (_, at) => line('2026-10-02', `${at + 1}.01`, { service: `s${at}` })))
  const spec = {
    blocks: [
      { id: 'a', kind: 'table' as const, view: { granularity: 'total' as const } },
      { id: 'b', kind: 'lines' as const },
    ],
  }
  for (const table of tablesOf(build(spec, true).document)) {
    expect(table).toMatchObject({ rowCount: 200, left: 250 })
    expect([...table.rows()]).toHaveLength(200)
  }
  for (const table of tablesOf(build(spec).document)) {
    expect(table).toMatchObject({ rowCount: 450, left: 0 })
    expect([...table.rows()]).toHaveLength(450)
  }
})
