import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResourceState } from '#main/core/model/resource.ts'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import { connectionNames } from '#main/queries/inventory.ts'
import { compareBy, type SortKey } from '#main/queries/order.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { createInventory } from '#main/services/inventory/inventory.service.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { contract } from '#shared/contract/index.ts'
import {
  type ResourceFilterInput,
  type ResourceView,
  resourceMarks,
  resourceSorts,
  resourceStatuses,
  resourceTypes,
} from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { cost, NOVEMBER, openSeeded, resource } from './seed.ts'

/** More than a page is picked from, so that both ways of ordering are gone. */
const SIZE = 1800
const folder = mkdtempSync(join(tmpdir(), 'infrazen-test-'))
let made: Awaited<ReturnType<typeof openSeeded>>
let all: ResourceView[]

const below = randomNumbers(20261120)
const next = (): number => below(1_000_000) / 1_000_000
const oneOf = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T
const perhaps = <T>(value: T): T | null => (next() < 0.3 ? null : value)

/** With what they are compared by: first the kind, then the number. */
const ADDRESSES: Record<string, [kind: number, place: number]> = {
  '9.0.0.200': [4, 9 * 2 ** 24 + 200],
  '10.0.0.7': [4, 10 * 2 ** 24 + 7],
  '10.0.0.30': [4, 10 * 2 ** 24 + 30],
  '2a00::ff': [6, 255],
  '2a00::100': [6, 256],
  'db.example.ru': [9, 1],
  'shop.example.ru': [9, 2],
}
const WORDS = ['web', 'Web', 'Ёлка', 'елка', 'db', 'ЯЩИК', 'a-b', 'a_b', 'я'] as const
const words = () => `${oneOf(WORDS)}-${Math.floor(next() * 40)}${oneOf(['', 'x', ' 2'])}`

function anyResource(n: number): ResourceState {
  const currency = next() < 0.85 ? 'RUB' : oneOf(['USD', 'EUR'] as const)
  const amount = BigInt(Math.floor(next() * 50)) * 10n ** 14n * (next() < 0.05 ? -1n : 1n)
  return resource(`ref-${n}`, {
    name: words(),
    type: oneOf(resourceTypes),
    service: oneOf(['Серверы', 'Диски', 'Сеть']),
    region: perhaps(oneOf(['ru-1', 'ru-10', 'ru-2'])),
    status: oneOf(resourceStatuses.filter((status) => status !== 'gone')),
    owner: perhaps(oneOf(['Анна', 'Борис', 'team'])),
    project: perhaps(oneOf(['shop', 'bi'])),
    price: perhaps({
      amount: fromFemtos(amount, currency),
      period: oneOf(['day', 'month', 'hour'] as const),
    }),
    attributes: {
      vcpu: perhaps(oneOf([1, 2, 16])) ?? undefined,
      ramGb: perhaps(oneOf([0.5, 4, 32])) ?? undefined,
      diskGb: perhaps(oneOf([10, 100])) ?? undefined,
      address: perhaps(oneOf(Object.keys(ADDRESSES))) ?? undefined,
      renewsOn: perhaps(oneOf(['2026-12-01', '2027-02-01', '2026-11-30'])) ?? undefined,
    },
    marks: resourceMarks.filter(() => next() < 0.1),
    tags:
      next() < 0.5
        ? []
        : [
            { key: 'env', value: oneOf(['prod', 'dev', '']) },
            { key: oneOf(['team', 'Team']), value: 'x' },
          ],
  })
}

const adviceFor = (resourceId: number) =>
  Array.from({ length: below(4) }, (_, n) => ({
    id: `${resourceId}-${n}`,
    workspaceId: 'A-workspace',
    connectionId: 'A-selectel',
    resourceId,
    code: 'idle.ip' as const,
    category: 'idle' as const,
    status: oneOf(['active', 'done'] as const),
    confidence: 1,
    effort: 'low' as const,
    currency: 'RUB' as const,
    savingsMicros: 1n,
    savingsRest: 0n,
    facts: {},
    createdAtMs: 5,
  }))

const list = (wishes: Record<string, unknown> = {}) => {
  const spec = contract['resources.list']
  const input = spec.input.parse({ spendFrom: NOVEMBER.from, spendTo: NOVEMBER.to, ...wishes })
  return spec.output.parse(listResources(made.scope, input))
}
/** All of it, a page at a time. */
function listAll(wishes: Record<string, unknown> = {}, limit = 450): ResourceView[] {
  const items: ResourceView[] = []
  for (let offset = 0; ; offset += limit) {
    const page = list({ ...wishes, offset, limit })
    items.push(...page.items)
    if (items.length >= page.total) return items
  }
}

beforeAll(async () => {
  made = await openSeeded(folder, ['A', 'B'])
  made.store.transaction((db) => {
    for (const [n, connectionId] of ['A-selectel', 'A-beget'].entries()) {
      const found = Array.from({ length: SIZE / 2 }, (_, k) => anyResource(n * SIZE + k))
      const { idOf } = recordSnapshot(db, {
        workspaceId: 'A-workspace',
        connectionId,
        startedAtMs: 40 + n,
        finishedAtMs: 50,
        found,
      })
      const lines = [...idOf.values()].flatMap((resourceId) => {
        if (next() < 0.4) return []
        const of = { connection: connectionId, provider: 'selectel', resourceId, service: 'x' } as const
        const line = cost(of, '2026-11-03', String(Math.floor(next() * 30)), {
          currency: oneOf(['RUB', 'RUB', 'USD']),
        })
        return next() < 0.2 ? [line, cost(of, '2026-11-04', '5', { currency: 'EUR' })] : [line]
      })
      addCosts(db, 'A-workspace', null, lines)
      insertRecommendations(db, [...idOf.values()].flatMap(adviceFor))
    }
  })
  all = listAll()
})
afterAll(() => {
  made.store.close()
  rmSync(folder, { recursive: true, force: true })
})

const moneyOf = (view: MoneyView | null): Money | null =>
  view && fromFemtos(parseDecimal(view.amount) ?? 0n, view.currency)

/** What rows are compared by, one after another. */
function keysOf(row: ResourceView, sort: (typeof resourceSorts)[number]): SortKey[] {
  switch (sort) {
    case 'connection':
      return [row.connectionName]
    case 'dailyCost':
    case 'monthlyCost':
    case 'spend':
      return [moneyOf(row[sort])]
    case 'firstSeen':
      return [row.firstSeenAtMs]
    case 'size':
      return [row.vcpu, row.ramGb, row.diskGb]
    case 'address':
      return ADDRESSES[row.address ?? ''] ?? [null]
    case 'tags':
      return [row.tags.length || null, facetsOf.tag?.(row)[0] ?? null]
    case 'advice':
      return [row.recommendations || null]
    default:
      return [row[sort]]
  }
}

const orderOf = (sort: (typeof resourceSorts)[number], direction: 'asc' | 'desc') => {
  const compare = compareBy('RUB', direction)
  const same = { name: '', id: 0 }
  return all
    .map((row) => ({ row, keys: keysOf(row, sort) }))
    .sort((a, b) => {
      for (const [at, key] of a.keys.entries()) {
        const byKey = compare({ key, ...same }, { key: b.keys[at] ?? null, ...same })
        if (byKey !== 0) return byKey
      }
      return compare({ ...a.row, key: null }, { ...b.row, key: null })
    })
    .map(({ row }) => row.id)
}

describe('the order', () => {
  it.each(
    resourceSorts.flatMap(
      (sort) =>
        [
          [sort, 'asc'],
          [sort, 'desc'],
        ] as const,
    ),
  )('by %s %s is the same whether a page is picked out or cut from the whole', (sort, direction) => {
    const expected = orderOf(sort, direction)
    const order = { sort, direction }
    expect(listAll(order).map((row) => row.id)).toEqual(expected)
    expect(list({ ...order, offset: 0, limit: 37 }).items.map((row) => row.id)).toEqual(expected.slice(0, 37))
    expect(list({ ...order, offset: 1600, limit: 60 }).items.map((row) => row.id)).toEqual(
      expected.slice(1600, 1660),
    )
  })
})

const facetsOf: Record<string, (row: ResourceView) => string[]> = {
  connection: (row) => [row.connectionId],
  provider: (row) => [row.provider],
  type: (row) => [row.type],
  status: (row) => [row.status],
  service: (row) => [row.service],
  region: (row) => (row.region === null ? [] : [row.region]),
  owner: (row) => (row.owner === null ? [] : [row.owner]),
  mark: (row) => row.marks,
  tag: (row) => row.tags.map(({ key, value }) => (value === '' ? key : `${key}: ${value}`)),
}
const fieldOf = { connection: 'connectionId' } as Record<string, string>

/** What a filter keeps, worked out from the rows themselves; `free` is the facet whose own choice is not made. */
function keptBy(filter: ResourceFilterInput, free: string | null = null): ResourceView[] {
  return all.filter((row) => {
    const { search = '', isPresent, costFrom, costTo } = filter
    const texts = [
      row.name,
      row.externalId,
      row.service,
      row.region,
      row.connectionName,
      row.owner,
      row.project,
      row.address,
    ]
      .concat(facetsOf.tag?.(row) ?? [])
      .map((text) => (text ?? '').toLowerCase().replaceAll('ё', 'е'))
    const isFound = search
      .toLowerCase()
      .replaceAll('ё', 'е')
      .split(/\s+/)
      .every((word) => texts.some((text) => text.includes(word)))
    const monthly = row.monthlyCost?.currency === 'RUB' ? (parseDecimal(row.monthlyCost.amount) ?? 0n) : null
    const isInRange =
      (costFrom === undefined && costTo === undefined) ||
      (monthly !== null &&
        (costFrom === undefined || monthly >= (parseDecimal(costFrom) ?? 0n)) &&
        (costTo === undefined || monthly <= (parseDecimal(costTo) ?? 0n)))
    const isChosen = Object.entries(facetsOf).every(([name, valuesOf]) => {
      const wanted = Reflect.get(filter, fieldOf[name] ?? name) as string | undefined
      if (wanted === undefined || name === free) return true
      return valuesOf(row).includes(wanted) || (name === 'tag' && row.tags.some(({ key }) => key === wanted))
    })
    return isFound && isInRange && isChosen && (!isPresent || row.status !== 'gone')
  })
}

const filters: ResourceFilterInput[] = [
  {},
  { search: 'ЁЛКА' },
  { search: 'web анна' },
  { search: 'env: prod' },
  { connectionId: 'A-beget', status: 'running' },
  { provider: 'beget', type: 'server' },
  { provider: 'aws' },
  { region: 'ru-1', owner: 'Борис' },
  { owner: 'никто' },
  { mark: 'orphan' },
  { mark: 'zombie', tag: 'env' },
  { tag: 'env: prod', service: 'Диски' },
  { tag: 'Team' },
  { costFrom: '1', costTo: '30' },
  { costFrom: '-5', isPresent: true, type: 'volume' },
  { costTo: '0', region: 'ru-10', search: 'a' },
]

describe('a filter', () => {
  it.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
    '%s keeps what it says and counts each choice',
    (_, filter) => {
      const found = list({ filter, sort: 'name', direction: 'asc', limit: 500 })
      const kept = keptBy(filter)
      expect(found.total).toBe(kept.length)
      expect(found.items.every((row) => kept.some(({ id }) => id === row.id))).toBe(true)
      for (const [name, valuesOf] of Object.entries(facetsOf)) {
        const counts = new Map<string, number>()
        for (const value of keptBy(filter, name).flatMap(valuesOf))
          counts.set(value, (counts.get(value) ?? 0) + 1)
        const told = Reflect.get(found.facets, name) as { value: string; count: number }[]
        expect(new Map(told.map(({ value, count }) => [value, count])), name).toEqual(counts)
      }
      const sums = new Map<string, bigint>()
      for (const { monthlyCost } of kept)
        if (monthlyCost)
          sums.set(
            monthlyCost.currency,
            (sums.get(monthlyCost.currency) ?? 0n) + (parseDecimal(monthlyCost.amount) ?? 0n),
          )
      expect(new Map(found.totals.monthlyCost.map((m) => [m.currency, parseDecimal(m.amount)]))).toEqual(sums)
    },
  )
})

describe('what is kept in memory', () => {
  const one = () => list({ filter: { id: all[0]?.id }, limit: 1 })

  it('is made anew after each kind of change, and not after what concerns something else', () => {
    const id = all[0]?.id ?? 0
    const inventory = createInventory(made)
    const session = { workspaceId: 'A-workspace', userId: 'A-user' } as Parameters<typeof inventory.update>[0]
    const before = one()
    made.store.transaction((db) =>
      db.update(resources).set({ region: 'mars' }).where(eq(resources.id, id)).run(),
    )
    expect(one().facets.region).toEqual([{ value: 'mars', label: 'mars', count: 1 }])
    inventory.update(session, { id, overrides: { owner: 'Марсианин' } })
    expect(one().facets.owner).toEqual([{ value: 'Марсианин', label: 'Марсианин', count: 1 }])
    inventory.update(session, { id, overrides: { owner: null, type: 'cdn' } })
    expect(one().facets.owner).toEqual(before.facets.owner)
    expect(one().facets.type).toEqual([{ value: 'cdn', label: 'cdn', count: 1 }])
    made.store.transaction((db) => updateConnection(db, all[0]?.connectionId ?? '', { name: 'Новое имя' }))
    expect(one().facets.connection[0]?.label).toBe('Новое имя')
    expect(connectionNames(made.scope).get(all[0]?.connectionId ?? '')?.name).toBe('Новое имя')
    made.store.transaction((db) => {
      const of = { connection: 'A-beget', provider: 'selectel', resourceId: id, service: 'x' } as const
      addCosts(db, 'A-workspace', null, [cost(of, '2026-11-05', '1000000')])
    })
    expect(list({ limit: 1 }).items[0]?.id).toBe(id)
  })

  it('takes tags set by hand at once, and a tag that was taken away', async () => {
    const id = all[5]?.id ?? 0
    const inventory = createInventory(made)
    const session = { workspaceId: 'A-workspace', userId: 'A-user' } as Parameters<
      typeof inventory.updateMany
    >[0]
    await inventory.updateMany(session, { ids: [id], tags: { 'только здесь': 'да' } })
    expect(list({ filter: { tag: 'только здесь: да' } }).items.map((row) => row.id)).toEqual([id])
    expect(list({ filter: { search: 'ТОЛЬКО' } }).total).toBe(1)
    await inventory.updateMany(session, { ids: [id], tags: { 'только здесь': null } })
    expect(list({ filter: { tag: 'только здесь: да' } }).total).toBe(0)
  })

  it('follows the store through a restore', async () => {
    const before = list({ limit: 500 })
    const { id: backup } = await made.store.backup('manual')
    made.store.transaction((db) => db.delete(resources).run())
    expect(list()).toMatchObject({ total: 0, items: [] })
    await made.store.restore(backup)
    expect(list({ limit: 500 })).toEqual(before)
  })
})
