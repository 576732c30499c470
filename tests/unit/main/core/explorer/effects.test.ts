import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, effectsOf, type Side } from '#main/core/explorer/effects.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const femtos = (text: string): bigint => parseDecimal(text) ?? 0n

type Short = { amount: string; list?: string; quantity?: string; native?: string }

const side = ({ amount, native = amount, list = native, quantity }: Short): Side => ({
  amount: femtos(amount),
  native: femtos(native),
  list: femtos(list),
  quantity: quantity === undefined ? null : femtos(quantity),
})

const told = (before: Short | null, after: Short | null, isCredit = false) => {
  const change = { before: before && side(before), after: after && side(after), isCredit }
  const parts = Object.entries(effectsOf(change)).filter(([, amount]) => amount !== 0n)
  return Object.fromEntries(parts.map(([kind, amount]) => [kind, formatDecimal(amount)]))
}

test('what was not there before is new, and what is no more is gone', () => {
  expect(told(null, { amount: '96' })).toEqual({ new: '96' })
  expect(told({ amount: '24' }, null)).toEqual({ gone: '-24' })
})

test('more of it at the same price is volume, a dearer unit is price', () => {
  expect(told({ amount: '100', quantity: '10' }, { amount: '150', quantity: '15' })).toEqual({ volume: '50' })
  expect(told({ amount: '100', quantity: '10' }, { amount: '140', quantity: '10' })).toEqual({ price: '40' })
  expect(told({ amount: '100', quantity: '10' }, { amount: '168', quantity: '14' })).toEqual({
    volume: '40',
    price: '28',
  })
})

test('less of the list that is paid is a discount, apart from the price', () => {
  const before = { amount: '100', list: '100', quantity: '10' }
  expect(told(before, { amount: '80', list: '100', quantity: '10' })).toEqual({ discount: '-20' })
  expect(told(before, { amount: '120', list: '150', quantity: '10' })).toEqual({
    price: '50',
    discount: '-30',
  })
})

test('a price that moved at the same discount is price at that discount', () => {
  const [before, after] = [
    { amount: '80', list: '100', quantity: '10' },
    { amount: '96', list: '120', quantity: '10' },
  ]
  expect(told(before, after)).toEqual({ price: '16' })
})

test('without quantities a change of the list is something else, and of the share paid a discount', () => {
  expect(told({ amount: '100' }, { amount: '130' })).toEqual({ other: '30' })
  expect(told({ amount: '100', list: '100' }, { amount: '90', list: '100' })).toEqual({ discount: '-10' })
})

test('a credit that grew is a discount', () => {
  expect(told({ amount: '-10' }, { amount: '-25' }, true)).toEqual({ discount: '-15' })
})

test('the rate of the currency is told apart from what the bill says', () => {
  const before = { amount: '800', native: '10', quantity: '10' }
  expect(told(before, { amount: '900', native: '10', quantity: '10' })).toEqual({ rate: '100' })
  expect(told(before, { amount: '1800', native: '20', quantity: '20' })).toEqual({
    rate: '200',
    volume: '800',
  })
})

const amount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
const anySide: fc.Arbitrary<Side> = fc
  .record({
    native: fc.oneof(amount, fc.constant(0n)),
    list: fc.oneof(amount, fc.constant(0n)),
    quantity: fc.oneof(fc.constant(null), fc.constant(0n), amount),
    rate: fc.oneof(fc.constant(null), fc.bigInt({ min: 1n, max: 10n ** 6n })),
  })
  .map(({ rate, ...rest }) => ({
    ...rest,
    amount: rate === null ? rest.native : (rest.native * rate) / 997n,
  }))

test('effects add up to the difference, whatever is on either side', () => {
  const side = fc.oneof(anySide, fc.constant(null))
  fc.assert(
    fc.property(side, side, fc.boolean(), (before, after, isCredit) => {
      const change: Change = { before, after, isCredit }
      const sum = Object.values(effectsOf(change)).reduce((total, effect) => total + effect, 0n)
      expect(sum).toBe((after?.amount ?? 0n) - (before?.amount ?? 0n))
    }),
    { numRuns: 500 },
  )
})
