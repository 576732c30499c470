import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromFemtos, money, scale, toText } from '#main/core/money/money.ts'
import { normalizePrice, type PricePeriod, pricePeriods } from '#main/core/money/price.ts'

test('a day is 24 hours, a month 30 days, a year 365 days', () => {
  const table: [PricePeriod, string, string, string][] = [
    ['hour', '1', '24', '720'],
    ['hour', '0.123456789', '2.962962936', '88.88888808'],
    ['day', '10', '10', '300'],
    ['month', '100', '3.333333333333333', '100'],
    ['month', '3000', '100', '3000'],
    ['year', '365', '1', '30'],
    ['year', '1000', '2.739726027397260', '82.191780821917808'],
    ['year', '-365', '-1', '-30'],
  ]
  for (const [period, price, daily, monthly] of table) {
    const cost = normalizePrice(money(price, 'RUB'), period)
    expect(cost).toEqual({ daily: money(daily, 'RUB'), monthly: money(monthly, 'RUB') })
  }
})

test('a monthly price keeps its own figure', () => {
  fc.assert(
    fc.property(fc.bigInt(), (femtos) => {
      expect(normalizePrice(fromFemtos(femtos, 'RUB'), 'month').monthly.femtos).toBe(femtos)
    }),
  )
})

test('thirty days and a month differ by less than a millionth of a kopeck', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.constantFrom(...pricePeriods), (femtos, period) => {
      const { daily, monthly } = normalizePrice(fromFemtos(femtos, 'RUB'), period)
      const off = scale(daily, 30n, 1n).femtos - monthly.femtos
      expect((off < 0n ? -off : off) <= 15n).toBe(true)
    }),
  )
})

test('a dearer price is never a lower cost, and the currency stays', () => {
  fc.assert(
    fc.property(
      fc.bigInt(),
      fc.bigInt({ min: 0n }),
      fc.constantFrom(...pricePeriods),
      (low, more, period) => {
        const cheap = normalizePrice(fromFemtos(low, 'EUR'), period)
        const dear = normalizePrice(fromFemtos(low + more, 'EUR'), period)
        expect(dear.daily.femtos >= cheap.daily.femtos).toBe(true)
        expect(dear.monthly.femtos >= cheap.monthly.femtos).toBe(true)
        expect(toText(dear.daily).currency).toBe('EUR')
      },
    ),
  )
})
