import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideHalfEven, splitSixPlaces, toSixPlaces } from '#main/core/business/half-even.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'

test.each([
  [1n, 2n, 0n],
  [3n, 2n, 2n],
  [5n, 2n, 2n],
  [-1n, 2n, 0n],
  [-3n, 2n, -2n],
  [7n, -2n, -4n],
  [10n, 3n, 3n],
  [11n, 3n, 4n],
])('%s / %s is %s', (up, down, rounded) => expect(divideHalfEven(up, down)).toBe(rounded))

test('nothing is divided by zero', () => expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError))

test('six places', () => {
  expect(formatDecimal(toSixPlaces(1n, 3n))).toBe('0.333333')
  expect(formatDecimal(toSixPlaces(1n, 8_000_000n))).toBe('0')
  expect(formatDecimal(toSixPlaces(3n, 2_000_000n))).toBe('0.000002')
})

test('parts of six places add up to the total, none further from its own value than a step', () => {
  const amount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 12 }),
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
      (ups, down) => {
        const total = toSixPlaces(
          ups.reduce((sum, up) => sum + up, 0n),
          down,
        )
        const parts = splitSixPlaces(ups, down, total)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total)
        for (const [at, part] of parts.entries()) {
          const off = part - toSixPlaces(ups[at] ?? 0n, down)
          expect(off >= -1_000_000_000n && off <= 1_000_000_000n).toBe(true)
        }
      },
    ),
    { numRuns: 200 },
  )
})
