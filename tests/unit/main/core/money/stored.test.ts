import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromStored, toStored } from '#main/core/money/stored.ts'

const INT64 = 2n ** 63n
const LIMIT = (INT64 - 1n) * 10n ** 9n
const femtos = fc.bigInt({ min: -LIMIT, max: LIMIT })

test('what is stored comes back to the femto, also below zero', () => {
  fc.assert(
    fc.property(femtos, (value) => {
      const { micros, rest } = toStored(value)
      expect(fromStored(micros, rest)).toBe(value)
      expect(fromStored(String(micros), String(rest))).toBe(value)
    }),
  )
})

test('both halves fit 64 bits and have the sign of the amount', () => {
  fc.assert(
    fc.property(femtos, (value) => {
      const { micros, rest } = toStored(value)
      for (const half of [micros, rest]) {
        expect(half >= -INT64 && half < INT64).toBe(true)
        expect(half === 0n || half < 0n === value < 0n).toBe(true)
      }
      expect(rest > -(10n ** 9n) && rest < 10n ** 9n).toBe(true)
    }),
  )
})

test('halves summed apart make the sum of the amounts', () => {
  fc.assert(
    fc.property(fc.array(femtos), (values) => {
      const halves = values.map(toStored)
      const micros = halves.reduce((total, half) => total + half.micros, 0n)
      const rest = halves.reduce((total, half) => total + half.rest, 0n)
      expect(fromStored(micros, rest)).toBe(values.reduce((total, value) => total + value, 0n))
    }),
  )
})

test('10^12 units fit with room to spare', () => {
  const { micros, rest } = toStored(10n ** 12n * 10n ** 15n - 1n)
  expect([micros, rest]).toEqual([999_999_999_999_999_999n, 999_999_999n])
  expect(micros * 9n < INT64).toBe(true)
})
