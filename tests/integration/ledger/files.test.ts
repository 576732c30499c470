import { Decimal } from 'decimal.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerDimension, LedgerFilter, LedgerMetric, LedgerRow } from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import type { Store } from '#main/store/store.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, addConnection, costLine, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const Exact = Decimal.clone({ precision: 80 })
const SPAN = { workspaceId: 'w1', from: day('2026-01-01'), to: day('2026-12-31') }
const METRICS: LedgerMetric[] = ['billed', 'effective', 'list', 'contracted']

let store: Store
let ledger: ReturnType<typeof createSqliteLedger>
let lines: (FileLine & { parcel: number })[]
let resourceA: number

beforeAll(async () => {
  store = await openStore(testPorts(tempFolder()))
  ledger = createSqliteLedger(() => store.read, store.revision)
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
    addCompany(db, 'w2', 'foreign')
  })
  const { idOf } = store.transaction((db) =>
    recordSnapshot(db, {
      workspaceId: 'w1',
      connectionId: 'c1',
      startedAtMs: 1,
      finishedAtMs: 2,
      found: [server('r-0'), server('r-1')],
    }),
  )
  resourceA = idOf.get('r-0') ?? 0
  const parcels = [randomLines(1, 700), randomLines(2, 500)]
  lines = parcels.flatMap((own, at) =>
    store.transaction((db) => {
      const parcel = readParcel(db, 'w1', own)
      commitParcel(db, parcel, { mode: at === 0 ? 'replace' : 'add', atMs: 1 })
      return own.map((line) => ({ ...line, parcel }))
    }),
  )
  store.transaction((db) => {
    // Told by an API of a day that a file tells of too, and of another company: neither counts.
    const shadowed = costLine({ connectionId: lines[0]?.connectionId ?? '', femtos: 10n ** 20n })
    addCosts(db, 'w1', null, [{ ...shadowed, day: lines[0]?.day ?? day('2026-01-01') }])
    const foreign = readParcel(db, 'w2', [fileLine({ connectionId: 'foreign', femtos: 10n ** 20n })])
    commitParcel(db, foreign, { mode: 'replace', atMs: 1 })
  })
})
afterAll(() => store.close())

type KeyTags = FileLine['key']['tags']

/** Amounts up to 10^12 units, some of them with fifteen places. */
function randomLines(seed: number, count: number): FileLine[] {
  const next = randomNumbers(seed)
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T
  const amount = (): bigint => {
    const whole = BigInt(next(pick([100, 1_000_000, 1_000_000_000]))) * pick([1n, 1000n])
    const places = pick([0n, BigInt(next(100)) * 10n ** 13n, BigInt(next(10 ** 9)) * 1_000_003n])
    return (whole * 10n ** 15n + places) * pick([1n, 1n, -1n])
  }
  return Array.from({ length: count }, () =>
    fileLine({
      connectionId: pick(['c1', 'c2']),
      day: pick(['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-05']),
      femtos: 0n,
      key: {
        subAccount: pick([null, 'sub 1', 'sub 2']),
        serviceCategory: pick(['Compute', 'Storage']),
        service: pick(['Compute', 'Диски', 'Сеть 🌐']),
        region: pick([null, 'ru-1']),
        zone: pick([null, 'ru-1a']),
        resourceRef: pick([null, 'r-0', 'r-1', 'r-2']),
        resourceName: pick([null, 'База данных', 'web']),
        resourceType: pick([null, 'VM']),
        sku: pick([null, 'sku']),
        skuName: pick([null, 'Процессор']),
        consumedUnit: pick([null, 'Hours']),
        chargeCategory: pick(['Usage', 'Tax', 'Credit']),
        currency: pick(['RUB', 'RUB', 'USD']),
        tags: pick<KeyTags>([null, { team: 'a', env: 'prod' }, { team: 'b' }, { env: 'dev' }]),
        more: pick([null, { RegionName: 'Москва' }]),
      },
      more: {
        billed: amount(),
        effective: amount(),
        list: amount(),
        contracted: amount(),
        quantity: pick([null, 10n ** 15n]),
      },
    }),
  )
}

const KEYS: Record<LedgerDimension, (line: FileLine) => string | null> = {
  day: (line) => line.day,
  month: (line) => line.day.slice(0, 7),
  provider: ({ key }) => key.provider,
  connection: (line) => line.connectionId,
  subAccount: ({ key }) => key.subAccount,
  service: ({ key }) => key.service,
  serviceCategory: ({ key }) => key.serviceCategory,
  region: ({ key }) => key.region,
  zone: ({ key }) => key.zone,
  resource: ({ connectionId, key }) =>
    connectionId === 'c1' && (key.resourceRef === 'r-0' || key.resourceRef === 'r-1')
      ? String(resourceA + Number(key.resourceRef.at(-1)))
      : null,
  resourceRef: ({ key }) => key.resourceRef,
  resourceType: ({ key }) => key.resourceType,
  sku: ({ key }) => key.sku,
  chargeCategory: ({ key }) => key.chargeCategory,
  tag: ({ key }) => key.tags?.team ?? null,
}

/** Added up by a decimal library from the text of each amount. */
function addUp(own: readonly FileLine[], groupBy: readonly LedgerDimension[], metric: LedgerMetric) {
  const sums = new Map<string, [Decimal, number]>()
  for (const line of own) {
    const id = JSON.stringify([...groupBy.map((dimension) => KEYS[dimension](line)), line.key.currency])
    const [sum, count] = sums.get(id) ?? [new Exact(0), 0]
    sums.set(id, [sum.plus(formatDecimal(line[metric])), count + 1])
  }
  return new Map([...sums].map(([id, [sum, count]]) => [id, `${parseDecimal(sum.toFixed())} ${count}`]))
}

const asMap = (rows: readonly LedgerRow[]) =>
  new Map(rows.map((row) => [JSON.stringify([...row.keys, row.currency]), `${row.femtos} ${row.lines}`]))

test('every grouping and metric of lines of files equals the decimal sums of their texts', () => {
  const groupings: LedgerDimension[][] = [
    ...(Object.keys(KEYS) as LedgerDimension[]).map((one) => [one]),
    [],
    ['month', 'provider'],
    ['service', 'day', 'tag'],
    ['connection', 'resource', 'subAccount'],
  ]
  for (const groupBy of groupings)
    for (const metric of METRICS) {
      const rows = ledger.aggregate({ ...SPAN, metric, groupBy, tagKey: 'team' })
      expect(asMap(rows), `${groupBy} ${metric}`).toEqual(addUp(lines, groupBy, metric))
    }
})

test('filters keep what they name, nulls among it', () => {
  const cases: [LedgerFilter, (line: FileLine & { parcel: number }) => boolean][] = [
    [{ services: ['Диски', 'Сеть 🌐'] }, ({ key }) => key.service !== 'Compute'],
    [{ subAccounts: [null, 'sub 1'] }, ({ key }) => key.subAccount !== 'sub 2'],
    [{ regions: [null] }, ({ key }) => key.region === null],
    [
      { resourceRefs: ['r-2'], currencies: ['USD'] },
      ({ key }) => key.resourceRef === 'r-2' && key.currency === 'USD',
    ],
    [{ resourceIds: [resourceA] }, (line) => KEYS.resource(line) === String(resourceA)],
    [{ chargeCategories: ['Tax'] }, ({ key }) => key.chargeCategory === 'Tax'],
    [{ tag: { key: 'team', values: ['a'] } }, ({ key }) => key.tags?.team === 'a'],
    [{ tag: { key: 'team', values: [null] } }, ({ key }) => key.tags?.team === undefined],
    [{ search: 'БАЗА' }, ({ key }) => key.resourceName === 'База данных'],
    [{ importId: lines.at(-1)?.parcel ?? 0 }, ({ parcel }) => parcel === lines.at(-1)?.parcel],
    [{ connectionIds: ['c2'], providers: ['selectel'] }, ({ connectionId }) => connectionId === 'c2'],
    [{ connectionIds: [] }, () => false],
  ]
  for (const [filter, keeps] of cases)
    for (const groupBy of [[], ['service']] as LedgerDimension[][]) {
      const rows = ledger.aggregate({ ...SPAN, metric: 'billed', groupBy, filter })
      expect(asMap(rows), JSON.stringify(filter)).toEqual(addUp(lines.filter(keeps), groupBy, 'billed'))
    }
})

test('the largest groups are those that exact sums make the largest, and the totals are of all', () => {
  const october = lines.filter((line) => line.day.startsWith('2026-10'))
  const september = lines.filter((line) => line.day.startsWith('2026-09'))
  const ranked = ledger.rank({
    ...SPAN,
    from: day('2026-10-01'),
    to: day('2026-10-31'),
    before: { from: day('2026-09-01'), to: day('2026-09-30') },
    metric: 'billed',
    groupBy: ['service', 'subAccount'],
    by: 'change',
    top: 2,
  })
  const groups = (own: readonly FileLine[], currency: string) =>
    Map.groupBy(
      own.filter(({ key }) => key.currency === currency),
      ({ key }) => `${key.service},${key.subAccount}`,
    )
  const sum = (own: readonly FileLine[] = []) => own.reduce((total, { billed }) => total + billed, 0n)
  for (const currency of ['RUB', 'USD']) {
    const [now, before] = [groups(october, currency), groups(september, currency)]
    const changes = [...new Set([...now.keys(), ...before.keys()])]
      .map((id) => ({ id, size: sum(now.get(id)) - sum(before.get(id)) }))
      .map(({ id, size }) => ({ id, size: size < 0n ? -size : size }))
      .sort((a, b) => (a.size < b.size ? 1 : -1))
    const shown = ranked.rows.filter((row) => row.currency === currency)
    expect(shown.map(({ keys }) => keys.map(String).join())).toEqual(changes.slice(0, 2).map(({ id }) => id))
    const total = ranked.totals.find((one) => one.currency === currency)
    expect(total).toMatchObject({
      femtos: sum(october.filter(({ key }) => key.currency === currency)),
      before: sum(september.filter(({ key }) => key.currency === currency)),
      groups: changes.length,
    })
  }
})

test('resources are counted by account and number, values come in order, a resource has its bill', () => {
  const named = lines.filter(({ key }) => key.resourceRef !== null)
  expect(ledger.countResources({ ...SPAN })).toBe(
    new Set(named.map(({ connectionId, key }) => `${connectionId} ${key.resourceRef}`)).size,
  )
  expect(ledger.values({ workspaceId: 'w1', column: 'resourceRef' })).toEqual(['r-0', 'r-1', 'r-2'])
  expect(ledger.values({ workspaceId: 'w1', column: 'tagKey' })).toEqual(['env', 'team'])
  expect(ledger.values({ workspaceId: 'w1', column: 'tag', tagKey: 'team' })).toEqual(['a', 'b'])
  const items = ledger.itemise({ ...SPAN, resourceId: resourceA })
  const own = lines.filter((line) => KEYS.resource(line) === String(resourceA))
  const total = items.reduce((sum, { femtos }) => sum + femtos, 0n)
  expect(total).toBe(own.reduce((sum, { billed }) => sum + billed, 0n))
  const [hours] = items.filter(({ label, unit }) => label === 'Процессор' && unit === 'Hours')
  expect(hours?.quantity === null).toBe(
    own.some(
      ({ key, quantity }) =>
        key.skuName === 'Процессор' &&
        key.consumedUnit === 'Hours' &&
        key.currency === hours?.currency &&
        quantity === null,
    ),
  )
})
