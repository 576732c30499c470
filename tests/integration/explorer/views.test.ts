import { afterEach, beforeEach, expect, test } from 'vitest'
import { toStored } from '#main/core/money/stored.ts'
import { listVat } from '#main/queries/vat.query.ts'
import { createVat } from '#main/services/vat/vat.service.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { insertHierarchy } from '#main/store/repos/hierarchies.repo.ts'
import { putVatTerms } from '#main/store/repos/vat-terms.repo.ts'
import { insertCostFilter } from '#main/store/repos/views.repo.ts'
import { insertVirtualTag, removeVirtualTag } from '#main/store/repos/virtual-tags.repo.ts'
import type { CostWhere, ViewSpecInput } from '#shared/contract/costs.ts'
import { day, daysOf } from '#shared/lib/day.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { femtos, type Opened, openExplorer } from './open.ts'

let open: Opened
beforeEach(async () => {
  open = await openExplorer()
})
afterEach(() => open.close())

type Key = Parameters<typeof fileLine>[0]['key']
const line = (on: string, amount: string, key: Key = {}, connectionId = 'c1') =>
  fileLine({ day: on, femtos: femtos(amount), key, connectionId })

const november: ViewSpecInput = {
  period: { from: day('2026-11-01'), to: day('2026-11-19') },
  comparison: 'none',
  granularity: 'month',
}
const totals = (chart: ReturnType<Opened['chart']>) =>
  chart.sections.map(({ unit, total }) => `${total.total} ${unit}`)
const byKey = (chart: ReturnType<Opened['chart']>) =>
  Object.fromEntries((chart.sections[0]?.groups ?? []).map(({ keys, total }) => [keys.join(' / '), total]))

test('currencies are turned into one at the rate of each day, and the rates are told', () => {
  open.rate('USD', '2026-11-01', '80.5')
  open.rate('USD', '2026-11-07', '81.25')
  open.bill([
    line('2026-11-02', '100', { service: 'VM' }),
    line('2026-11-03', '10', { service: 'VM', currency: 'USD' }),
    line('2026-11-07', '2', { service: 'S3', currency: 'USD' }),
    line('2026-11-08', '4', { service: 'S3', currency: 'USD' }, 'c2'),
  ])
  expect(totals(open.chart(november))).toEqual(['100 RUB', '16 USD'])
  const chart = open.chart({ ...november, granularity: 'day', currency: 'RUB' })
  expect(byKey(chart)).toEqual({ VM: '905', S3: '487.5' })
  expect(totals(chart)).toEqual(['1392.5 RUB'])
  expect(chart.sections[0]?.total.amounts.slice(1, 8)).toEqual(['100', '805', '0', '0', '0', '162.5', '325'])
  expect(chart.converted?.rates.map(({ day, value }) => [day, value])).toEqual([
    ['2026-11-01', '80.5'],
    ['2026-11-07', '81.25'],
  ])
  expect(totals(open.chart({ ...november, currency: 'USD' }))[0]).toMatch(/^17\.2422360248\d+ USD$/)
})

test('a currency that lacks a rate is left by itself, and said so', () => {
  open.rate('USD', '2026-11-01', '80')
  open.bill([
    line('2026-11-02', '100'),
    line('2026-11-02', '1', { currency: 'USD' }),
    line('2026-11-03', '1', { currency: 'EUR' }),
  ])
  const chart = open.chart({ ...november, currency: 'RUB' })
  expect(totals(chart)).toEqual(['180 RUB', '1 EUR'])
  expect(chart.problems).toContainEqual({ code: 'rates.missing', subject: 'EUR' })
  expect(chart.converted?.missing).toEqual([{ currency: 'EUR', from: '2026-11-03', to: '2026-11-03' }])
})

test('the tax goes by the day of the charge: 20 % until the end of 2025, then 22 %', () => {
  open.bill([
    line('2025-12-31', '120'),
    line('2026-01-01', '122'),
    line('2026-01-01', '50', { currency: 'USD' }, 'c2'),
  ])
  open.write((db) => {
    const said = { scheme: 'general', userId: null, updatedAtMs: 1 } as const
    putVatTerms(db, 'w1', { connectionId: 'c2', isIncluded: false, ...said })
  })
  const view: ViewSpecInput = {
    ...november,
    period: { from: day('2025-12-01'), to: day('2026-01-31') },
    groupBy: ['connection'],
  }
  const without = open.chart({ ...view, vat: 'without' })
  expect(without.sections.map(({ total }) => total.amounts)).toEqual([
    ['100', '100'],
    ['0', '50'],
  ])
  // Nobody has said how the first account is billed.
  expect(without.problems).toEqual([{ code: 'vat.unknown', subject: 'c1' }])
  expect(totals(open.chart({ ...view, vat: 'with' }))).toEqual(['242 RUB', '61 USD'])
  expect(totals(open.chart(view))).toEqual(['242 RUB', '50 USD'])
  open.rate('USD', '2025-12-31', '100')
  expect(totals(open.chart({ ...view, vat: 'with', currency: 'RUB' }))).toEqual(['6342 RUB'])
})

test('rows and the rest are the total to the femto where parts of the tax have no end', () => {
  open.bill(Array.from({ length: 40 }, (_, at) => line('2026-11-03', `${at + 1}.01`, { service: `s${at}` })))
  const { sections } = open.chart({ ...november, vat: 'without', top: 7 })
  const { items } = open.rows({ ...november, vat: 'without' })
  const sum = (all: string[]): bigint => all.reduce((so, one) => so + femtos(one), 0n)
  const [section] = sections
  expect(sum([...(section?.groups ?? []).map((own) => own.total), section?.rest?.total ?? ''])).toBe(
    femtos(section?.total.total ?? ''),
  )
  expect(sum(items.map(({ total }) => total))).toBe(femtos(section?.total.total ?? ''))
})

const nodes = [
  { id: 'h', parentId: null, name: 'Холдинг', values: [] },
  { id: 'it', parentId: 'h', name: 'ИТ', values: ['web', 'db'] },
  { id: 'ops', parentId: 'h', name: 'Эксплуатация', values: [] },
  { id: 'net', parentId: 'ops', name: 'Сети', values: ['net'] },
]

test('a level gathers what belongs to its nodes; what no node has stands apart', () => {
  open.write((db) =>
    insertHierarchy(db, {
      id: 'tree',
      workspaceId: 'w1',
      name: 'Структура',
      dimension: 'tag:team',
      levels: ['Холдинг', 'Подразделение'],
      nodes,
      userId: null,
      updatedAtMs: 1,
    }),
  )
  const of = (team: string) => ({ tags: { team } })
  open.bill([
    line('2026-11-01', '1', of('web')),
    line('2026-11-01', '2', of('db')),
    line('2026-11-01', '4', of('net')),
    line('2026-11-01', '8', of('hr')),
    line('2026-11-01', '16'),
  ])
  const chart = open.chart({ ...november, groupBy: ['level:tree:0', 'level:tree:1'] })
  expect(chart.sections[0]?.groups.map(({ labels, total }) => [...labels, total])).toEqual([
    [null, null, '24'],
    ['Холдинг', 'Эксплуатация', '4'],
    ['Холдинг', 'ИТ', '3'],
  ])
  const only = (value: string): CostWhere => [[{ dimension: 'level:tree:1', op: 'is', values: [value] }]]
  expect(totals(open.chart({ ...november, where: only('ops') }))).toEqual(['4 RUB'])
  const gone = open.chart({ ...november, where: only('hr') })
  expect(gone.problems).toEqual([{ code: 'values.gone', subject: 'hr' }])
  const deeper = open.chart({ ...november, groupBy: ['level:tree:7', 'level:other:0'] })
  expect(deeper.problems.map(({ subject }) => subject)).toEqual(['level:tree:7', 'level:other:0'])
})

test('what a view refers to and is no more is left out and told: tags, filters, budgets', () => {
  const own = { workspaceId: 'w1', userId: null, updatedAtMs: 1 }
  open.write((db) => insertVirtualTag(db, { id: 'v1', name: 'Отдел', kind: 'department', rules: [], ...own }))
  open.bill([line('2026-11-01', '5', { service: 'VM', tags: { team: 'web' } })])
  const view: ViewSpecInput = {
    ...november,
    groupBy: ['virtual:v1', 'tag:owner', 'service'],
    where: [[{ dimension: 'tag:owner', op: 'is', values: ['anna'] }]],
    filterId: 'f1',
    comparison: 'budget',
    budgetId: 'b1',
  }
  expect(open.chart(view).groupBy).toEqual(['virtual:v1', 'service'])
  open.write((db) => removeVirtualTag(db, { workspaceId: 'w1', id: 'v1' }))
  const chart = open.chart(view)
  expect(chart.groupBy).toEqual(['service'])
  expect(byKey(chart)).toEqual({ VM: '5' })
  expect(chart.problems).toEqual([
    { code: 'filter.gone', subject: null },
    { code: 'dimension.gone', subject: 'virtual:v1' },
    { code: 'dimension.gone', subject: 'tag:owner' },
    { code: 'budget.gone', subject: null },
  ])
})

test('a saved filter holds together with the view own one', () => {
  open.write((db) =>
    insertCostFilter(db, {
      id: 'f1',
      workspaceId: 'w1',
      name: 'Регион',
      where: [[{ dimension: 'region', op: 'is', values: ['ru-1'] }]],
      userId: null,
      updatedAtMs: 1,
    }),
  )
  open.bill([
    line('2026-11-01', '1', { service: 'VM', region: 'ru-1' }),
    line('2026-11-01', '2', { service: 'VM', region: 'ru-2' }),
    line('2026-11-01', '4', { service: 'S3', region: 'ru-1' }),
  ])
  const where: CostWhere = [[{ dimension: 'service', op: 'is', values: ['VM'] }]]
  expect(totals(open.chart({ ...november, where, filterId: 'f1' }))).toEqual(['1 RUB'])
})

test('a budget falls to the days of each bin, and the view is held against what fell to it', () => {
  const limit = toStored(femtos('3000'))
  const budget = (id: string, connectionIds: string[]) => ({
    id,
    workspaceId: 'w1',
    name: id,
    connectionIds,
    currency: 'RUB' as const,
    limitMicros: limit.micros,
    limitRest: limit.rest,
    createdAtMs: 1,
  })
  open.write((db) => insertBudgets(db, [budget('all', []), budget('one', ['c1'])]))
  open.bill([line('2026-11-05', '2090')])
  const [section] = open.chart({ ...november, comparison: 'budget' }).sections
  expect(section?.budget).toEqual(['1900'])
  expect(section?.total).toMatchObject({ before: '1900', changeRatio: '0.1' })
  const daily = open.chart({
    ...november,
    granularity: 'day',
    isCumulative: true,
    comparison: 'budget',
    budgetId: 'one',
  })
  expect(daily.sections[0]?.budget?.slice(0, 3)).toEqual(['100', '200', '300'])
})

test('days before the data begin are no comparison: no ratio is told, and why', () => {
  open.bill(daysOf(day('2026-10-25'), day('2026-11-19')).map((on) => line(on, '10')))
  const view: ViewSpecInput = { ...november, comparison: 'previous' }
  const chart = open.chart(view)
  expect(chart.problems).toEqual([{ code: 'data.begins', subject: '2026-10-25' }])
  expect(chart.sections[0]?.total).toMatchObject({ total: '190', before: '70', changeRatio: null })
  open.bill([line('2026-09-30', '1')])
  expect(
    open.chart({ ...view, period: { from: day('2026-11-13'), to: day('2026-11-19') } }).sections[0]?.total,
  ).toMatchObject({ total: '70', before: '70', changeRatio: '0' })
})

test('bins that are cut, not over or without data are not whole', () => {
  open.bill([line('2026-09-20', '1'), line('2026-11-17', '1')])
  const chart = open.chart({
    ...november,
    period: { from: day('2026-09-15'), to: day('2026-11-19') },
  })
  expect(chart.bins.map(({ from, to, isWhole }) => [from, to, isWhole])).toEqual([
    ['2026-09-15', '2026-09-30', false],
    ['2026-10-01', '2026-10-31', true],
    ['2026-11-01', '2026-11-19', false],
  ])
  expect(chart.dataThrough).toBe('2026-11-17')
})

test('hours are asked for a month at most, and are told to be absent where lines last a day', () => {
  open.bill([line('2026-11-05', '24')])
  const long = open.chart({ ...november, granularity: 'hour', period: { preset: 'd90' } })
  expect(long.problems).toContainEqual({ code: 'hours.tooMany', subject: '31' })
  expect(long.bins).toHaveLength(90)
  const daily = open.chart({ ...november, granularity: 'hour' })
  expect(daily.problems).toEqual([{ code: 'hours.absent', subject: null }])
  expect(daily.bins.map(({ from, hour }) => [from, hour])).toEqual([['2026-11-05', null]])
})

test('ten thousand values are a chart of the largest and a table of all', () => {
  open.bill(
    Array.from({ length: 10_000 }, (_, at) =>
      line('2026-11-05', `${at + 1}`, { resourceRef: `r-${at}`, resourceName: `сервер ${at}` }),
    ),
  )
  const view: ViewSpecInput = { ...november, groupBy: ['resource'], top: 3 }
  const [section] = open.chart(view).sections
  expect(section?.groups.map(({ labels, total }) => [labels[0], total])).toEqual([
    ['сервер 9999', '10000'],
    ['сервер 9998', '9999'],
    ['сервер 9997', '9998'],
  ])
  expect(section?.rest).toMatchObject({ groups: 9997, total: '49975003' })
  const end = open.rows(view, { offset: 9_998, limit: 100 })
  expect([end.total, end.items.map(({ total }) => total)]).toEqual([10_000, ['2', '1']])
  expect(open.rows(view, { search: 'СЕРВЕР 999' }).items.map(({ labels }) => labels[0])).toEqual(
    [9999, 9998, 9997, 9996, 9995, 9994, 9993, 9992, 9991, 9990, 999].map((at) => `сервер ${at}`),
  )
  const named = open.rows({ ...view, sort: { by: 'name', isDescending: false } }, { limit: 3 })
  expect(named.items.map(({ labels }) => labels[0])).toEqual(['сервер 0', 'сервер 1', 'сервер 2'])
})

test('where nothing costs anything every answer is an empty one', () => {
  expect(open.chart(november)).toMatchObject({ sections: [], problems: [], dataThrough: null })
  expect(open.rows(november)).toEqual({ unit: null, items: [], total: 0 })
  expect(open.explain(november)).toMatchObject({ unit: null, before: '0', after: '0', effects: [] })
  expect(open.usage(november)).toMatchObject({ total: 0, items: [], measured: [] })
  open.bill([line('2026-11-05', '1')])
  expect(
    open.chart({ ...november, period: { from: day('2026-01-01'), to: day('2026-01-31') } }).sections,
  ).toEqual([])
})

test('quantities are summed by what they are counted in', () => {
  const counted = (unit: string | null, quantity: string) => ({
    ...line('2026-11-05', '1', { consumedUnit: unit, pricingUnit: unit }),
    quantity: femtos(quantity),
  })
  open.bill([counted('GB', '10'), counted('GB', '5'), counted('Hours', '24')])
  const chart = open.chart({ ...november, metric: 'quantity', vat: 'without', currency: 'RUB' })
  expect(totals(chart)).toEqual(['15 GB', '24 Hours'])
  expect(chart.sections.map(({ isCurrency }) => isCurrency)).toEqual([false, false])
})

test('an answer that is kept is made anew when a bill comes in, or the terms of the tax change', () => {
  open.bill([line('2026-11-05', '122')])
  const view: ViewSpecInput = { ...november, vat: 'without' }
  expect(totals(open.chart(view))).toEqual(['100 RUB'])
  open.bill([line('2026-11-05', '61')])
  expect(totals(open.chart(view))).toEqual(['150 RUB'])
  const said = { scheme: 'none', isIncluded: false, userId: null, updatedAtMs: 1 } as const
  open.write((db) => putVatTerms(db, 'w1', { connectionId: 'c1', ...said }))
  expect(totals(open.chart(view))).toEqual(['183 RUB'])
  expect(totals(open.chart(view, open.other))).toEqual([])
})

test('terms of the tax are what is usual until somebody says otherwise, of own accounts only', () => {
  const vat = createVat({ store: open.store, ports: open.ports })
  const session = { id: 's', userId: 'u', workspaceId: 'w1', role: 'owner', isDemo: false } as const
  const said = {
    ...session,
    isLocked: false,
    hasPassword: true,
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  } as const
  vat.update(said, { connectionId: 'c2', isIncluded: false, scheme: 'usn5' })
  vat.update(said, { connectionId: 'c2', isIncluded: false, scheme: 'usn7' })
  expect(listVat(open.scope).items).toEqual([
    {
      connectionId: 'c1',
      name: 'c1',
      provider: 'selectel',
      isIncluded: true,
      scheme: 'general',
      isAssumed: true,
    },
    {
      connectionId: 'c2',
      name: 'c2',
      provider: 'selectel',
      isIncluded: false,
      scheme: 'usn7',
      isAssumed: false,
    },
  ])
  expect(() => vat.update(said, { connectionId: 'c3', isIncluded: true, scheme: 'none' })).toThrow(
    'connection.notFound',
  )
})
