import { expect, test } from 'vitest'
import type { LedgerDimension, LedgerFilter, LedgerMetric, LedgerRow } from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, addConnection, costLine, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const METRICS: LedgerMetric[] = ['billed', 'effective', 'list', 'contracted']

async function openCompany() {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
    addCompany(db, 'w2', 'foreign')
  })
  const ledger = createSqliteLedger(() => store.read, store.revision)
  const ask = (
    groupBy: LedgerDimension[],
    more: { metric?: LedgerMetric; filter?: LedgerFilter; from?: string; to?: string } = {},
  ) =>
    ledger.aggregate({
      workspaceId: 'w1',
      from: day(more.from ?? '2026-01-01'),
      to: day(more.to ?? '2026-12-31'),
      metric: more.metric ?? 'billed',
      groupBy,
      ...(more.filter ? { filter: more.filter } : {}),
    })
  return { store, ledger, ask }
}

function randomLines(length: number, idOf: (externalId: string) => number | null) {
  const next = randomNumbers(5)
  const pick = <T>(items: readonly [T, ...T[]]): T => items[next(items.length)] ?? items[0]
  return Array.from({ length }, () => {
    const connectionId = pick(['c1', 'c2'])
    const resource = pick(['a', 'b', 'unknown', null])
    const amounts = () => BigInt(next(2 ** 31) - 2 ** 30) * BigInt(next(2 ** 31)) + 3n
    const base = costLine({
      connectionId,
      femtos: 0n,
      day: `2026-${pick(['09', '10', '11'])}-${10 + next(19)}`,
    })
    const line: CostLine = {
      ...base,
      key: {
        ...base.key,
        service: pick(['Compute', 'Storage', 'Сеть']),
        provider: connectionId === 'c1' ? 'selectel' : 'beget',
        chargeCategory: pick(['Usage', 'Tax', 'Credit']),
        currency: pick(['RUB', 'RUB', 'USD']),
        resourceRef: resource,
      },
      billed: amounts(),
      effective: amounts(),
      list: amounts(),
      contracted: amounts(),
    }
    const linked = connectionId === 'c1' && resource ? idOf(resource) : null
    return { line, resourceId: linked }
  })
}

type Sample = ReturnType<typeof randomLines>[number]

const KEY_OF: Record<LedgerDimension, (sample: Sample) => string | null> = {
  day: ({ line }) => line.day,
  month: ({ line }) => line.day.slice(0, 7),
  provider: ({ line }) => line.key.provider,
  connection: ({ line }) => line.key.connectionId,
  service: ({ line }) => line.key.service,
  resource: ({ resourceId }) => (resourceId === null ? null : String(resourceId)),
  chargeCategory: ({ line }) => line.key.chargeCategory,
  subAccount: ({ line }) => line.key.subAccount ?? null,
  serviceCategory: ({ line }) => line.key.serviceCategory,
  region: ({ line }) => line.key.region ?? null,
  zone: ({ line }) => line.key.zone ?? null,
  resourceRef: ({ line }) => line.key.resourceRef ?? null,
  resourceType: ({ line }) => line.key.resourceType ?? null,
  sku: ({ line }) => line.key.sku ?? null,
  tag: () => null,
}

function addUp(samples: Sample[], groupBy: LedgerDimension[], metric: LedgerMetric): Map<string, string> {
  const sums = new Map<string, { femtos: bigint; lines: number }>()
  for (const sample of samples) {
    const id = JSON.stringify([
      ...groupBy.map((dimension) => KEY_OF[dimension](sample)),
      sample.line.key.currency,
    ])
    const sum = sums.get(id) ?? { femtos: 0n, lines: 0 }
    sums.set(id, { femtos: sum.femtos + sample.line[metric], lines: sum.lines + 1 })
  }
  return new Map([...sums].map(([id, { femtos, lines }]) => [id, `${femtos} ${lines}`]))
}

const asMap = (rows: LedgerRow[]) =>
  new Map(
    rows.map((row) => [JSON.stringify([...row.keys, row.currency]), `${row.femtos} ${row.lines}`] as const),
  )

async function openFilled() {
  const opened = await openCompany()
  const { store } = opened
  const { idOf } = store.transaction((db) =>
    recordSnapshot(db, {
      workspaceId: 'w1',
      connectionId: 'c1',
      startedAtMs: 1,
      finishedAtMs: 2,
      found: [server('a'), server('b')],
    }),
  )
  const samples = randomLines(1_500, (externalId) => idOf.get(externalId) ?? null)
  store.transaction((db) => {
    addCosts(
      db,
      'w1',
      null,
      samples.map((sample) => sample.line),
    )
    addCosts(db, 'w2', null, [costLine({ connectionId: 'foreign', femtos: 10n ** 18n })])
  })
  return { ...opened, samples, idOf }
}

test('every grouping and every metric equals the lines added up in whole numbers', async () => {
  const { store, ask, samples } = await openFilled()
  const groupings: LedgerDimension[][] = [
    [],
    ['day'],
    ['month', 'provider'],
    ['connection', 'service'],
    ['resource'],
    ['chargeCategory', 'day'],
    ['day', 'month', 'provider', 'connection', 'service', 'resource', 'chargeCategory'],
  ]
  for (const groupBy of groupings) {
    for (const metric of METRICS) {
      expect(asMap(ask(groupBy, { metric }))).toEqual(addUp(samples, groupBy, metric))
    }
  }
  store.close()
})

test('filters keep what they name, together, and an empty list keeps nothing', async () => {
  const { store, ask, samples, idOf } = await openFilled()
  const a = idOf.get('a') ?? 0
  const cases: [LedgerFilter, (sample: Sample) => boolean][] = [
    [{ connectionIds: ['c2'] }, ({ line }) => line.key.connectionId === 'c2'],
    [{ providers: ['selectel', 'yandex'] }, ({ line }) => line.key.provider === 'selectel'],
    [{ services: ['Сеть', `'; DROP TABLE daily_costs; --`] }, ({ line }) => line.key.service === 'Сеть'],
    [{ resourceIds: [a] }, ({ resourceId }) => resourceId === a],
    [
      { connectionIds: ['c1'], services: ['Compute', 'Storage'] },
      ({ line }) => line.key.connectionId === 'c1' && line.key.service !== 'Сеть',
    ],
    [{ connectionIds: [] }, () => false],
    [{}, () => true],
  ]
  for (const [filter, keeps] of cases) {
    expect(asMap(ask(['service'], { filter }))).toEqual(addUp(samples.filter(keeps), ['service'], 'billed'))
  }
  store.close()
})

test('a list longer than any statement has parameters is one filter', async () => {
  const { store, ask, samples } = await openFilled()
  const services = Array.from({ length: 50_000 }, (_, i) => `service ${i}`)
  const rows = ask([], { filter: { services: [...services, 'Compute'] } })
  const kept = samples.filter(({ line }) => line.key.service === 'Compute')
  expect(asMap(rows)).toEqual(addUp(kept, [], 'billed'))
  store.close()
})

test('both ends of the range belong to it, and another organisation never does', async () => {
  const { store, ledger, ask, samples } = await openFilled()
  const inside = samples.filter(({ line }) => line.day >= '2026-10-12' && line.day <= '2026-11-15')
  expect(asMap(ask(['day'], { from: '2026-10-12', to: '2026-11-15' }))).toEqual(
    addUp(inside, ['day'], 'billed'),
  )
  expect(ledger.coverage('w2')).toEqual([
    { connectionId: 'foreign', firstDay: '2026-11-01', lastDay: '2026-11-01', lines: 1 },
  ])
  expect(ledger.coverage('nobody')).toEqual([])
  store.close()
})

test('rows come in the order of their keys, a missing key first', async () => {
  const { store, ask } = await openFilled()
  const days = ask(['day']).map((row) => row.keys[0])
  expect(days).toEqual([...days].sort())
  expect(ask(['resource'])[0]?.keys).toEqual([null])
  store.close()
})

test('coverage tells the first and last day and the lines of each connection', async () => {
  const { store, ledger, samples } = await openFilled()
  for (const row of ledger.coverage('w1')) {
    const own = samples.filter(({ line }) => line.key.connectionId === row.connectionId)
    const days = own.map(({ line }) => line.day).sort()
    expect(row).toEqual({
      connectionId: row.connectionId,
      firstDay: days[0],
      lastDay: days.at(-1),
      lines: own.length,
    })
  }
  expect(ledger.coverage('w1').map((row) => row.connectionId)).toEqual(['c1', 'c2'])
  store.close()
})

test('sums pass 64 bits without losing a femto, up and down', async () => {
  const { store, ask } = await openCompany()
  const huge = parseDecimal('9000000000000.000000000000001') ?? 0n
  const lines = Array.from({ length: 40 }, (_, i) =>
    costLine({ resource: `r${i}`, femtos: i < 30 ? huge : -huge }),
  )
  store.transaction((db) => addCosts(db, 'w1', null, lines))
  expect(ask([]).map((row) => row.femtos)).toEqual([20n * huge])
  expect(ask([], { filter: { services: ['Compute'] } })[0]?.lines).toBe(40)
  store.close()
})
