import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CostedBin,
  driversOf,
  gapOf,
  meanOf,
  trendOf,
  unitCostOf,
} from '#main/core/business/unit-cost.ts'
import { addDays, day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const Exact = Decimal.clone({ precision: 80 })
const femtos = (text: string): bigint => parseDecimal(text) ?? 0n

function binOf(at: number, costs: Record<string, string>, units: string, down = 1n): CostedBin {
  const from = addDays(day('2026-01-01'), at)
  const services = new Map(Object.entries(costs).map(([label, cost]) => [label, femtos(cost)]))
  return {
    from,
    to: from,
    cost: [...services.values()].reduce((sum, one) => sum + one, 0n),
    hasCost: services.size > 0,
    isCostWhole: true,
    units: { up: femtos(units), down, isKnown: true, isWhole: true },
    services,
  }
}

describe('a bin without a unit cost says why', () => {
  const good = binOf(0, { Диски: '10' }, '5')
  test.each([
    ['noValues', { ...good, units: { ...good.units, isKnown: false, isWhole: false } }],
    ['noCost', { ...good, cost: 0n, hasCost: false }],
    ['partlyKnown', { ...good, isCostWhole: false }],
    ['partlyKnown', { ...good, units: { ...good.units, isWhole: false } }],
    ['zeroUnits', { ...good, units: { ...good.units, up: 0n } }],
    [null, good],
  ])('%s', (gap, bin) => expect(gapOf(bin)).toBe(gap))
})

test('cost by units, half to even at the sixth place', () => {
  const cost = (amount: string, units: string, down = 1n): string =>
    formatDecimal(unitCostOf(femtos(amount), { up: femtos(units), down }))
  expect(cost('100', '3')).toBe('33.333333')
  expect(cost('0.0000025', '1')).toBe('0.000002')
  expect(cost('0.0000035', '1')).toBe('0.000004')
  expect(cost('-10', '4')).toBe('-2.5')
  // A mean of three months: 331 customers in three.
  expect(cost('662', '331', 3n)).toBe('6')
})

test('the mean is all costs by all units', () => {
  const bins = [binOf(0, { a: '100' }, '10'), binOf(1, { a: '20' }, '10')]
  expect(formatDecimal(meanOf(bins) ?? -1n)).toBe('6')
  expect(meanOf([])).toBeNull()
})

test('what moved a unit’s cost, told apart', () => {
  const drivers = driversOf([
    binOf(0, { Диски: '100', Сеть: '50' }, '100'),
    binOf(1, { Диски: '160', Сеть: '40', Почта: '10' }, '120'),
  ])
  if (!drivers) throw new Error('two bins have halves')
  const { services, ...figures } = drivers
  expect(
    Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)])),
  ).toMatchObject({
    before: String(femtos('1.5')),
    after: String(femtos('1.75')),
    byUnits: String(femtos('-0.25')),
    byCost: String(femtos('0.5')),
  })
  expect(services.map(({ label, amount }) => [label, formatDecimal(amount)])).toEqual([
    ['Диски', '0.5'],
    ['Почта', '0.083333'],
    ['Сеть', '-0.083333'],
  ])
  expect(formatDecimal(trendOf(drivers) ?? 0n)).toBe('0.166667')
})

test('one bin has no halves, and nothing is told of a half without units', () => {
  expect(driversOf([binOf(0, { a: '1' }, '1')])).toBeNull()
  expect(driversOf([binOf(0, { a: '1' }, '0'), binOf(1, { a: '1' }, '1')])).toBeNull()
  expect(trendOf({ before: 0n, after: 5n })).toBeNull()
})

test('drivers add up to the last place, and the ends are what a decimal model says', () => {
  const cost = fc.integer({ min: 0, max: 10_000_000 }).map((kopecks) => (kopecks / 100).toFixed(2))
  const units = fc.integer({ min: 1, max: 100_000 }).map(String)
  const someBin = fc.tuple(
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), cost, { minKeys: 1 }),
    units,
    fc.integer({ min: 1, max: 31 }),
  )
  fc.assert(
    fc.property(fc.array(someBin, { minLength: 2, maxLength: 9 }), (all) => {
      const bins = all.map(([costs, count, down], at) => binOf(at, costs, count, BigInt(down)))
      const drivers = driversOf(bins)
      if (!drivers) throw new Error('halves')
      expect(drivers.before + drivers.byUnits + drivers.byCost).toBe(drivers.after)
      expect(drivers.services.reduce((sum, { amount }) => sum + amount, 0n)).toBe(drivers.byCost)
      const half = Math.floor(all.length / 2)
      const model = (part: typeof all): string => {
        const costs = part
          .flatMap(([own]) => Object.values(own))
          .reduce((sum, one) => sum.plus(one), new Exact(0))
        // Over one divisor: a third cut off after eighty places would turn a tie the other way.
        const shared = part.reduce((product, [, , down]) => product.times(down), new Exact(1))
        const counted = part.reduce(
          (sum, [, count, down]) => sum.plus(shared.div(down).times(count)),
          new Exact(0),
        )
        return costs.times(shared).div(counted).toDecimalPlaces(6, Decimal.ROUND_HALF_EVEN).toFixed()
      }
      expect(formatDecimal(drivers.before)).toBe(model(all.slice(0, half)))
      expect(formatDecimal(drivers.after)).toBe(model(all.slice(half)))
    }),
    {
      numRuns: 150,
      examples: [
        [
          [
            [{ a: '0.00' }, '1', 1],
            [{ c: '52564.95', a: '13299.01' }, '10', 1],
            [{ a: '27415.09' }, '10', 15],
          ],
        ],
      ],
    },
  )
})
