import { afterAll, beforeAll, expect, test } from 'vitest'
import { countFilter, listDimensions } from '#main/queries/explorer-dimensions.query.ts'
import { listValues } from '#main/queries/explorer-values.query.ts'
import { insertHierarchy } from '#main/store/repos/hierarchies.repo.ts'
import { addMetrics } from '#main/store/repos/metrics.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import type { CostDimension, ViewSpecInput } from '#shared/contract/costs.ts'
import { plainDimensions } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'
import { fileLine } from '#tests/support/parcels.ts'
import { server } from '#tests/support/store-rows.ts'
import { femtos, type Opened, openExplorer } from './open.ts'

let open: Opened

beforeAll(async () => {
  open = await openExplorer()
  const { idOf } = open.write((db) =>
    recordSnapshot(db, {
      workspaceId: 'w1',
      connectionId: 'c1',
      startedAtMs: 1,
      finishedAtMs: 2,
      found: [server('r-1', { name: 'web-01' }), server('r-2', { name: 'db-01' })],
    }),
  )
  const cost = (ref: string | null, amount: string, key: Parameters<typeof fileLine>[0]['key'] = {}) =>
    fileLine({ day: '2026-11-05', femtos: femtos(amount), key: { resourceRef: ref, ...key } })
  open.bill([
    cost('r-1', '100', { tags: { team: 'web', env: 'prod' }, sku: 'vm-1', skuName: 'Сервер 4×8' }),
    cost('r-2', '300', { tags: { team: 'db' } }),
    cost('r-3', '50', { resourceName: 'Только в счёте' }),
    cost(null, '50', { service: 'Поддержка' }),
    cost('r-1', '7', { currency: 'USD' }),
  ])
  const metric = (
    ref: string,
    name: 'cpu' | 'ram' | 'disk',
    on: string,
    used: number,
    peak: number,
    capacity = 4,
  ) => ({
    resourceId: idOf.get(ref) ?? 0,
    metric: name,
    day: day(on),
    used,
    peak,
    capacity,
  })
  open.write((db) => {
    addMetrics(db, [
      metric('r-1', 'cpu', '2026-11-04', 1, 2),
      metric('r-1', 'cpu', '2026-11-05', 3, 4),
      metric('r-1', 'ram', '2026-11-05', 2, 2, 8),
      metric('r-1', 'disk', '2026-11-05', 5, 5, 0),
      metric('r-1', 'cpu', '2026-10-01', 4, 4),
    ])
    insertHierarchy(db, {
      id: 'tree',
      workspaceId: 'w1',
      name: 'Структура',
      dimension: 'tag:team',
      levels: ['Компания'],
      nodes: [
        { id: 'n1', parentId: null, name: 'Ромашка', values: [] },
        { id: 'n2', parentId: 'n1', name: 'Веб', values: ['web'] },
      ],
      userId: null,
      updatedAtMs: 1,
    })
  })
})
afterAll(() => open.close())

const valuesOf = (dimension: CostDimension, search = '', limit = 50) =>
  listValues(open.scope, { dimension, search, limit, from: undefined, to: undefined })

test('there are the plain dimensions, tags by how many resources have them, and levels with or without a name', () => {
  expect(listDimensions(open.scope)).toEqual({
    plain: [...plainDimensions],
    tags: [
      { key: 'team', resources: 2 },
      { key: 'env', resources: 1 },
    ],
    virtual: [],
    levels: [
      { hierarchyId: 'tree', depth: 0, name: 'Компания', hierarchy: 'Структура' },
      { hierarchyId: 'tree', depth: 1, name: 'Структура 2', hierarchy: 'Структура' },
    ],
  })
})

test('values bear the names that people know, and the beginning of a name is found first', () => {
  expect(valuesOf('resource')).toEqual({
    items: [
      { value: 'c1/r-3', label: 'Только в счёте' },
      { value: 'c1/r-2', label: 'db-01' },
      { value: 'c1/r-1', label: 'web-01' },
    ],
    total: 3,
  })
  expect(valuesOf('resource', 'B').items.map(({ label }) => label)).toEqual(['db-01', 'web-01'])
  expect(valuesOf('resource', 'w').items.map(({ label }) => label)).toEqual(['web-01'])
  expect(valuesOf('resource', '', 1)).toMatchObject({ items: [{ label: 'Только в счёте' }], total: 3 })
  expect(valuesOf('sku').items).toEqual([{ value: 'vm-1', label: 'Сервер 4×8' }])
  expect(valuesOf('level:tree:1').items).toEqual([{ value: 'n2', label: 'Веб' }])
  expect(valuesOf('tag:gone')).toEqual({ items: [], total: 0 })
})

test('a filter says how many lines it keeps, of how many, and of how many resources', () => {
  const count = (op: 'is' | 'empty', values: string[]) =>
    countFilter(open.scope, {
      where: [[{ dimension: 'tag:team', op, values }]],
      from: day('2026-11-01'),
      to: day('2026-11-30'),
    })
  expect(count('is', ['web', 'db'])).toEqual({ lines: 2, ofLines: 5, resources: 2 })
  expect(count('empty', [])).toEqual({ lines: 3, ofLines: 5, resources: 2 })
  expect(count('is', ['nobody'])).toEqual({ lines: 0, ofLines: 5, resources: 0 })
})

test('use stands beside cost, the dearest first, and how much of the cost is measured', () => {
  const view: ViewSpecInput = {
    period: { from: day('2026-11-01'), to: day('2026-11-19') },
    groupBy: ['service'],
  }
  const { items, measured, total } = open.usage(view)
  expect(items.map(({ name, currency, cost }) => [name, currency, cost])).toEqual([
    ['db-01', 'RUB', '300'],
    ['web-01', 'RUB', '100'],
    ['Только в счёте', 'RUB', '50'],
    ['web-01', 'USD', '7'],
  ])
  expect(items[1]).toMatchObject({
    cpu: { mean: 0.5, peak: 1 },
    ram: { mean: 0.25, peak: 0.25 },
    disk: null,
    days: 2,
  })
  expect(items[0]).toMatchObject({ cpu: null, ram: null, disk: null, days: 0 })
  expect(items[2]).toMatchObject({ resourceId: null, type: null, connectionId: 'c1', provider: 'selectel' })
  expect(measured).toEqual([
    { currency: 'RUB', cost: '100', ofCost: '500' },
    { currency: 'USD', cost: '7', ofCost: '7' },
  ])
  expect(total).toBe(4)
  expect(open.usage(view, 'DB').items.map(({ name }) => name)).toEqual(['db-01'])
})
