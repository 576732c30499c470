import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWholeBin, prorated, running, within } from '#main/core/explorer/bins.ts'
import { addDays, day } from '#shared/lib/day.ts'

const bin = (from: string, to: string) => ({ from: day(from), to: day(to) })

test('a bin is whole when nothing is cut off it and all its days are over', () => {
  const range = bin('2026-10-10', '2026-11-19')
  const last = day('2026-11-18')
  expect(isWholeBin(bin('2026-10-01', '2026-10-31'), range, last)).toBe(false)
  expect(isWholeBin(bin('2026-10-12', '2026-10-18'), range, last)).toBe(true)
  expect(isWholeBin(bin('2026-11-19', '2026-11-19'), range, last)).toBe(false)
  expect(isWholeBin(bin('2026-10-12', '2026-10-18'), range, null)).toBe(false)
  expect(within(bin('2026-10-01', '2026-10-31'), range)).toEqual(bin('2026-10-10', '2026-10-31'))
})

test('a limit falls to days by their share of the month', () => {
  expect(prorated(3000n, bin('2026-11-01', '2026-11-01'))).toBe(100n)
  expect(prorated(3000n, bin('2026-11-01', '2026-11-30'))).toBe(3000n)
  expect(prorated(2800n, bin('2026-02-15', '2026-03-31'))).toBe(1400n + 2800n)
})

test('the parts of a limit add up to it, wherever months are cut', () => {
  const first = day('2025-12-20')
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 21n }),
      fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 }),
      (limit, cuts) => {
        const ends = [...cuts].sort((a, b) => a - b)
        const parts = ends.map((end, at) => ({
          from: addDays(first, ends[at - 1] ?? 0),
          to: addDays(first, end - 1),
        }))
        const sum = parts.reduce((total, part) => total + prorated(limit, part), 0n)
        expect(sum).toBe(prorated(limit, { from: first, to: addDays(first, (ends.at(-1) ?? 1) - 1) }))
      },
    ),
  )
})

test('running totals end with the sum', () => {
  expect(running([1n, -2n, 5n])).toEqual([1n, -1n, 4n])
})
