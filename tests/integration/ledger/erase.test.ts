import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { decodeTexts } from '#main/core/ledger/text-column.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { eraseConnectionSlice } from '#main/store/repos/erase-connection.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { parcelKeys, parcels } from '#main/store/schema/ledger.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { fileLine, readParcel } from '#tests/support/parcels.ts'
import { addCompany, addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const SPAN = { workspaceId: 'w1', from: day('2026-11-01'), to: day('2026-11-30') }
const line = (connectionId: string, femtos: bigint) =>
  fileLine({ connectionId, femtos, key: { service: `Service of ${connectionId}`, region: 'ru-1' } })

test('an account that is erased takes what files told of it along, and leaves what they told of others', async () => {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
    for (const lines of [
      [line('c1', 1n), line('c2', 2n), line('c1', 4n)],
      [line('c1', 8n)],
      [line('c2', 16n)],
    ])
      commitParcel(db, readParcel(db, 'w1', lines), { mode: 'add', atMs: 1 })
  })
  const ledger = createSqliteLedger(() => store.read, store.revision)
  const sums = () =>
    ledger
      .aggregate({ ...SPAN, metric: 'billed', groupBy: ['connection', 'service'] })
      .map(({ keys, femtos }) => `${keys.join()} ${femtos}`)
  expect(sums()).toEqual(['c1,Service of c1 13', 'c2,Service of c2 18'])
  const aFewSteps = () => {
    let steps = 0
    return () => ++steps < 20
  }
  while (!store.transaction((db) => eraseConnectionSlice(db, 'c1', aFewSteps())));
  expect(sums()).toEqual(['c2,Service of c2 18'])
  expect(
    store.read
      .select()
      .from(parcels)
      .all()
      .map(({ id }) => id),
  ).toEqual([1, 3])
  const texts = store.read
    .select()
    .from(parcelKeys)
    .all()
    .flatMap(({ data }) => decodeTexts(data).texts)
  expect(texts).toContain('Service of c2')
  expect(texts.join()).not.toContain('c1')
  const [kept] = [...ledger.lines(SPAN)].flat()
  expect(kept?.key).toMatchObject({ service: 'Service of c2', region: 'ru-1' })
  const dump = [...dumpStore(store.read).values()].flat().join('\n')
  expect(dump.includes("'c1'")).toBe(false)
  expect(store.read.all(sql`pragma foreign_key_check`)).toEqual([])
  store.close()
})
