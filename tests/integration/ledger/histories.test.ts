import { expect, test } from 'vitest'
import type { LedgerMetric, LedgerRow } from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import { addCosts, removeCosts } from '#main/store/repos/costs.repo.ts'
import { commitParcel, withdrawParcel } from '#main/store/repos/parcel-commit.ts'
import { createParcelRemoval } from '#main/store/repos/parcel-removal.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, addConnection, costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const METRICS: LedgerMetric[] = ['billed', 'effective', 'list', 'contracted']
const DAYS = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02', '2026-10-31', '2026-11-01']
const CONNECTIONS = ['c1', 'c2']
const ALL = { workspaceId: 'w1', from: day('2026-01-01'), to: day('2026-12-31') }

type Line = Pick<FileLine, 'connectionId' | 'day' | LedgerMetric> & { service: string; currency: string }
type Parcel = {
  id: number
  lines: Line[]
  state: 'read' | 'committed' | 'withdrawn'
  mode: string
  turn: number
}

/** All that has been said so far, line by line; what counts of it is told as a story, day by day. */
class Model {
  parcels: Parcel[] = []
  api: Line[] = []

  live(): Line[] {
    return CONNECTIONS.flatMap((connectionId) =>
      DAYS.flatMap((on) => {
        const isOf = (line: Line) => line.connectionId === connectionId && line.day === on
        let counting: Parcel[] = []
        for (const parcel of this.parcels.toSorted((a, b) => a.turn - b.turn)) {
          if (parcel.state !== 'committed' || !parcel.lines.some(isOf)) continue
          counting = parcel.mode === 'replace' ? [parcel] : [...counting, parcel]
        }
        const lines = counting.length > 0 ? counting.flatMap((parcel) => parcel.lines) : this.api
        return lines.filter(isOf)
      }),
    )
  }
}

/** By the things that a row differs in, the exact sum and the number of lines. */
function addUp(lines: readonly Line[], metric: LedgerMetric): Record<string, string> {
  const sums = new Map<string, [bigint, number]>()
  for (const line of lines) {
    const parts = [line.day, line.connectionId, line.service, line.currency]
    const id = parts.filter((part) => part !== '').join()
    const [femtos, count] = sums.get(id) ?? [0n, 0]
    sums.set(id, [femtos + line[metric], count + 1])
  }
  return Object.fromEntries([...sums].map(([id, [femtos, count]]) => [id, `${femtos} ${count}`]))
}

const asTable = (rows: readonly LedgerRow[]): Record<string, string> =>
  Object.fromEntries(rows.map((row) => [[...row.keys, row.currency].join(), `${row.femtos} ${row.lines}`]))

test('a rollup equals its lines, whatever was imported, corrected, withdrawn or deleted, and whatever a sync wrote', async () => {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
  })
  const ledger = createSqliteLedger(() => store.read, store.revision)
  const next = randomNumbers(20_261_126)
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T
  const model = new Model()

  const amount = (): bigint => {
    const size = pick([1n, 10n ** 6n, 10n ** 12n, 10n ** 15n, 10n ** 17n])
    return BigInt(next(2 ** 31) - 2 ** 29) * size + BigInt(next(1000))
  }
  const line = (): Line => ({
    connectionId: pick(CONNECTIONS),
    day: day(pick(DAYS)),
    service: pick(['Compute', 'Сеть']),
    currency: pick(['RUB', 'RUB', 'USD']),
    billed: amount(),
    effective: amount(),
    list: amount(),
    contracted: amount(),
  })
  const some = (): Line[] => Array.from({ length: 1 + next(8) }, line)
  const fileLines = (lines: readonly Line[]): FileLine[] =>
    lines
      .map(({ service, currency, ...more }) =>
        fileLine({ key: { service, currency: 'RUB' }, femtos: 0n, more }),
      )
      .map((one, at) => ({ ...one, key: { ...one.key, currency: lines[at]?.currency ?? 'RUB' } }))

  const acts: (() => void)[] = [
    () => {
      const lines = some()
      const id = store.transaction((db) => readParcel(db, 'w1', fileLines(lines)))
      model.parcels.push({ id, lines, state: 'read', mode: 'replace', turn: 0 })
    },
    () => {
      const parcel = pick(model.parcels.filter(({ state }) => state === 'read'))
      if (!parcel) return
      parcel.mode = pick(['replace', 'replace', 'add'])
      parcel.turn = 1 + Math.max(0, ...model.parcels.map(({ turn }) => turn))
      parcel.state = 'committed'
      store.transaction((db) => commitParcel(db, parcel.id, { mode: parcel.mode as 'add', atMs: 1 }))
    },
    () => {
      const parcel = pick(model.parcels.filter(({ state }) => state === 'committed'))
      if (!parcel || next(2) === 0) return
      parcel.state = 'withdrawn'
      store.transaction((db) => withdrawParcel(db, parcel.id, 1))
    },
    () => {
      const parcel = pick(model.parcels.filter(({ state }) => state === 'read'))
      if (!parcel || next(2) === 0) return
      model.parcels = model.parcels.filter((one) => one !== parcel)
      const remove = store.transaction((db) => createParcelRemoval(db, parcel.id))
      while (!store.transaction(() => remove(() => true)));
    },
    () => {
      const lines = some()
      model.api.push(...lines)
      store.transaction((db) =>
        addCosts(
          db,
          'w1',
          null,
          lines.map(({ service, currency, ...more }) => {
            const one = costLine({ connectionId: more.connectionId, service, femtos: 0n })
            return { ...one, ...more, key: { ...one.key, currency: currency as 'RUB' } }
          }),
        ),
      )
    },
    () => {
      const [connectionId, on] = [pick(CONNECTIONS), day(pick(DAYS))]
      model.api = model.api.filter((one) => one.connectionId !== connectionId || one.day !== on)
      store.transaction((db) => removeCosts(db, { connectionId, from: on, to: on }))
    },
  ]

  for (let step = 0; step < 400; step += 1) {
    pick(acts)()
    const live = model.live()
    const metric = METRICS[step % 4] as LedgerMetric
    const rows = ledger.aggregate({ ...ALL, metric, groupBy: ['day', 'connection', 'service'] })
    expect(asTable(rows), `after ${step} steps`).toEqual(addUp(live, metric))
    const byDay = ledger.aggregate({ ...ALL, metric, groupBy: ['day', 'connection'] })
    expect(asTable(byDay), `by day after ${step} steps`).toEqual(
      addUp(
        live.map((one) => ({ ...one, service: '' })),
        metric,
      ),
    )
    const [only] = CONNECTIONS
    const filtered = ledger.aggregate({
      workspaceId: 'w1',
      from: day('2026-09-30'),
      to: day('2026-10-31'),
      metric: 'list',
      groupBy: [],
      filter: { connectionIds: [only ?? ''], services: ['Сеть'], currencies: ['RUB'] },
    })
    const kept = live.filter(
      ({ connectionId, service, currency, day: on }) =>
        connectionId === only &&
        service === 'Сеть' &&
        currency === 'RUB' &&
        on >= '2026-09-30' &&
        on <= '2026-10-31',
    )
    expect(filtered.map(({ femtos, lines }) => `${femtos} ${lines}`)).toEqual(
      kept.length === 0 ? [] : [`${kept.reduce((sum, { list }) => sum + list, 0n)} ${kept.length}`],
    )
    const covered = ledger.coverage('w1').map(({ connectionId, lines }) => `${connectionId} ${lines}`)
    expect(covered).toEqual(
      CONNECTIONS.flatMap((id) => {
        const own = live.filter(({ connectionId }) => connectionId === id)
        return own.length === 0 ? [] : [`${id} ${own.length}`]
      }),
    )
  }
  store.close()
})
