import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outcome, splitExactly, weightOf } from '#main/core/allocation/outcome.ts'

const femtos = fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n })
const outcome: fc.Arbitrary<Outcome> = fc.array(
  fc.record({ part: fc.string(), weight: fc.bigInt({ min: 1n, max: 10n ** 18n }) }),
  { minLength: 1, maxLength: 9 },
)
const of = (...weights: bigint[]): Outcome => weights.map((weight) => ({ part: 'a', weight }))

test('the parts of an amount add up to it, whatever the weights', () => {
  fc.assert(
    fc.property(femtos, outcome, (amount, shares) => {
      expect(splitExactly(amount, shares).reduce((sum, part) => sum + part, 0n)).toBe(amount)
    }),
  )
})

test('no part is a femto away from its exact share', () => {
  fc.assert(
    fc.property(femtos, outcome, (amount, shares) => {
      const whole = weightOf(shares)
      for (const [at, part] of splitExactly(amount, shares).entries()) {
        const off = part * whole - amount * (shares[at]?.weight ?? 0n)
        expect(off < whole && off > -whole).toBe(true)
      }
    }),
  )
})

test('a credit is split as the cost of the same size is', () => {
  fc.assert(
    fc.property(femtos, outcome, (amount, shares) => {
      expect(splitExactly(-amount, shares)).toEqual(splitExactly(amount, shares).map((part) => -part))
    }),
  )
})

test('a larger share never gets less than a smaller one', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), outcome, (amount, shares) => {
      const parts = splitExactly(amount, shares)
      for (const [a, one] of shares.entries())
        for (const [b, other] of shares.entries())
          if (one.weight > other.weight) expect(parts[a]).toBeGreaterThanOrEqual(parts[b] ?? 0n)
    }),
  )
})

test('what cannot be divided goes to those that lost most by rounding, the earlier first', () => {
  expect(splitExactly(100n, of(1n, 1n, 1n))).toEqual([34n, 33n, 33n])
  expect(splitExactly(101n, of(1n, 1n, 1n))).toEqual([34n, 34n, 33n])
  expect(splitExactly(10n, of(1n, 5n))).toEqual([2n, 8n])
  expect(splitExactly(-1n, of(2n, 3n))).toEqual([0n, -1n])
  expect(splitExactly(0n, of(2n, 3n))).toEqual([0n, 0n])
})
