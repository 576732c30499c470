import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  divideHalfAway,
  FEMTOS_PER_UNIT,
  formatDecimal,
  parseDecimal,
  roundFemtos,
} from '#shared/lib/decimal.ts'

const femtos = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })

test('what is written reads back the same', () => {
  fc.assert(
    fc.property(femtos, (value) => {
      expect(parseDecimal(formatDecimal(value))).toBe(value)
    }),
  )
})

test('text without needless zeros is written as it was read', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 15n - 1n), (whole, fraction) => {
      const text = `${whole}.${fraction.toString().padStart(15, '0').replace(/0+$/, '')}`
      expect(formatDecimal(parseDecimal(text) ?? -1n)).toBe(text)
    }),
  )
})

test('reads what machines write and nothing else', () => {
  const good: [string, string][] = [
    ['0', '0'],
    ['-0', '0'],
    ['+5', '5'],
    ['007', '7'],
    ['.3', '0.3'],
    ['5.', '5'],
    [' 12.50 ', '12.5'],
    ['1e-7', '0.0000001'],
    ['-2.5E+3', '-2500'],
    ['1e-999', '0'],
    ['0.0000000000000005', '0.000000000000001'],
    ['-0.0000000000000005', '-0.000000000000001'],
    ['0.00000000000000049', '0'],
    ['123456789012345678901234567890.1', '123456789012345678901234567890.1'],
  ]
  for (const [text, value] of good) expect(formatDecimal(parseDecimal(text) ?? -1n)).toBe(value)
  const bad = [
    '',
    ' ',
    '.',
    '-',
    '1,5',
    '1 000',
    '1_000',
    '0x10',
    'NaN',
    'Infinity',
    '1e',
    '1e999',
    '--1',
    '1.2.3',
    '１',
  ]
  for (const text of bad) expect(parseDecimal(text)).toBeNull()
})

test('division is off by at most half, and halves go away from zero', () => {
  fc.assert(
    fc.property(
      femtos,
      fc.bigInt(-1_000_000n, 1_000_000n).filter((d) => d !== 0n),
      (dividend, divisor) => {
        const off = divideHalfAway(dividend, divisor) * divisor - dividend
        const size = off < 0n ? -off : off
        const half = divisor < 0n ? -divisor : divisor
        expect(size * 2n <= half).toBe(true)
        expect(divideHalfAway(-dividend, divisor)).toBe(-divideHalfAway(dividend, divisor))
      },
    ),
  )
  expect([5n, -5n, 4n, 6n, 15n].map((n) => divideHalfAway(n, 10n))).toEqual([1n, -1n, 0n, 1n, 2n])
  expect(() => divideHalfAway(1n, 0n)).toThrow(RangeError)
})

test('rounding to places leaves whole steps and rounds no further than half of one', () => {
  fc.assert(
    fc.property(femtos, fc.integer({ min: 0, max: 15 }), (value, places) => {
      const step = 10n ** BigInt(15 - places)
      const rounded = roundFemtos(value, places)
      const off = rounded - value
      expect(rounded % step).toBe(0n)
      expect((off < 0n ? -off : off) * 2n <= step).toBe(true)
    }),
  )
  expect(roundFemtos(FEMTOS_PER_UNIT / 200n, 2)).toBe(FEMTOS_PER_UNIT / 100n)
})
