import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey } from '#main/core/explorer/name-key.ts'
import { largest, orderExactly, roughly } from '#main/core/explorer/order.ts'
import { firstShifted } from '#main/core/explorer/since.ts'
import { day } from '#shared/lib/day.ts'

const byNumber = (a: number, b: number): number => a - b
/** Amounts that a double tells apart, and such as it does not. */
const near = fc.bigInt({ min: -5n, max: 5n }).map((rest) => 10n ** 24n + rest)
const amounts = fc.array(
  fc.oneof(near, fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.constant(0n)),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const rowsOf = (all: readonly bigint[]) => ({
  rows: Int32Array.from(all.keys()),
  rough: roughly(Float64Array.from(all, Number)),
  exact: (row: number) => all[row] ?? 0n,
})

test('rows stand by their exact amounts, where doubles are alike too, and ties as they were', () => {
  fc.assert(
    fc.property(amounts, (all) => {
      const { rows, rough, exact } = rowsOf(all)
      const wanted = [...all.keys()].sort((a, b) => {
        const [one, other] = [exact(a), exact(b)]
        return one < other ? 1 : one > other ? -1 : a - b
      })
      expect([...orderExactly(rows, rough, exact, byNumber)]).toEqual(wanted)
    }),
  )
})

test('the largest either way are among those that are kept', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 20 }), (all, count) => {
      const { rows, rough, exact } = rowsOf(all)
      const size = (row: number): bigint => (exact(row) < 0n ? -exact(row) : exact(row))
      const kept = new Set(largest(rows, rough, count))
      const least =
        [...kept].map(size).sort((a, b) => (a < b ? 1 : -1))[Math.min(count, all.length) - 1] ?? 0n
      for (const row of rows) if (size(row) > least) expect(kept.has(row)).toBe(true)
    }),
  )
})

test('names sort as people do', () => {
  const names = ['web-10', 'Ёлка', 'web-2', 'диск', 'WEB-1', 'Диск 2', 'ель', '7']
  const sorted = names.toSorted((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1))
  expect(sorted).toEqual(['7', 'диск', 'Диск 2', 'Ёлка', 'ель', 'WEB-1', 'web-2', 'web-10'])
})

test('an effect is seen first on the day that lies nearer to what came than to what was', () => {
  const days = [10, 10, 11, 20, 21].map((value, at) => ({ day: day(`2026-11-0${at + 1}`), value }))
  expect(firstShifted(days, 10, 17)).toBe('2026-11-04')
  expect(firstShifted(days, 10, 10)).toBeNull()
  expect(firstShifted([], 10, 17)).toBeNull()
})
