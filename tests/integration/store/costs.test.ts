import { expect, test } from 'vitest'
import { fromStored } from '#main/core/money/stored.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts, removeCosts } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { chargeKeys } from '#main/store/schema/costs.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { checkRollup } from '#tests/support/rollup.ts'
import { addCompany, addConnection, costLine, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

async function openCompany() {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
  })
  const total = () =>
    createSqliteLedger(() => store.read, store.revision)
      .aggregate({
        workspaceId: 'w1',
        from: day('2000-01-01'),
        to: day('2100-01-01'),
        metric: 'billed',
        groupBy: [],
      })
      .map((row) => row.femtos)
  return { store, total }
}

test('lines that share a key store it once and point at it', async () => {
  const { store } = await openCompany()
  const lines = [
    costLine({ resource: 'a', femtos: 1n }),
    costLine({ resource: 'a', day: '2026-11-02', femtos: 2n }),
    costLine({ resource: 'b', femtos: 3n }),
  ]
  expect(store.transaction((db) => addCosts(db, 'w1', null, lines))).toBe(3)
  store.transaction((db) => addCosts(db, 'w1', null, lines))
  expect(store.read.select().from(chargeKeys).all()).toHaveLength(2)
  expect(checkRollup(store.read)).toEqual({ sums: 3, differences: 0 })
  store.close()
})

test('a key finds its resource, whichever of the two comes first', async () => {
  const { store } = await openCompany()
  const look = { workspaceId: 'w1', connectionId: 'c1', startedAtMs: 1, finishedAtMs: 2 }
  const first = store.transaction((db) => recordSnapshot(db, { ...look, found: [server('early')] }))
  store.transaction((db) =>
    addCosts(db, 'w1', null, [
      costLine({ resource: 'early', femtos: 1n }),
      costLine({ resource: 'late', femtos: 1n }),
      costLine({ resource: 'early', connectionId: 'c2', femtos: 1n }),
      costLine({ femtos: 1n }),
    ]),
  )
  const found = [server('early'), server('late')]
  const second = store.transaction((db) => recordSnapshot(db, { ...look, found }))
  const links = store.read.select().from(chargeKeys).all()
  expect(
    links.map(({ connectionId, resourceRef, resourceId }) => [connectionId, resourceRef, resourceId]),
  ).toEqual([
    ['c1', 'early', first.idOf.get('early')],
    ['c1', 'late', second.idOf.get('late')],
    ['c2', 'early', null],
    ['c1', null, null],
  ])
  store.close()
})

test("a cost for another organisation's connection is refused and nothing of the batch stays", async () => {
  const { store, total } = await openCompany()
  store.transaction((db) => addCompany(db, 'w2', 'foreign'))
  const lines = [costLine({ femtos: 1n }), costLine({ connectionId: 'foreign', femtos: 1n })]
  expect(() => store.transaction((db) => addCosts(db, 'w1', null, lines))).toThrow('another organisation')
  expect(total()).toEqual([])
  store.close()
})

test('removing days takes lines and sums of that connection and of those days', async () => {
  const { store, total } = await openCompany()
  const lines = ['2026-11-01', '2026-11-02', '2026-11-03'].flatMap((d) =>
    ['c1', 'c2'].map((connectionId) => costLine({ connectionId, day: d, femtos: 1n })),
  )
  store.transaction((db) => addCosts(db, 'w1', null, lines))
  const of = { connectionId: 'c1', from: day('2026-11-02'), to: day('2026-11-03') }
  expect(store.transaction((db) => removeCosts(db, of))).toBe(2)
  expect(store.transaction((db) => removeCosts(db, of))).toBe(0)
  expect(total()).toEqual([4n])
  expect(checkRollup(store.read).differences).toBe(0)
  store.close()
})

test('after hundreds of random additions and removals the rollup equals its lines', async () => {
  const { store, total } = await openCompany()
  const next = randomNumbers(20_261_120)
  let expected = new Map<string, bigint>()
  for (let step = 0; step < 400; step += 1) {
    const connectionId = next(2) === 0 ? 'c1' : 'c2'
    if (next(4) === 0) {
      const from = next(28) + 1
      const to = Math.min(28, from + next(6))
      const of = { connectionId, from: dayOf(from), to: dayOf(to) }
      store.transaction((db) => removeCosts(db, of))
      expected = new Map(
        [...expected].filter(([key]) => {
          const [id = '', d = ''] = key.split(' ')
          return id !== connectionId || d < of.from || d > of.to
        }),
      )
      continue
    }
    const lines = Array.from({ length: next(12) + 1 }, () =>
      costLine({
        connectionId,
        resource: `r${next(5)}`,
        day: dayOf(next(28) + 1),
        femtos: BigInt(next(2_000_000_000) - 1_000_000_000) * BigInt(next(2_000_000_000)) * 1_000n + 7n,
      }),
    )
    store.transaction((db) => addCosts(db, 'w1', null, lines))
    for (const line of lines) {
      const key = `${connectionId} ${line.day}`
      expected.set(key, (expected.get(key) ?? 0n) + line.billed)
    }
  }
  expect(checkRollup(store.read).differences).toBe(0)
  expect(total()).toEqual([[...expected.values()].reduce((a, b) => a + b, 0n)])
  store.close()
})

test('a sum that 64 bits cannot hold is refused aloud instead of drifting into floating point', async () => {
  const { store, total } = await openCompany()
  const most = fromStored(2n ** 63n - 1n, 0n)
  store.transaction((db) => addCosts(db, 'w1', null, [costLine({ femtos: most })]))
  expect(() => store.transaction((db) => addCosts(db, 'w1', null, [costLine({ femtos: most })]))).toThrow()
  expect(total()).toEqual([most])
  store.close()
})

const dayOf = (number: number) => day(`2026-11-${String(number).padStart(2, '0')}`)
