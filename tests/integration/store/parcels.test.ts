import { expect, test } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { connectionForFile } from '#main/store/repos/file-accounts.repo.ts'
import { commitParcel, withdrawParcel } from '#main/store/repos/parcel-commit.ts'
import { createParcelRemoval } from '#main/store/repos/parcel-removal.ts'
import { parcelDays, segments } from '#main/store/schema/ledger.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { fileLine, readParcel } from '#tests/support/parcels.ts'
import { addCompany, addConnection, costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

async function openCompany() {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
  })
  const liveDays = () =>
    store.read
      .select()
      .from(segments)
      .orderBy(segments.id)
      .all()
      .map(({ liveDays }) => liveDays.toString(2))
  return { store, liveDays }
}

const at = (day: string, femtos = 1n, connectionId = 'c1') => fileLine({ day, femtos, connectionId })

test('a parcel counts from its commit on, replaces day by day, and gives the days back when withdrawn', async () => {
  const { store, liveDays } = await openCompany()
  const { transaction } = store
  const first = transaction((db) =>
    readParcel(db, 'w1', [at('2026-11-01'), at('2026-11-02'), at('2026-11-03')]),
  )
  expect(liveDays()).toEqual(['0'])
  expect(transaction((db) => commitParcel(db, first, { mode: 'replace', atMs: 5 }))).toEqual({
    lines: 3,
    replacedLines: 0,
  })
  const second = transaction((db) => readParcel(db, 'w1', [at('2026-11-02', 2n), at('2026-11-02', 3n)]))
  expect(transaction((db) => commitParcel(db, second, { mode: 'replace', atMs: 6 }))).toEqual({
    lines: 2,
    replacedLines: 1,
  })
  expect(liveDays()).toEqual(['101', '10'])
  const third = transaction((db) => readParcel(db, 'w1', [at('2026-11-02'), at('2026-11-02', 1n, 'c2')]))
  expect(transaction((db) => commitParcel(db, third, { mode: 'add', atMs: 7 })).replacedLines).toBe(0)
  expect(liveDays()).toEqual(['101', '10', '10', '10'])
  transaction((db) => withdrawParcel(db, second, 8))
  expect(liveDays()).toEqual(['111', '0', '10', '10'])
  const live = store.read
    .select()
    .from(parcelDays)
    .all()
    .filter(({ isLive }) => isLive)
  expect(live.map(({ parcelId, day }) => `${parcelId} ${day}`).sort()).toEqual([
    `${first} 2026-11-01`,
    `${first} 2026-11-02`,
    `${first} 2026-11-03`,
    `${third} 2026-11-02`,
    `${third} 2026-11-02`,
  ])
  store.close()
})

test('a parcel that never counted leaves the store as it was, but for what others point at', async () => {
  const { store } = await openCompany()
  store.transaction((db) => addCosts(db, 'w1', null, [costLine({ femtos: 5n })]))
  const before = dumpStore(store.read)
  const ids = { next: () => 'new-one' }
  const id = store.transaction((db) => {
    const account = { provider: 'vk' as const, accountRef: '77', accountName: null }
    const made = connectionForFile(db, 'w1', account, ids, 1)
    expect(connectionForFile(db, 'w1', account, ids, 1)).toBe(made)
    return readParcel(db, 'w1', [
      fileLine({ femtos: 5n, key: { service: 'Новая услуга', more: { RegionName: 'Москва' } } }),
      fileLine({ femtos: 5n, connectionId: made }),
    ])
  })
  const remove = store.transaction((db) => createParcelRemoval(db, id))
  while (!store.transaction(() => remove(() => true)));
  expect(dumpStore(store.read)).toEqual(before)
  store.close()
})
