import { expect, test } from 'vitest'
import type { LedgerDifference } from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { createChargesWriter } from '#main/store/repos/charges-writer.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { commitParcel, withdrawParcel } from '#main/store/repos/parcel-commit.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { undoSlice } from '#main/store/repos/undo.repo.ts'
import { createUndoWriter } from '#main/store/repos/undo-writer.ts'
import type { Store } from '#main/store/store.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, addConnection, costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

async function openCompany() {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
  })
  const ledger = createSqliteLedger(() => store.read, store.revision)
  return {
    store,
    differ: (atMs: number) => ledger.differ({ workspaceId: 'w1', since: { atMs } }),
  }
}

const MS_PER_DAY = 86_400_000
const noon = (on: string): number => Date.parse(`${on}T12:00:00Z`)

/** One look of a synchronisation at one day: what it tells of it is all that there is. */
function lookAt(store: Store, on: string, atMs: number, costs: Record<string, bigint>): number {
  return store.transaction((db) => {
    const look = {
      workspaceId: 'w1',
      connectionId: 'c1',
      startedAtMs: atMs,
      finishedAtMs: atMs + 1,
      found: [],
    }
    const { snapshotId } = recordSnapshot(db, look)
    const undo = createUndoWriter(db, snapshotId)
    const writer = createChargesWriter(db, { workspaceId: 'w1', connectionId: 'c1', snapshotId, undo })
    const lines = Object.entries(costs).map(([resource, femtos]) => costLine({ resource, day: on, femtos }))
    const kept = new Set(writer.put(lines))
    writer.sweep({ from: day(on), to: day(on) }, (id) => kept.has(id), { afterKey: 0, limit: 1000 })
    writer.endDay(day(on), { digest: String(atMs), lines: lines.length, toldAtMs: atMs })
    return snapshotId
  })
}

const told = ({ kind, day: on, resource, before, after }: LedgerDifference) =>
  [kind, on, resource, before, after].join(' ')

test('what an API corrected, added and took back since a moment, whatever became of it in between', async () => {
  const { store, differ } = await openCompany()
  const first = noon('2026-11-03')
  lookAt(store, '2026-11-01', first, { a: 100n, b: 200n, c: 300n })
  lookAt(store, '2026-11-01', first + MS_PER_DAY, { a: 100n, b: 250n, d: 7n })
  lookAt(store, '2026-11-01', first + 2 * MS_PER_DAY, { a: 100n, b: 260n, d: 8n })
  expect(differ(first + 1).lines.map(told)).toEqual([
    'withdrawn 2026-11-01 c 300 ',
    'corrected 2026-11-01 b 200 260',
    'added 2026-11-01 d  8',
  ])
  expect(differ(first + MS_PER_DAY + 1).lines.map(told)).toEqual([
    'corrected 2026-11-01 b 250 260',
    'corrected 2026-11-01 d 7 8',
  ])
  expect(differ(first + 2 * MS_PER_DAY + 1)).toEqual({ months: [], lines: [], isCut: false })
  expect(differ(first - 1).months).toMatchObject([
    { connectionId: 'c1', month: '2026-11', added: { lines: 3, femtos: 368n }, corrected: { lines: 0 } },
  ])
  store.close()
})

test('a day that grew while it was not over was not corrected: it counts from when it was told whole', async () => {
  const { store, differ } = await openCompany()
  lookAt(store, '2026-11-01', noon('2026-11-01'), { a: 10n })
  lookAt(store, '2026-11-01', noon('2026-11-02'), { a: 24n })
  expect(differ(noon('2026-11-01') + 1).lines.map(told)).toEqual(['added 2026-11-01 a  24'])
  store.close()
})

test('a sync that is taken back leaves no trace among the corrections', async () => {
  const { store, differ } = await openCompany()
  const first = noon('2026-11-03')
  lookAt(store, '2026-11-01', first, { a: 100n, b: 200n })
  const second = lookAt(store, '2026-11-01', first + MS_PER_DAY, { a: 150n })
  while (store.transaction((db) => undoSlice(db, second, 1)));
  expect(differ(first + 1)).toEqual({ months: [], lines: [], isCut: false })
  store.close()
})

test('a file instead of what an API told withdraws its lines and adds its own; withdrawn, it is the other way round', async () => {
  const { store, differ } = await openCompany()
  store.transaction((db) => addCosts(db, 'w1', null, [costLine({ resource: 'a', femtos: 5n })]))
  const id = store.transaction((db) =>
    readParcel(db, 'w1', [fileLine({ key: { resourceRef: 'file', service: 'Диски' }, femtos: 7n })]),
  )
  store.transaction((db) => commitParcel(db, id, { mode: 'replace', atMs: 100 }))
  expect(differ(99).lines.map(told)).toEqual(['added 2026-11-01 file  7', 'withdrawn 2026-11-01 a 5 '])
  store.transaction((db) => withdrawParcel(db, id, 200))
  expect(differ(150).lines.map(told)).toEqual(['withdrawn 2026-11-01 file 7 ', 'added 2026-11-01 a  5'])
  expect(differ(99).lines).toEqual([])
  store.close()
})

type Line = { connectionId: string; day: string; service: string; femtos: bigint }
/** Which delivery a line counts from: what counts then and now by the same one is no difference. */
type Counting = Line & { parcelId: number }
type Parcel = { id: number; lines: Line[]; mode: 'add' | 'replace'; isLive: boolean }

const DAYS = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-11-01']

test('for every moment of a random history the difference is that of the lines of then and of now', async () => {
  const { store, differ } = await openCompany()
  const next = randomNumbers(5)
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T
  const some = (): Line[] =>
    Array.from({ length: 1 + next(6) }, () => ({
      connectionId: pick(['c1', 'c2']),
      day: pick(DAYS),
      service: pick(['Compute', 'Сеть', 'Диски']),
      femtos: BigInt(next(2 ** 31) - 2 ** 29) * 10n ** 12n + BigInt(next(1000)),
    }))
  const parcels: Parcel[] = []
  const counting = (): Counting[] =>
    ['c1', 'c2'].flatMap((connectionId) =>
      DAYS.flatMap((on) => {
        const isOf = (line: Line) => line.connectionId === connectionId && line.day === on
        let live: Parcel[] = []
        for (const parcel of parcels) {
          if (!parcel.isLive || !parcel.lines.some(isOf)) continue
          live = parcel.mode === 'replace' ? [parcel] : [...live, parcel]
        }
        return live.flatMap(({ id, lines }) => lines.filter(isOf).map((line) => ({ ...line, parcelId: id })))
      }),
    )
  const sums = (lines: readonly Line[]): Map<string, { femtos: bigint; lines: number }> => {
    const found = new Map<string, { femtos: bigint; lines: number }>()
    for (const { connectionId, day: on, service, femtos } of lines) {
      const key = [on, connectionId, service].join(' ')
      const known = found.get(key) ?? { femtos: 0n, lines: 0 }
      found.set(key, { femtos: known.femtos + femtos, lines: known.lines + 1 })
    }
    return found
  }
  const past: Counting[][] = [[]]
  for (let atMs = 1; atMs <= 30; atMs += 1) {
    const withdrawn = next(4) === 0 ? pick(parcels.filter(({ isLive }) => isLive)) : undefined
    if (withdrawn) {
      withdrawn.isLive = false
      store.transaction((db) => withdrawParcel(db, withdrawn.id, atMs))
    } else {
      const lines = some()
      const mode = pick(['add', 'replace', 'replace'] as const)
      const asFile = lines.map(
        ({ connectionId, day: on, service, femtos }): FileLine =>
          fileLine({ connectionId, day: on, key: { service }, femtos }),
      )
      const id = store.transaction((db) => readParcel(db, 'w1', asFile))
      store.transaction((db) => commitParcel(db, id, { mode, atMs }))
      parcels.push({ id, lines, mode, isLive: true })
    }
    past.push(counting())
  }
  const without = (lines: readonly Counting[], others: readonly Counting[]) => {
    const told = new Set(others.map((line) => [line.parcelId, line.connectionId, line.day].join()))
    return sums(lines.filter((line) => !told.has([line.parcelId, line.connectionId, line.day].join())))
  }
  for (const [atMs, lines] of past.entries()) {
    const [then, now] = [without(lines, counting()), without(counting(), lines)]
    const expected = [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
      const [was, is] = [then.get(key), now.get(key)]
      return was?.femtos === is?.femtos && was?.lines === is?.lines
        ? []
        : [`${key} ${was?.femtos} ${is?.femtos}`]
    })
    const found = differ(atMs)
    const asText = found.lines.map(
      (line) =>
        `${[line.day, line.connectionId, line.service].join(' ')} ${line.before ?? undefined} ${line.after ?? undefined}`,
    )
    expect(asText.sort(), String(atMs)).toEqual(expected.sort())
    const net = found.months.reduce(
      (sum, month) => sum + month.added.femtos + month.corrected.femtos + month.withdrawn.femtos,
      0n,
    )
    const totalOf = (side: typeof now): bigint =>
      [...side.values()].reduce((sum, { femtos }) => sum + femtos, 0n)
    expect(net).toBe(totalOf(now) - totalOf(then))
  }
  expect(past.length).toBe(31)
  store.close()
})
