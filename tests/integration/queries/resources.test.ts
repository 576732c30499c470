import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listResources } from '#main/queries/resources.query.ts'
import { contract } from '#shared/contract/index.ts'
import { resourceSorts } from '#shared/contract/resources.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { NOVEMBER, openSeeded, scopeOf } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

type Wishes = Record<string, unknown>

/** Through the contract, so that defaults and the shape of the answer are those of a real call. */
function list({ sort, direction, offset, limit, ...filter }: Wishes = {}) {
  const spec = contract['resources.list']
  const paging = { sort, direction, offset, limit }
  const input = spec.input.parse({ spendFrom: NOVEMBER.from, spendTo: NOVEMBER.to, filter, ...paging })
  return spec.output.parse(listResources(scopeOf(made.store, made.ports, made.seeded.workspaceId), input))
}

const names = (wishes: Wishes): string[] => list(wishes).items.map((item) => item.name)
const none = { running: 0, stopped: 0, changing: 0, error: 0, blocked: 0, unknown: 0, gone: 0 }
const rub = (amount: string) => ({ amount, currency: 'RUB' })

describe('the inventory', () => {
  it('shows each resource with its price, spend, size and tags', () => {
    expect(list({ search: 'web-01' }).items).toEqual([
      {
        id: made.seeded.ids.web,
        externalId: 'web-01',
        name: 'web-01',
        type: 'server',
        service: 'Серверы',
        region: 'ru-1',
        status: 'running',
        marks: [],
        connectionId: 'A-selectel',
        connectionName: 'A Сервера',
        provider: 'selectel',
        owner: null,
        project: null,
        dailyCost: rub('100'),
        monthlyCost: rub('3000'),
        spend: rub('1879.5'),
        vcpu: 4,
        ramGb: 8,
        diskGb: 100,
        address: '10.0.0.7',
        tags: [{ key: 'Отдел', value: 'Логистика' }],
        recommendations: 1,
        renewsOn: null,
        firstSeenAtMs: 10,
        hasUsage: true,
        notes: 0,
        staleSinceMs: null,
      },
    ])
  })

  it('keeps what is gone in the list, without a price', () => {
    const gone = list({ status: 'gone' })
    expect(gone.items).toMatchObject([{ name: 'web-2', status: 'gone', monthlyCost: null, dailyCost: null }])
    expect(gone.totals.monthlyCost).toEqual([])
  })

  it('adds up everything that the filter keeps and not the page', () => {
    const { totals, total, items } = list({ limit: 1 })
    expect(items).toHaveLength(1)
    expect(total).toBe(5)
    expect(totals).toEqual({
      // 100 + 10.005 + 365 ÷ 365
      dailyCost: [rub('111.005')],
      // 3000 + 30 × 10.005 + 365 × 30 ÷ 365
      monthlyCost: [rub('3330.15')],
      // without the 300 that belong to no resource; the dollars apart
      spend: [rub('2829.595000000000019'), { amount: '7.25', currency: 'USD' }],
      byStatus: { ...none, running: 3, stopped: 1, gone: 1 },
    })
  })
})

describe('search', () => {
  it('does not mind the case, in Cyrillic either, and takes е for ё', () => {
    expect(names({ search: 'диск ЕМКИЙ' })).toEqual(['Диск ёмкий'])
    expect(names({ search: 'WEB-0' })).toEqual(['web-01'])
  })

  it('looks into names, addresses, tags, services, regions and connections, and wants every word', () => {
    expect(names({ search: '10.0.0.7' })).toEqual(['web-01'])
    expect(names({ search: 'логистика' })).toEqual(['web-01'])
    expect(names({ search: 'ХОСТИНГ' })).toEqual(['shop.ru'])
    expect(names({ search: 'ru-3' })).toEqual(['Диск ёмкий'])
    expect(names({ search: 'сайты' })).toEqual(['shop.ru'])
    expect(names({ search: 'web логистика' })).toEqual(['web-01'])
    expect(names({ search: 'web хостинг' })).toEqual([])
  })

  it('takes wildcards and quotes for what they are', () => {
    for (const search of ['*', '?', '%', '_', "'", '[a-z]', '"; drop table resources']) {
      expect(names({ search }), search).toEqual([])
    }
  })
})

describe('filters', () => {
  it('are counted as if each facet were free', () => {
    const { facets, total } = list({ type: 'server', connectionId: 'A-selectel' })
    expect(total).toBe(3)
    expect(facets.type).toEqual([
      { value: 'server', label: 'server', count: 3 },
      { value: 'volume', label: 'volume', count: 1 },
    ])
    expect(facets.connection).toEqual([{ value: 'A-selectel', label: 'A Сервера', count: 3 }])
    expect(facets.status).toEqual([
      { value: 'gone', label: 'gone', count: 1 },
      { value: 'running', label: 'running', count: 1 },
      { value: 'stopped', label: 'stopped', count: 1 },
    ])
    expect(facets.service).toEqual([{ value: 'Серверы', label: 'Серверы', count: 3 }])
  })

  it('keep one resource by its id, its totals too, and none for an id of nobody', () => {
    const { web } = made.seeded.ids
    const one = list({ id: web })
    expect(one.items.map((item) => item.id)).toEqual([web])
    expect(one.total).toBe(1)
    expect(one.totals.spend).toEqual([rub('1879.5'), { amount: '7.25', currency: 'USD' }])
    expect(one.totals.byStatus).toEqual({ ...none, running: 1 })
    expect(one.facets.service).toEqual([{ value: 'Серверы', label: 'Серверы', count: 1 }])
    expect(list({ id: web, status: 'gone' }).total).toBe(0)
    expect(list({ id: 999_999 })).toMatchObject({ items: [], total: 0 })
  })

  it('keep one provider, status or service', () => {
    expect(names({ provider: 'beget' })).toEqual(['shop.ru'])
    expect(names({ status: 'stopped' })).toEqual(['web-10'])
    expect(names({ service: 'Диски' })).toEqual(['Диск ёмкий'])
  })
})

describe('order', () => {
  it('by spend puts what cost nothing last, in either direction', () => {
    expect(names({ sort: 'spend' })).toEqual(['web-01', 'shop.ru', 'Диск ёмкий', 'web-2', 'web-10'])
    expect(names({ sort: 'spend', direction: 'asc' })).toEqual([
      'Диск ёмкий',
      'shop.ru',
      'web-01',
      'web-2',
      'web-10',
    ])
  })

  it('by name counts numbers as numbers', () => {
    expect(names({ sort: 'name', direction: 'asc' })).toEqual([
      'Диск ёмкий',
      'shop.ru',
      'web-01',
      'web-2',
      'web-10',
    ])
  })

  it('by price puts resources without one last', () => {
    expect(names({ sort: 'monthlyCost' })).toEqual(['web-01', 'Диск ёмкий', 'shop.ru', 'web-2', 'web-10'])
    expect(names({ sort: 'region', direction: 'desc' }).slice(0, 2)).toEqual(['Диск ёмкий', 'web-01'])
  })

  it('never repeats or loses a row between pages', () => {
    for (const sort of resourceSorts) {
      for (const direction of ['asc', 'desc']) {
        const paged = [0, 2, 4].flatMap((offset) => list({ sort, direction, offset, limit: 2 }).items)
        expect(paged, `${sort} ${direction}`).toEqual(list({ sort, direction }).items)
      }
    }
  })
})
