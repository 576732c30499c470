import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CubeQuestion, Ledger, LedgerCube } from '#main/ports/ledger.ts'
import { createSqliteLedger } from '#main/queries/ledger/sqlite-ledger.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import { addDays, day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { fillStore, type Line, SPAN } from './cube-lines.ts'
import { type Cell, modelOf, WHOLE, workedColumns } from './cube-model.ts'
import { DIMENSIONS, where } from './cube-questions.ts'

let store: Store
let ledger: Ledger
let lines: Line[]

beforeAll(async () => {
  store = await openStore(testPorts(tempFolder()))
  lines = fillStore(store, 11, 80)
  ledger = createSqliteLedger(() => store.read, store.revision, workedColumns())
})
afterAll(() => store.close())

const ONE = { up: 1n, down: 1n }
const VAT: NonNullable<CubeQuestion['factors']> = new Map([
  [
    'c1',
    [
      { from: day('2025-01-01'), factor: { up: 5n, down: 6n } },
      { from: day('2026-01-01'), factor: { up: 50n, down: 61n } },
    ],
  ],
  ['c2', [{ from: day('2026-01-05'), factor: { up: 61n, down: 50n } }]],
])

const question = fc
  .record({
    metric: fc.constantFrom('billed', 'effective', 'quantity'),
    groupBy: fc.subarray(DIMENSIONS, { maxLength: 3 }),
    step: fc.constantFrom('hour', 'day', 'week', 'month', 'quarter', 'year', 'total'),
    from: fc.integer({ min: 0, max: 60 }).map((days) => addDays(SPAN.from, days)),
    to: fc.integer({ min: 0, max: 60 }).map((days) => addDays(SPAN.to, -days)),
    where,
  })
  .map(
    ({ where: groups, ...asked }): CubeQuestion => ({
      workspaceId: 'w1',
      ...(asked as Omit<CubeQuestion, 'workspaceId'>),
      filter: groups.length > 0 ? { where: groups } : undefined,
    }),
  )

const binIds = ({ bins }: LedgerCube): string[] => bins.map(({ from, to, hour }) => `${from} ${to} ${hour}`)

/** Half a femto of rounding, and what each group that is split may err by. */
function expectNear(femtos: bigint, cell: Cell | undefined): void {
  const off = femtos * WHOLE - (cell?.up ?? 0n)
  const room = cell?.isShared ? WHOLE * BigInt(cell.lines + 1) : WHOLE / 2n
  expect(off <= room && off >= -room, `${femtos} is not near ${cell?.up ?? 0n}/${WHOLE}`).toBe(true)
}

function expectModel(asked: CubeQuestion): void {
  const cube = ledger.cube(asked)
  const model = modelOf(lines, asked)
  expect(cube.groups.map(({ keys, unit }) => JSON.stringify([keys, unit])).sort()).toEqual(
    [...model.keys()].sort(),
  )
  const ids = binIds(cube)
  for (const cells of model.values()) for (const id of cells.keys()) expect(ids).toContain(id)
  const rough = cube.roughly()
  for (const [group, { keys, unit }] of cube.groups.entries()) {
    const cells = model.get(JSON.stringify([keys, unit]))
    for (const [bin, id] of ids.entries()) expectNear(cube.femtos(group, bin), cells?.get(id))
    const total = ids.reduce((sum, _, bin) => sum + cube.femtos(group, bin), 0n)
    expect(cube.total(group)).toBe(total)
    const size = Math.max(...ids.map((_, bin) => Math.abs(Number(cube.femtos(group, bin)))))
    expect(Math.abs((rough[group] as number) - Number(total))).toBeLessThanOrEqual(1e-9 * size + 100)
  }
  expectHeaps(cube)
}

/** Every third group is left out, the others lie in two heaps. */
function expectHeaps(cube: LedgerCube): void {
  const heapOf = Int32Array.from(cube.groups, (_, group) => (group % 3) - 1)
  const heaps = cube.heaps(heapOf, 2)
  for (const [heap, { total, byBin, lines: count }] of heaps.entries()) {
    const own = [...cube.groups.keys()].filter((group) => heapOf[group] === heap)
    expect(byBin).toEqual(
      cube.bins.map((_, bin) => own.reduce((sum, group) => sum + cube.femtos(group, bin), 0n)),
    )
    expect(total).toBe(own.reduce((sum, group) => sum + cube.total(group), 0n))
    expect(count).toBeLessThanOrEqual(own.reduce((sum, group) => sum + cube.lines(group), 0))
  }
}

describe('a cube', () => {
  test('tells of every question what its lines add up to', () => {
    fc.assert(fc.property(question, expectModel), { numRuns: 80, seed: 5 })
  })

  test('shares a cost among the parts of a virtual tag to the last femto', () => {
    for (const step of ['day', 'month', 'total'] as const) {
      const asked = { workspaceId: 'w1', ...SPAN, metric: 'billed' as const, step }
      const whole = ledger.cube({ ...asked, groupBy: ['service'] })
      const parts = ledger.cube({ ...asked, groupBy: ['virtual:b', 'service', 'virtual:a'] })
      expect(parts.groups.length).toBeGreaterThan(whole.groups.length)
      for (const [group, { keys, unit }] of whole.groups.entries()) {
        const own = parts.groups.flatMap((one, at) =>
          one.keys[1] === keys[0] && one.unit === unit ? [at] : [],
        )
        for (const bin of whole.bins.keys())
          expect(own.reduce((sum, at) => sum + parts.femtos(at, bin), 0n)).toBe(whole.femtos(group, bin))
      }
    }
  })

  test('with tax put on or taken off is exact to half a femto a cell', () => {
    fc.assert(
      fc.property(question, fc.constantFrom(VAT, undefined), (asked, own) =>
        expectModel({
          ...asked,
          metric: asked.metric === 'quantity' ? 'billed' : asked.metric,
          factors: own,
        }),
      ),
      { numRuns: 30, seed: 6 },
    )
  })

  test('with a rate a day adds up what each line is worth', () => {
    const rates = Array.from({ length: 121 }, (_, at) => ({
      from: addDays(SPAN.from, at),
      // None has a divisor in common with another.
      factor: { up: 1_000_003n + BigInt(at * at), down: 912_345n + BigInt(at * 7919) },
    }))
    const asked: CubeQuestion = {
      workspaceId: 'w1',
      ...SPAN,
      metric: 'billed',
      groupBy: ['connection'],
      step: 'month',
      factors: new Map([['c1', rates]]),
    }
    const cube = ledger.cube(asked)
    const dayByDay = ledger.cube({ ...asked, step: 'day', factors: undefined })
    for (const [group, { keys }] of cube.groups.entries())
      for (const [bin, { from, to }] of cube.bins.entries()) {
        let [up, down] = [0n, 1n]
        for (const [at, { from: on }] of dayByDay.bins.entries()) {
          if (on < from || on > to) continue
          const factor = (keys[0] === 'c1' && rates.findLast((rate) => rate.from <= on)?.factor) || ONE
          up = up * factor.down + dayByDay.femtos(group, at) * factor.up * down
          down *= factor.down
        }
        const off = cube.femtos(group, bin) * down - up
        // Half a femto, and no more than a hundredth of one for rates without a common denominator.
        expect((off < 0n ? -off : off) * 100n <= down * 51n).toBe(true)
      }
  })

  test('of more cells than are kept at once tells the same', () => {
    const small = createSqliteLedger(() => store.read, store.revision, workedColumns(), 40)
    const isLooked = (_: unknown, group: number): boolean => group % 5 === 0
    fc.assert(
      fc.property(question, fc.constantFrom(VAT, undefined), (asked, own) => {
        const [cube, whole] = [small, ledger].map((one) => one.cube({ ...asked, factors: own })) as [
          LedgerCube,
          LedgerCube,
        ]
        expect(cube.groups).toEqual(whole.groups)
        expect(cube.bins).toEqual(whole.bins)
        const looked = [...cube.groups.keys()].filter(isLooked)
        cube.ahead(looked.slice(1))
        for (const group of looked) {
          for (const bin of cube.bins.keys()) expect(cube.femtos(group, bin)).toBe(whole.femtos(group, bin))
          expect(cube.total(group)).toBe(whole.total(group))
          expect(cube.lines(group)).toBe(whole.lines(group))
        }
        const heapOf = Int32Array.from(cube.groups, (_, group) => (group % 3) - 1)
        expect(cube.heaps(heapOf, 2)).toEqual(whole.heaps(heapOf, 2))
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})
