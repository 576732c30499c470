import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { getResourceCosts } from '#main/queries/resource-costs.query.ts'
import { getResource, getResourceRaw } from '#main/queries/resource-details.query.ts'
import { listSections } from '#main/queries/resource-sections.query.ts'
import { getResourceUsage } from '#main/queries/resource-usage.query.ts'
import { listResourceIds, listResources } from '#main/queries/resources.query.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { putScopes } from '#main/store/repos/snapshots.repo.ts'
import { resourceRecords, resources } from '#main/store/schema/inventory.ts'
import type { AccountView } from '#shared/contract/connections.ts'
import { contract } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { cost, NOVEMBER, openSeeded, resource } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

const days = { spendFrom: NOVEMBER.from, spendTo: NOVEMBER.to }
const rub = (amount: string) => ({ amount, currency: 'RUB' as const })
const web = () => made.seeded.ids.web

describe('a resource', () => {
  it('tells what it is, where, its price as stated, its merged volumes, and everything else by name', () => {
    const idOf = made.store.transaction((db) =>
      recordSnapshot(db, {
        workspaceId: 'A-workspace',
        connectionId: 'A-beget',
        startedAtMs: 50,
        finishedAtMs: 51,
        found: [
          resource('srv', {
            zone: 'ru-1a',
            businessUnit: 'BU',
            environment: 'prod',
            marks: ['zombie'],
            price: { amount: money('2.5', 'RUB'), period: 'hour' },
            attributes: {
              vcpu: 2,
              os: 'Debian',
              addresses: ['10.0.0.1', '10.0.0.2'],
              volumes: [
                {
                  externalId: 'v1',
                  name: 'boot',
                  sizeGb: 30,
                  kind: 'fast',
                  dailyCost: { amount: '12.25', currency: 'RUB' },
                },
              ],
            },
          }),
        ],
      }),
    ).idOf
    const id = idOf.get('srv') ?? 0
    const spec = contract['resources.get']
    expect(spec.output.parse(getResource(made.scope, { id, ...days }))).toMatchObject({
      resource: {
        id,
        name: 'srv',
        marks: ['zombie'],
        dailyCost: rub('60'),
        monthlyCost: rub('1800'),
        spend: null,
      },
      zone: 'ru-1a',
      businessUnit: 'BU',
      environment: 'prod',
      price: { amount: rub('2.5'), period: 'hour' },
      goneAtMs: null,
      attributes: [
        { name: 'os', value: 'Debian' },
        { name: 'addresses', value: '10.0.0.1, 10.0.0.2' },
      ],
      parts: [
        { externalId: 'v1', name: 'boot', type: 'volume', sizeGb: 30, kind: 'fast', dailyCost: rub('12.25') },
      ],
      overrides: [],
      notes: [],
    })
  })

  it('says when it went, and its row is the list’s own', () => {
    const { gone } = made.seeded.ids
    expect(getResource(made.scope, { id: gone, ...days })).toMatchObject({
      goneAtMs: 20,
      resource: { status: 'gone', dailyCost: null },
    })
    const input = contract['resources.list'].input.parse({ ...days, filter: { id: web() } })
    expect(getResource(made.scope, { id: web(), ...days }).resource).toEqual(
      listResources(made.scope, input).items[0],
    )
  })
})

describe('what a resource costs', () => {
  const costs = (from: string, to: string) => {
    const spec = contract['resources.getCosts']
    return spec.output.parse(getResourceCosts(made.scope, { id: web(), from: day(from), to: day(to) }))
  }

  it('comes by day and by month, currencies apart, and the days add up to the total', () => {
    const { total, days: byDay, months } = costs('2026-10-30', '2026-11-07')
    expect(total).toEqual([rub('879.5'), { amount: '7.25', currency: 'USD' }])
    expect(byDay.slice(0, 3)).toEqual([
      { day: '2026-10-30', amount: rub('100') },
      { day: '2026-10-31', amount: rub('100') },
      { day: '2026-11-01', amount: rub('100') },
    ])
    expect(byDay.filter(({ day: on }) => on === '2026-11-06')).toEqual([
      { day: '2026-11-06', amount: rub('79.5') },
    ])
    expect(months).toEqual([
      { month: '2026-10', amount: rub('200') },
      { month: '2026-11', amount: rub('679.5') },
      { month: '2026-11', amount: { amount: '7.25', currency: 'USD' } },
    ])
  })

  it('says for what, with quantities where every line has one', () => {
    made.store.transaction((db) => {
      const of = {
        connection: 'A-selectel',
        provider: 'selectel',
        resourceId: web(),
        service: 'Серверы',
      } as const
      const sold = (sku: string, on: string, amount: string, quantity: bigint | null) => {
        const line = cost(of, on, amount)
        return { ...line, quantity, key: { ...line.key, sku, skuName: `Имя ${sku}`, consumedUnit: 'Hours' } }
      }
      addCosts(db, 'A-workspace', null, [
        sold('vcpu', '2026-11-10', '1.5', 24n * 10n ** 15n),
        sold('vcpu', '2026-11-11', '1.5', 500_000_000_000_000n),
        sold('ram', '2026-11-10', '9', 1n),
        sold('ram', '2026-11-11', '1', null),
      ])
    })
    const { lines } = costs('2026-11-10', '2026-11-11')
    expect(lines).toEqual([
      { sku: 'Серверы', quantity: null, unit: null, amount: rub('200') },
      { sku: 'Имя ram', quantity: null, unit: 'Hours', amount: rub('10') },
      { sku: 'Имя vcpu', quantity: '24.5', unit: 'Hours', amount: rub('3') },
    ])
  })

  it('is nothing where nothing was billed', () => {
    expect(costs('2027-01-01', '2027-01-31')).toEqual({ total: [], days: [], months: [], lines: [] })
  })
})

describe('what a resource uses', () => {
  it('is the mean of the days, its peak, and how much of the capacity that is', () => {
    const spec = contract['resources.getUsage']
    const ask = (from: string, to: string) =>
      spec.output.parse(getResourceUsage(made.scope, { id: web(), from: day(from), to: day(to) }))
    expect(ask('2026-10-31', '2026-11-19').metrics).toEqual([
      {
        metric: 'cpu',
        capacity: 4,
        average: 1.5,
        peak: 4,
        share: 0.375,
        tier: 'medium',
        days: [
          { day: '2026-11-01', used: 1, peak: 3 },
          { day: '2026-11-02', used: 2, peak: 4 },
        ],
      },
      {
        metric: 'ram',
        capacity: 8,
        average: 1,
        peak: 1,
        share: 0.125,
        tier: 'low',
        days: [{ day: '2026-10-31', used: 1, peak: 1 }],
      },
    ])
    expect(ask('2027-01-01', '2027-01-31').metrics).toEqual([])
  })
})

describe('the provider’s own records', () => {
  it('are indented, with what is named like a secret hidden, and shown as they are when they cannot be read', () => {
    made.store.transaction((db) =>
      db
        .insert(resourceRecords)
        .values([
          {
            resourceId: web(),
            source: 'inventory',
            text: '{"id":"web-01","admin":{"password":"canary-x"}}',
            atMs: 7,
          },
          { resourceId: web(), source: 'bill', text: 'not json', atMs: 8 },
        ])
        .run(),
    )
    const { records } = contract['resources.getRaw'].output.parse(getResourceRaw(made.scope, { id: web() }))
    expect(records).toEqual([
      { source: 'bill', atMs: 8, text: 'not json' },
      {
        source: 'inventory',
        atMs: 7,
        text: '{\n  "id": "web-01",\n  "admin": {\n    "password": "•••"\n  }\n}',
      },
    ])
  })
})

describe('a part of the account that did not answer', () => {
  /** The second look got no answer from ru-1, where web-01 is listed. */
  const goPartly = () =>
    made.store.transaction((db) => {
      const outcome = { endpoint: 'servers', region: 'ru-1', project: null, found: 1, error: null }
      const [a, b] = ['servers/ru-1', 'servers/ru-3']
      putScopes(db, 'A-selectel', 1000, [
        { ...outcome, scope: a, status: 'done' },
        { ...outcome, scope: b, status: 'done' },
      ])
      putScopes(db, 'A-selectel', 2000, [
        { ...outcome, scope: a, status: 'failed' },
        { ...outcome, scope: b, status: 'done' },
      ])
      updateConnection(db, 'A-selectel', { lastSyncAtMs: 2000 })
      db.update(resources).set({ scope: a }).run()
    })

  it('marks its resources with the age of what is known, its header and its connection', () => {
    goPartly()
    const input = contract['resources.list'].input.parse(days)
    const byName = new Map(listResources(made.scope, input).items.map((r) => [r.name, r.staleSinceMs]))
    expect(byName.get('web-01')).toBe(1000)
    expect(byName.get('shop.ru')).toBeNull()
    const sections = contract['resources.listSections'].output.parse(listSections(made.scope, { filter: {} }))
    expect(sections.items.map(({ connectionId, isStale }) => [connectionId, isStale])).toEqual([
      ['A-beget', false],
      ['A-selectel', true],
    ])
    const { items } = contract['connections.list'].output.parse(
      listConnections(made.scope, { hasArchived: false }),
    )
    expect(items[0]?.stale).toEqual([
      {
        scope: 'servers/ru-1',
        endpoint: 'servers',
        region: 'ru-1',
        project: null,
        status: 'failed',
        problem: null,
        lastGoodAtMs: 1000,
      },
    ])
    expect(items[1]?.stale).toEqual([])
  })
})

describe('headers by connection', () => {
  it('cost and count what the filter keeps of each, and leave out those of which nothing is left', () => {
    const sections = (filter: object) =>
      contract['resources.listSections'].output.parse(listSections(made.scope, { filter })).items
    expect(sections({})).toEqual([
      expect.objectContaining({ connectionId: 'A-beget', resources: 1, dailyCost: [rub('1')] }),
      {
        connectionId: 'A-selectel',
        connectionName: 'A Сервера',
        provider: 'selectel',
        lastSyncAtMs: made.ports.clock.nowMs() - 3_600_000,
        isStale: false,
        dailyCost: [rub('110.005')],
        monthlyCost: [rub('3300.15')],
        resources: 4,
        byStatus: { running: 2, stopped: 1, changing: 0, error: 0, blocked: 0, unknown: 0, gone: 1 },
        marks: 0,
      },
    ])
    expect(sections({ status: 'stopped' }).map((s) => [s.connectionName, s.resources, s.dailyCost])).toEqual([
      ['A Сервера', 1, []],
    ])
  })

  it('and ids are those of the list under the same filter', () => {
    const filter = { isPresent: true, provider: 'selectel' } as const
    const { items, total } = listResources(
      made.scope,
      contract['resources.list'].input.parse({ ...days, filter }),
    )
    const { ids } = listResourceIds(made.scope, { filter })
    expect(ids.toSorted()).toEqual(items.map((item) => item.id).toSorted())
    expect(total).toBe(3)
  })
})

describe('connections', () => {
  it('that are archived come only when they are asked for, and never one that is being erased', () => {
    made.store.transaction((db) => {
      updateConnection(db, 'A-beget', { status: 'archived' })
    })
    const names = (hasArchived: boolean) =>
      listConnections(made.scope, { hasArchived }).items.map((item) => item.id)
    expect(names(false)).toEqual(['A-selectel'])
    expect(names(true)).toEqual(['A-selectel', 'A-beget'])
    made.store.transaction((db) => updateConnection(db, 'A-beget', { erasedAtMs: 1 }))
    expect(names(true)).toEqual(['A-selectel'])
    const { facets, total } = listResources(made.scope, contract['resources.list'].input.parse(days))
    expect(total).toBe(4)
    expect(facets.connection.map(({ value }) => value)).toEqual(['A-selectel'])
    expect(() => getResource(made.scope, { id: made.seeded.ids.shop, ...days })).toThrow('resource.notFound')
  })

  it('tell the balance, the days that are left and when they are looked at next, unless they rest', () => {
    const account: AccountView = {
      ref: '1',
      name: 'ООО «Ромашка»',
      status: 'active',
      plan: 'Бизнес',
      balance: rub('-120.5'),
      balances: [],
      daysLeft: 3,
      daily: null,
      monthly: null,
      yearly: null,
      isYearlyPlan: null,
      limits: [],
      server: [],
      software: [],
    }
    const schedule = { kind: 'every', hours: 6, quiet: null } as const
    made.store.transaction((db) => updateConnection(db, 'A-selectel', { account, accountAtMs: 5, schedule }))
    const first = () => listConnections(made.scope, { hasArchived: false }).items[0]
    const lastSync = made.ports.clock.nowMs() - 3_600_000
    expect(first()).toMatchObject({
      balance: rub('-120.5'),
      daysLeft: 3,
      account,
      accountAtMs: 5,
      nextSyncAtMs: lastSync + 6 * 3_600_000,
    })
    made.store.transaction((db) => updateConnection(db, 'A-selectel', { status: 'paused' }))
    expect(first()?.nextSyncAtMs).toBeNull()
  })
})
