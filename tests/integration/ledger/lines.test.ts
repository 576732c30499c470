import { expect, test } from 'vitest'
import type { LedgerLine, LedgerOrder } from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { fileLine, readParcel } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, addConnection, costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const SPAN = { workspaceId: 'w1', from: day('2026-09-01'), to: day('2026-11-30') }
const DETAIL = {
  invoiceId: 'счёт 7',
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: '0.00000001',
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: { x_Team: 'Платежи' },
}

async function openFilled() {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
  })
  const next = randomNumbers(7)
  const days = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-11-05']
  const some = (count: number, connectionId: string) =>
    Array.from({ length: count }, (_, i) =>
      fileLine({
        connectionId,
        day: days[next(4)] ?? '',
        // Many of the same cost, some below zero, some with a place that a double does not have.
        femtos: BigInt(next(20) - 4) * 10n ** 15n + (next(3) === 0 ? 7n : 0n),
        key: { service: `Service ${i % 7}`, resourceRef: `r-${i % 50}`, more: { RegionName: 'Москва' } },
        more: { detail: i % 3 === 0 ? DETAIL : null },
      }),
    )
  store.transaction((db) => {
    for (const connectionId of ['c1', 'c2']) {
      const parcel = readParcel(db, 'w1', some(connectionId === 'c1' ? 1300 : 400, connectionId))
      commitParcel(db, parcel, { mode: 'replace', atMs: 1 })
    }
    const told = [1n, 2n, 3n].map((n) =>
      costLine({ femtos: n * 10n ** 15n, day: '2026-10-15', resource: 'api' }),
    )
    addCosts(db, 'w1', null, [...told, costLine({ femtos: 5n * 10n ** 15n, day: '2026-10-16' })])
  })
  return { store, ledger: createSqliteLedger(() => store.read, store.revision) }
}

/** Page after page, as a person scrolls. */
function scroll(
  ask: (offset: number) => { items: LedgerLine[]; total: number },
  limit: number,
): LedgerLine[] {
  const found: LedgerLine[] = []
  for (;;) {
    const { items, total } = ask(found.length)
    found.push(...items)
    if (items.length < limit) {
      expect(found).toHaveLength(total)
      return found
    }
  }
}

test.each<LedgerOrder>([
  { sort: 'day', isDescending: false },
  { sort: 'day', isDescending: true },
  { sort: 'cost', isDescending: false },
  { sort: 'cost', isDescending: true },
])('page after page by $sort, each line comes once and in its order ($isDescending)', async (order) => {
  const { store, ledger } = await openFilled()
  const all = scroll((offset) => ledger.page({ ...SPAN, ...order, offset, limit: 37 }), 37)
  expect(new Set(all.map(({ id }) => id)).size).toBe(1704)
  const keys = all.map((line) => (order.sort === 'day' ? line.day : Number(line.billed) / 1e15))
  const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  expect(keys).toEqual(order.isDescending ? sorted.reverse() : sorted)
  expect(ledger.page({ ...SPAN, ...order, offset: 5000, limit: 10 })).toEqual({ items: [], total: 1704 })
  store.close()
})

test('a filter counts and pages what it keeps, and an export is told every line by day', async () => {
  const { store, ledger } = await openFilled()
  const filter = { services: ['Service 3'], search: 'R-1' }
  const order = { sort: 'day', isDescending: false } as const
  const kept = scroll((offset) => ledger.page({ ...SPAN, ...order, filter, offset, limit: 10 }), 10)
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.every(({ key }) => key.service === 'Service 3' && key.resourceRef?.startsWith('r-1'))).toBe(
    true,
  )
  const told = [...ledger.lines(SPAN)].flat()
  expect(told.map(({ id }) => id)).toEqual(
    scroll((offset) => ledger.page({ ...SPAN, ...order, offset, limit: 100 }), 100).map(({ id }) => id),
  )
  store.close()
})

test('a line is what was written: its key, times, quantities and what it has of its own', async () => {
  const { store, ledger } = await openFilled()
  const lines = [...ledger.lines(SPAN)].flat()
  const withDetail = lines.find(({ detail }) => detail?.invoiceId)
  expect(withDetail).toMatchObject({ detail: DETAIL, key: { more: { RegionName: 'Москва' } } })
  expect(withDetail?.startMs).toBe(Date.parse(`${withDetail?.day}T00:00:00Z`))
  expect((withDetail?.endMs ?? 0) - (withDetail?.startMs ?? 0)).toBe(86_400_000)
  const api = lines.filter(({ importId }) => importId === null)
  expect(api.map(({ day: on, billed }) => `${on} ${billed / 10n ** 15n}`)).toEqual([
    '2026-10-15 1',
    '2026-10-15 2',
    '2026-10-15 3',
    '2026-10-16 5',
  ])
  const keysById = Map.groupBy(lines, ({ chargeKeyId }) => chargeKeyId)
  for (const own of keysById.values())
    expect(new Set(own.map(({ key, connectionId }) => JSON.stringify([key, connectionId]))).size).toBe(1)
  store.close()
})
