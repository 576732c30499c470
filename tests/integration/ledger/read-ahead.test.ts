import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import type { Store } from '#main/store/store.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { fileLine, readParcel } from '#tests/support/parcels.ts'
import { addCompany } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const SPAN = { workspaceId: 'w1', from: day('2025-11-01'), to: day('2026-11-30') }

let store: Store
beforeEach(async () => {
  store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => addCompany(db))
})
afterEach(() => store.close())

const commit = (service: string, femtos: bigint, mode: 'add' | 'replace' = 'add') =>
  store.transaction((db) => {
    const line = fileLine({ connectionId: 'c1', femtos, key: { service, resourceRef: `r-${service}` } })
    commitParcel(db, readParcel(db, 'w1', [line]), { mode, atMs: 1 })
  })

/** A ledger of its own, and how often it has read the store. */
function openLedger() {
  let reads = 0
  const ledger = createSqliteLedger(() => {
    reads += 1
    return store.read
  }, store.revision)
  const sums = () =>
    ledger
      .cube({ ...SPAN, metric: 'billed', groupBy: ['service', 'resource', 'sku'], step: 'month' })
      .groups.map(({ keys }) => keys[0])
  const total = () => ledger.aggregate({ ...SPAN, metric: 'billed', groupBy: ['service'] })
  return { ledger, sums, total, reads: () => reads }
}

test('what was read ahead step by step needs no second look at the files’ columns', () => {
  commit('Диски', 5n)
  commit('Серверы', 7n)
  const cold = openLedger()
  const expected = [cold.sums(), cold.total()]
  const warm = openLedger()
  let steps = 0
  for (const _ of warm.ledger.readAhead(SPAN)) steps += 1
  expect(steps).toBeGreaterThan(20)
  const before = warm.reads()
  expect([warm.sums(), warm.total()]).toEqual(expected)
  expect(warm.reads() - before).toBeLessThan(cold.reads() / 4)
})

test('a file that comes in between ends it, and the next answer has the file', () => {
  commit('Диски', 5n)
  const { ledger, total } = openLedger()
  const steps = ledger.readAhead(SPAN)
  steps.next()
  steps.next()
  commit('Диски', 11n, 'replace')
  expect(steps.next().done).toBe(true)
  expect(total()).toMatchObject([{ keys: ['Диски'], femtos: 11n }])
})

test('so does a restored copy of the store', async () => {
  commit('Диски', 5n)
  const { id } = await store.backup('manual')
  commit('Серверы', 7n)
  const { ledger, total } = openLedger()
  const steps = ledger.readAhead(SPAN)
  steps.next()
  await store.restore(id)
  expect(steps.next().done).toBe(true)
  expect(total()).toMatchObject([{ keys: ['Диски'], femtos: 5n }])
})
