import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listAlerts } from '#main/queries/alerts.query.ts'
import { createDemo } from '#main/services/demo/demo.service.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { contract } from '#shared/contract/index.ts'
import { addDays, daysOf } from '#shared/lib/day.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { cost, openSeeded, scopeOf } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

const alerts = (now?: string) => {
  if (now) made.ports.clock.set(now)
  const scope = scopeOf(made.store, made.ports, made.seeded.workspaceId)
  return contract['dashboard.listAlerts'].output.parse(listAlerts(scope)).items
}
const ofCode = (code: string, now?: string) => alerts(now).filter((alert) => alert.code === code)
const rub = (amount: string) => ({ amount, currency: 'RUB' })

it('puts the gravest first and keeps its ids', () => {
  const first = alerts()
  expect(first.map((alert) => [alert.severity, alert.id])).toEqual([
    ['critical', 'budget.exceeded:A-servers:2026-11-01'],
    ['warning', 'budget.willExceed:A-sites:2026-11-01'],
    ['warning', `renewal.due:${made.seeded.ids.shop}:2026-11-25`],
  ])
  expect(alerts()).toEqual(first)
})

describe('a budget', () => {
  it('tells by how much its limit is passed', () => {
    expect(ofCode('budget.exceeded')).toMatchObject([
      { subject: 'A Сервера', amount: rub('369.595'), ratio: '1.184798', day: '2026-11-16' },
    ])
    expect(ofCode('budget.willExceed')).toMatchObject([
      { subject: 'A Сайты', amount: rub('200'), ratio: '1.2', day: '2026-11-25' },
    ])
  })
})

describe('a renewal', () => {
  it('is told thirty days ahead, urgent in the last week, grave once the day has passed', () => {
    expect(ofCode('renewal.due', '2026-10-25T09:00:00Z')).toEqual([])
    expect(ofCode('renewal.due', '2026-10-26T09:00:00Z')).toMatchObject([
      { severity: 'info', subject: 'shop.ru', day: '2026-11-25', amount: rub('365') },
    ])
    expect(ofCode('renewal.due', '2026-11-18T09:00:00Z')).toMatchObject([{ severity: 'warning' }])
    expect(ofCode('renewal.due', '2026-11-25T09:00:00Z')).toMatchObject([{ severity: 'warning' }])
    expect(ofCode('renewal.due', '2026-11-26T09:00:00Z')).toMatchObject([{ severity: 'critical' }])
  })
})

describe('stale data', () => {
  it('is told when the last sync is older than 26 hours', () => {
    // the last sync was at 08:00 on the twentieth
    expect(ofCode('data.stale', '2026-11-21T10:00:00Z')).toEqual([])
    expect(ofCode('data.stale', '2026-11-21T10:00:01Z').map((alert) => alert.subject)).toEqual([
      'A Сайты',
      'A Сервера',
    ])
  })

  it('is told when the costs end more than two days ago, however fresh the sync', () => {
    made.ports.clock.set('2026-11-22T09:00:00Z')
    made.store.transaction((db) => {
      for (const id of ['A-selectel', 'A-beget'])
        updateConnection(db, id, { lastSyncAtMs: made.ports.clock.nowMs() })
    })
    expect(ofCode('data.stale')).toMatchObject([{ subject: 'A Сайты', day: '2026-11-19' }])
  })

  it('is not told of a paused connection, and is grave where the connection fails', () => {
    made.store.transaction((db) => {
      updateConnection(db, 'A-selectel', { status: 'paused' })
      updateConnection(db, 'A-beget', { status: 'error' })
    })
    expect(ofCode('data.stale', '2026-12-20T09:00:00Z')).toMatchObject([
      { subject: 'A Сайты', severity: 'critical' },
    ])
  })
})

describe('unusual spend', () => {
  const shop = { connection: 'A-beget', provider: 'beget', resourceId: null, service: 'Хостинг' } as const
  const add = (on: string, amount: string): void => {
    made.store.transaction((db) => addCosts(db, made.seeded.workspaceId, null, [cost(shop, on, amount)]))
  }

  it('joins neighbouring days and says how much was too much', () => {
    add('2026-11-17', '60')
    add('2026-11-18', '80')
    expect(ofCode('spend.unusual')).toEqual([
      {
        id: 'spend.unusual:A-beget:Хостинг:2026-11-17',
        code: 'spend.unusual',
        severity: 'warning',
        subject: 'A Сайты · Хостинг',
        target: { area: 'dashboard', id: 'A-beget' },
        day: '2026-11-18',
        // expected is the median of the same weekday: 50 on four of the six or seven before
        amount: rub('120.000000000000002'),
        ratio: '1.2',
      },
    ])
  })

  it('is silent about a day that is not over', () => {
    add('2026-11-20', '5000')
    expect(ofCode('spend.unusual')).toEqual([])
  })

  it('tells a fall as news, not as a warning', () => {
    made.store.transaction((db) => {
      const extra = daysOf(addDays(made.scope.today, -60), addDays(made.scope.today, -3))
      addCosts(
        db,
        made.seeded.workspaceId,
        null,
        extra.map((d) => cost({ ...shop, service: 'Почта' }, d, '90')),
      )
    })
    expect(ofCode('spend.unusual')).toMatchObject([
      { severity: 'info', subject: 'A Сайты · Почта', amount: rub('-180'), ratio: '-1' },
    ])
  })
})

describe('an account', () => {
  const account = (daysLeft: number | null) => ({
    ref: '1',
    name: 'A',
    status: 'active' as const,
    plan: null,
    balance: rub('1339.57') as never,
    balances: [],
    daysLeft,
    daily: null,
    monthly: null,
    yearly: null,
    isYearlyPlan: null,
    limits: [],
    server: [],
    software: [],
  })
  const say = (daysLeft: number | null): void =>
    made.store.transaction((db) =>
      updateConnection(db, 'A-beget', {
        account: account(daysLeft),
        accountAtMs: Date.parse('2026-11-19T22:30:00Z'),
      }),
    )

  it('that will be blocked within thirty days is told of, urgently in the last week', () => {
    say(29)
    expect(ofCode('balance.low')).toMatchObject([
      { severity: 'warning', target: { area: 'connections', id: 'A-beget' }, day: '2026-12-19' },
    ])
    say(6.5)
    expect(ofCode('balance.low')).toMatchObject([
      { severity: 'critical', day: '2026-11-26', amount: rub('1339.57') },
    ])
  })

  it('that has enough, or does not say, is not', () => {
    say(30)
    expect(ofCode('balance.low')).toEqual([])
    say(null)
    expect(ofCode('balance.low')).toEqual([])
  })

  it('that let nobody in is told of at once', () => {
    made.store.transaction((db) => updateConnection(db, 'A-beget', { status: 'error' }))
    expect(ofCode('sync.failed')).toMatchObject([{ severity: 'critical', id: 'sync.failed:A-beget' }])
  })
})

it('finds in the demo company what was planted there, and nothing else', () => {
  const { workspaceId } = createDemo({ store: made.store, ports: made.ports }).ensure()
  const { items } = listAlerts(scopeOf(made.store, made.ports, workspaceId))
  expect(items.map((alert) => [alert.code, alert.subject, alert.day])).toEqual([
    ['spend.unusual', 'Selectel BU-B (dev/stage) · Облачные серверы', '2026-11-15'],
    ['budget.willExceed', 'Разработка и тестирование', '2026-11-28'],
    ['balance.low', 'Beget Dev', '2026-12-01'],
    ['renewal.due', 'infrazen-demo.ru', '2026-12-11'],
  ])
})
