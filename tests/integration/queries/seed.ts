import type { ResourceState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import { toStored } from '#main/core/money/stored.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { addMetrics } from '#main/store/repos/metrics.repo.ts'
import { insertMembership, insertUser, insertWorkspace } from '#main/store/repos/people.repo.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { Period } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, day, dayInZone, daysOf } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'

const HOUR_MS = 3_600_000

export const NOVEMBER: Period = {
  from: day('2026-11-01'),
  to: day('2026-11-19'),
  compareFrom: day('2026-10-01'),
  compareTo: day('2026-10-19'),
}

export function scopeOf(
  store: Store,
  ports: TestPorts,
  workspaceId: string,
  over: Partial<Scope> = {},
): Scope {
  const nowMs = ports.clock.nowMs()
  const timeZone = 'Europe/Moscow'
  return {
    db: store.read,
    ledger: createSqliteLedger(() => store.read, store.revision),
    workspaceId,
    currency: 'RUB',
    timeZone,
    today: dayInZone(nowMs, timeZone),
    nowMs,
    // Asked each time, as each call asks: a test goes on with the same scope after it has written.
    get revision() {
      return store.revision()
    },
    ...over,
  }
}

/** An open store of the test's own; closed by `close`. */
export async function openSeeded(
  folder: string,
  prefixes: readonly string[],
): Promise<{ store: Store; ports: TestPorts; seeded: Seeded; scope: Scope }> {
  const ports = testPorts(folder)
  const store = await openStore(ports)
  const companies = store.transaction((db) => prefixes.map((p) => seedCompany(db, p, ports.clock.nowMs())))
  const seeded = companies[0]
  if (!seeded) throw new Error('nothing seeded')
  return { store, ports, seeded, scope: scopeOf(store, ports, seeded.workspaceId) }
}

export function resource(externalId: string, over: Partial<ResourceState> = {}): ResourceState {
  return {
    externalId,
    name: externalId,
    type: 'server',
    service: 'Серверы',
    region: null,
    zone: null,
    status: 'running',
    owner: null,
    project: null,
    businessUnit: null,
    environment: null,
    price: null,
    attributes: {},
    tags: [],
    ...over,
  }
}

type CostOptions = { currency?: Currency; category?: CostLine['key']['chargeCategory'] }

export function cost(
  of: { connection: string; provider: 'selectel' | 'beget'; resourceId: number | null; service: string },
  on: string,
  amount: string,
  { currency = 'RUB', category = 'Usage' }: CostOptions = {},
): CostLine {
  const femtos = parseDecimal(amount)
  if (femtos === null) throw new RangeError(amount)
  return {
    key: {
      connectionId: of.connection,
      provider: of.provider,
      billingAccount: of.connection,
      serviceCategory: 'Compute',
      service: of.service,
      chargeCategory: category,
      currency,
      resourceId: of.resourceId,
      resourceRef: of.resourceId === null ? null : `ref-${of.resourceId}`,
    },
    day: day(on),
    invoice: null,
    quantity: null,
    billed: femtos,
    effective: femtos,
    list: femtos,
    contracted: femtos,
  }
}

const each = (from: string, to: string, make: (day: Day) => CostLine): CostLine[] =>
  daysOf(day(from), day(to)).map(make)

type Seeded = { workspaceId: string; ids: Record<'web' | 'disk' | 'shop' | 'stopped' | 'gone', number> }

/**
 * A company small enough to be added up by hand. Autumn 2026, today 20 November.
 *
 * web-01 100 a day; «Диск ёмкий» 10.005 a day from 15 October; shop.ru 50 a day in October and 40 and a femto in November;
 * 300 for support on 5 November, which belongs to no resource; a credit of 20.50 on 6 November; 7.25 US dollars on the
 * 7th; 33 of today, which is not over.
 */
function seedCompany(db: WritableDb, prefix: string, nowMs: number): Seeded {
  const workspaceId = `${prefix}-workspace`
  const selectel = `${prefix}-selectel`
  const beget = `${prefix}-beget`
  insertWorkspace(db, {
    id: workspaceId,
    name: `${prefix} Ромашка`,
    kind: 'real',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    createdAtMs: 1,
  })
  insertUser(db, {
    id: `${prefix}-user`,
    name: `${prefix} Анна`,
    passwordHash: 'scrypt$test',
    createdAtMs: 1,
  })
  insertMembership(db, { workspaceId, userId: `${prefix}-user`, role: 'owner' })
  const connection = { workspaceId, status: 'active', config: {}, lastSyncAtMs: nowMs - HOUR_MS } as const
  insertConnection(db, {
    ...connection,
    id: selectel,
    provider: 'selectel',
    name: `${prefix} Сервера`,
    accountRef: '1',
    addedAtMs: 1,
  })
  insertConnection(db, {
    ...connection,
    id: beget,
    provider: 'beget',
    name: `${prefix} Сайты`,
    accountRef: '2',
    addedAtMs: 2,
  })

  const web = resource('web-01', {
    region: 'ru-1',
    price: { amount: money('3000', 'RUB'), period: 'month' },
    attributes: { vcpu: 4, ramGb: 8, diskGb: 100, address: '10.0.0.7' },
    tags: [{ key: 'Отдел', value: 'Логистика' }],
  })
  const disk = resource('disk-01', {
    name: 'Диск ёмкий',
    type: 'volume',
    service: 'Диски',
    region: 'ru-3',
    price: { amount: money('10.005', 'RUB'), period: 'day' },
  })
  const stopped = resource('web-10', { status: 'stopped' })
  const gone = resource('web-2', { price: { amount: money('999', 'RUB'), period: 'month' } })
  const at = { workspaceId, connectionId: selectel }
  const first = recordSnapshot(db, {
    ...at,
    startedAtMs: 10,
    finishedAtMs: 11,
    found: [web, disk, stopped, gone],
  }).idOf
  recordSnapshot(db, { ...at, startedAtMs: 20, finishedAtMs: 21, found: [web, disk, stopped] })
  const shop = resource('shop.ru', {
    type: 'domain',
    service: 'Хостинг',
    price: { amount: money('365', 'RUB'), period: 'year' },
    attributes: { renewsOn: '2026-11-25' },
  })
  const second = recordSnapshot(db, {
    workspaceId,
    connectionId: beget,
    startedAtMs: 10,
    finishedAtMs: 11,
    found: [shop],
  }).idOf
  const idOf = (id: string): number => first.get(id) ?? second.get(id) ?? 0
  const ids = {
    web: idOf('web-01'),
    disk: idOf('disk-01'),
    shop: idOf('shop.ru'),
    stopped: idOf('web-10'),
    gone: idOf('web-2'),
  }

  const webCost = {
    connection: selectel,
    provider: 'selectel',
    resourceId: ids.web,
    service: 'Серверы',
  } as const
  const diskCost = {
    connection: selectel,
    provider: 'selectel',
    resourceId: ids.disk,
    service: 'Диски',
  } as const
  const shopCost = { connection: beget, provider: 'beget', resourceId: ids.shop, service: 'Хостинг' } as const
  const support = {
    connection: selectel,
    provider: 'selectel',
    resourceId: null,
    service: 'Поддержка',
  } as const
  addCosts(db, workspaceId, null, [
    ...each('2026-10-01', '2026-11-19', (d) => cost(webCost, d, '100')),
    ...each('2026-10-15', '2026-11-19', (d) => cost(diskCost, d, '10.005')),
    ...each('2026-10-01', '2026-10-31', (d) => cost(shopCost, d, '50')),
    ...each('2026-11-01', '2026-11-19', (d) => cost(shopCost, d, '40.000000000000001')),
    cost(support, '2026-11-05', '300'),
    cost(webCost, '2026-11-06', '-20.5', { category: 'Credit' }),
    cost(webCost, '2026-11-07', '7.25', { currency: 'USD' }),
    cost(webCost, '2026-11-20', '33'),
  ])

  insertBudgets(db, [
    budget(`${prefix}-all`, workspaceId, `${prefix} Всё`, [], '5400'),
    budget(`${prefix}-sites`, workspaceId, `${prefix} Сайты`, [beget], '1000'),
    budget(`${prefix}-servers`, workspaceId, `${prefix} Сервера`, [selectel], '2000'),
  ])
  insertRecommendations(db, [
    advice(
      `${prefix}-r1`,
      { workspaceId, connectionId: selectel, resourceId: ids.web },
      '150.255',
      'rightsize.cpu',
    ),
    advice(
      `${prefix}-r2`,
      { workspaceId, connectionId: selectel, resourceId: ids.disk },
      '20',
      'idle.volume',
    ),
    advice(`${prefix}-r3`, { workspaceId, connectionId: beget, resourceId: null }, '1.5', 'idle.ip', 'USD'),
    {
      ...advice(`${prefix}-r4`, { workspaceId, connectionId: beget, resourceId: ids.shop }, '900', 'idle.ip'),
      status: 'done',
    },
  ])
  addMetrics(db, [
    { resourceId: ids.web, metric: 'cpu', day: day('2026-11-01'), used: 1, peak: 3, capacity: 4 },
    { resourceId: ids.web, metric: 'cpu', day: day('2026-11-02'), used: 2, peak: 4, capacity: 4 },
    { resourceId: ids.disk, metric: 'cpu', day: day('2026-11-02'), used: 1, peak: 1, capacity: 2 },
    { resourceId: ids.stopped, metric: 'cpu', day: day('2026-11-02'), used: 9, peak: 9, capacity: 9 },
    { resourceId: ids.web, metric: 'ram', day: day('2026-10-31'), used: 1, peak: 1, capacity: 8 },
  ])
  return { workspaceId, ids }
}

function budget(id: string, workspaceId: string, name: string, connectionIds: string[], limit: string) {
  const { micros, rest } = toStored(money(limit, 'RUB').femtos)
  return {
    id,
    workspaceId,
    name,
    connectionIds,
    currency: 'RUB',
    limitMicros: micros,
    limitRest: rest,
    createdAtMs: 1,
  } as const
}

function advice(
  id: string,
  of: { workspaceId: string; connectionId: string; resourceId: number | null },
  savings: string,
  code: 'rightsize.cpu' | 'idle.volume' | 'idle.ip',
  currency: 'RUB' | 'USD' = 'RUB',
) {
  const { micros, rest } = toStored(money(savings, currency).femtos)
  return {
    id,
    ...of,
    code,
    category: code === 'rightsize.cpu' ? 'rightsize' : 'idle',
    status: 'active',
    confidence: 0.8,
    effort: 'low',
    currency,
    savingsMicros: micros,
    savingsRest: rest,
    facts: {},
    createdAtMs: 5,
  } as const
}
