import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  CubeQuestion,
  Ledger,
  LedgerCube,
  LedgerLine,
  LedgerRow,
  LedgerWhere,
} from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { fillStore, type Line, SPAN } from './cube-lines.ts'
import { keptLines, workedColumns } from './cube-model.ts'
import { where } from './cube-questions.ts'

let store: Store
let ledger: Ledger
let lines: Line[]

beforeAll(async () => {
  store = await openStore(testPorts(tempFolder()))
  lines = fillStore(store, 23, 50)
  ledger = createSqliteLedger(() => store.read, store.revision, workedColumns())
})
afterAll(() => store.close())

const asked = (groups: LedgerWhere) => ({ workspaceId: 'w1', ...SPAN, filter: { where: groups } })
const total = (groups: LedgerWhere): CubeQuestion => ({
  ...asked(groups),
  metric: 'billed',
  groupBy: ['service'],
  step: 'total',
})
const everyWhere = (check: (groups: LedgerWhere) => void): void =>
  fc.assert(fc.property(where, check), { numRuns: 25, seed: 3 })

test('lines are listed and told of which any part is kept', () => {
  everyWhere((groups) => {
    const idOf = ({ day, billed, connectionId }: LedgerLine | Line) => `${day} ${connectionId} ${billed}`
    const kept = keptLines(lines, total(groups)).map(idOf).sort()
    expect([...ledger.lines(asked(groups))].flat().map(idOf).sort()).toEqual(kept)
    for (const sort of ['day', 'cost'] as const) {
      const page = ledger.page({ ...asked(groups), sort, isDescending: true, offset: 0, limit: 500 })
      expect(page.total).toBe(kept.length)
      expect(page.items.map(idOf).sort()).toEqual(kept)
      const some = ledger.page({ ...asked(groups), sort, isDescending: true, offset: 7, limit: 5 })
      expect(some.items.map(({ id }) => id)).toEqual(page.items.slice(7, 12).map(({ id }) => id))
    }
  })
})

test('rows, ranks and counts are of what conditions keep', () => {
  everyWhere((groups) => {
    const cube = ledger.cube(total(groups))
    const rows = [...cube.groups.keys()].sort(inOrder(cube)).map((at) => ({
      id: idOf(cube, at),
      femtos: cube.total(at),
      lines: cube.lines(at),
    }))
    const asRows = (all: readonly LedgerRow[]) =>
      all.map(({ keys, currency, femtos, lines: count }) => ({
        id: JSON.stringify([keys, currency]),
        femtos,
        lines: count,
      }))
    const question = { ...asked(groups), metric: 'billed', groupBy: ['service'] } as const
    expect(asRows(ledger.aggregate(question))).toEqual(rows)
    const ranked = ledger.rank({ ...question, by: 'amount', top: 2, before: SPAN })
    for (const { currency, femtos, before } of ranked.totals) {
      const own = rows.filter(({ id }) => id.endsWith(`"${currency}"]`))
      expect([femtos, before]).toEqual([sumOf(own), sumOf(own)])
      const shown = ranked.rows.filter((row) => row.currency === currency)
      expect(shown.map((row) => row.femtos)).toEqual(
        own
          .map((row) => row.femtos)
          .sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
          .slice(0, 2),
      )
    }
    const refs = keptLines(lines, total(groups)).flatMap(({ key, connectionId }) =>
      key.resourceRef === null ? [] : [`${connectionId}/${key.resourceRef}`],
    )
    expect(ledger.countResources(asked(groups))).toBe(new Set(refs).size)
  })
})

const idOf = ({ groups }: LedgerCube, at: number): string =>
  JSON.stringify([groups[at]?.keys, groups[at]?.unit])

/** Of rows without an attribute, and of currencies, as rows of the ledger stand. */
const inOrder =
  (cube: LedgerCube) =>
  (a: number, b: number): number =>
    idOf(cube, a) < idOf(cube, b) ? -1 : 1

const sumOf = (rows: readonly { femtos: bigint }[]): bigint =>
  rows.reduce((sum, { femtos }) => sum + femtos, 0n)

test('an empty list keeps nothing where one of it is meant, and everything where none of it is', () => {
  const linesOf = (op: 'is' | 'isNot' | 'contains' | 'notContains'): number =>
    ledger.page({
      ...asked([[{ dimension: 'service', op, values: [] }]]),
      sort: 'day',
      isDescending: false,
      offset: 0,
      limit: 1,
    }).total
  expect([linesOf('is'), linesOf('contains')]).toEqual([0, 0])
  expect([linesOf('isNot'), linesOf('notContains')]).toEqual([lines.length, lines.length])
})
