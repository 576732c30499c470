import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getAbout, getState } from '#main/queries/app.query.ts'
import { listBudgets } from '#main/queries/budgets.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { listRecommendations } from '#main/queries/recommendations.query.ts'
import { contract } from '#shared/contract/index.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { openSeeded, scopeOf } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

const rub = (amount: string) => ({ amount, currency: 'RUB' })
const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('budgets', () => {
  it('tell what is spent, what will be, and the day on which the limit is passed', () => {
    const { items, daysDone, daysInMonth } = contract['budgets.list'].output.parse(listBudgets(made.scope))
    expect([daysDone, daysInMonth]).toEqual([19, 30])
    expect(items.map(({ daily, ...item }) => item)).toEqual([
      {
        id: 'A-servers',
        name: 'A Сервера',
        scope: { connectionNames: ['A Сервера'] },
        month: '2026-11-01',
        limit: rub('2000'),
        spent: rub('2369.595'),
        spentRatio: '1.184798',
        forecast: rub('3741.47'),
        forecastRatio: '1.870735',
        // 110.005 a day and 279.50 once: 2039.58 on the sixteenth
        breachDay: '2026-11-16',
        status: 'exceeded',
      },
      {
        id: 'A-sites',
        name: 'A Сайты',
        scope: { connectionNames: ['A Сайты'] },
        month: '2026-11-01',
        limit: rub('1000'),
        spent: rub('760.000000000000019'),
        spentRatio: '0.76',
        forecast: rub('1200'),
        forecastRatio: '1.2',
        // the twenty-fifth day at 40 and a femto
        breachDay: '2026-11-25',
        status: 'willExceed',
      },
      expect.objectContaining({
        id: 'A-all',
        scope: { connectionNames: [] },
        spent: rub('3129.595000000000019'),
        forecast: rub('4941.47'),
        forecastRatio: '0.915087',
        breachDay: null,
        status: 'atRisk',
      }),
    ])
    expect(items[1]?.daily).toHaveLength(19)
    expect(items[1]?.daily[0]).toEqual({ day: '2026-11-01', amount: '40.000000000000001' })
  })

  it('are quiet on the first day of a month', () => {
    made.ports.clock.set('2026-12-01T09:00:00Z')
    const { items, daysDone } = listBudgets(scopeOf(made.store, made.ports, made.seeded.workspaceId))
    expect(daysDone).toBe(0)
    expect(items.map((item) => [item.month, item.status, item.forecast])).toEqual([
      ['2026-12-01', 'ok', null],
      ['2026-12-01', 'ok', null],
      ['2026-12-01', 'ok', null],
    ])
  })
})

describe('recommendations', () => {
  const list = (wishes: Record<string, unknown> = {}) => {
    const spec = contract['recommendations.list']
    return spec.output.parse(listRecommendations(made.scope, spec.input.parse(wishes)))
  }

  it('stand by savings, the organisation’s currency first, and add up by currency', () => {
    const { items, total, savings, categories } = list()
    expect(items.map((item) => [item.id, item.resourceName])).toEqual([
      ['A-r1', 'web-01'],
      ['A-r2', 'Диск ёмкий'],
      ['A-r3', ''],
    ])
    expect(total).toBe(3)
    expect(savings).toEqual([rub('170.255'), usd('1.5')])
    expect(categories).toEqual([
      { category: 'idle', count: 2, savings: [rub('20'), usd('1.5')] },
      { category: 'rightsize', count: 1, savings: [rub('150.255')] },
    ])
  })

  it('of one category leave the counts of the others', () => {
    const { items, savings, categories } = list({ category: 'rightsize' })
    expect(items.map((item) => item.id)).toEqual(['A-r1'])
    expect(savings).toEqual([rub('150.255')])
    expect(categories).toHaveLength(2)
  })

  it('are found by resource, by connection and by their status', () => {
    expect(list({ search: 'ЕМК' }).items.map((item) => item.id)).toEqual(['A-r2'])
    expect(list({ search: 'сайты' }).items.map((item) => item.id)).toEqual(['A-r3'])
    expect(list({ status: 'done' }).items.map((item) => item.id)).toEqual(['A-r4'])
    expect(list({ resourceId: made.seeded.ids.disk }).items.map((item) => item.id)).toEqual(['A-r2'])
  })

  it('are paged in every order', () => {
    for (const sort of ['savings', 'confidence', 'resource', 'created']) {
      const paged = [0, 1, 2].flatMap((offset) => list({ sort, offset, limit: 1 }).items)
      expect(paged, sort).toEqual(list({ sort }).items)
    }
  })
})

describe('connections', () => {
  it('tell their state, the age of their data and what they cost a month', () => {
    const { items } = contract['connections.list'].output.parse(
      listConnections(made.scope, { hasArchived: false }),
    )
    expect(items).toEqual([
      {
        id: 'A-selectel',
        provider: 'selectel',
        name: 'A Сервера',
        accountRef: '1',
        status: 'active',
        problem: null,
        addedAtMs: 1,
        lastSyncAtMs: made.ports.clock.nowMs() - 3_600_000,
        lastOutcome: 'done',
        dataThrough: '2026-11-20',
        resources: 3,
        activeResources: 2,
        dailyCost: rub('110.005'),
        monthlyCost: rub('3300.15'),
        balance: null,
        daysLeft: null,
        schedule: { kind: 'manual' },
        source: 'api',
        nextSyncAtMs: null,
        account: null,
        accountAtMs: null,
        stale: [],
      },
      expect.objectContaining({ id: 'A-beget', dataThrough: '2026-11-19', monthlyCost: rub('30') }),
    ])
  })
})

describe('the application', () => {
  const session = {
    id: 's',
    userId: 'A-user',
    workspaceId: 'A-workspace',
    role: 'owner',
    isDemo: false,
    isLocked: false,
    hasPassword: true,
    currency: 'RUB',
    timeZone: 'Asia/Kamchatka',
  } as const

  it('names who may sign in before anybody has', () => {
    const state = getState(made.store.read, made.ports, null)
    expect(contract['app.getState'].output.parse(state)).toEqual({
      version: '0.0.0-test',
      session: null,
      profiles: [
        { userId: 'A-user', userName: 'A Анна', workspaceId: 'A-workspace', workspaceName: 'A Ромашка' },
      ],
      hasDemo: false,
    })
  })

  it('tells the signed-in person their place and their day', () => {
    made.ports.clock.set('2026-11-20T13:00:00Z')
    const state = contract['app.getState'].output.parse(getState(made.store.read, made.ports, session))
    expect(state.session).toMatchObject({
      userName: 'A Анна',
      workspaceName: 'A Ромашка',
      role: 'owner',
      today: '2026-11-21',
      settings: { language: 'ru' },
    })
  })

  it('tells nothing to a session whose membership is gone', () => {
    const state = getState(made.store.read, made.ports, { ...session, userId: 'stranger' })
    expect(state.session).toBeNull()
  })

  it('counts what it keeps', () => {
    const about = getAbout(made.scope, { ports: made.ports, storeBytes: 1, sqlite: '3' })
    expect(contract['app.getAbout'].output.parse(about).counts).toEqual({
      connections: 2,
      resources: 4,
      // 50 + 36 + 31 + 19 days and four single lines
      costLines: 140,
      firstDay: '2026-10-01',
      lastDay: '2026-11-20',
    })
  })
})
