import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  allocate,
  fromFemtos,
  inCurrency,
  type Money,
  money,
  ratio,
  roundToMinor,
  scale,
  subtract,
  sum,
  sumByCurrency,
  toText,
  zero,
} from '#main/core/money/money.ts'
import { type Currency, currencies, currencyPlaces } from '#shared/lib/currency.ts'
import { FEMTOS_PER_UNIT } from '#shared/lib/decimal.ts'

const LIMIT = 10n ** 12n * FEMTOS_PER_UNIT
const femtos = fc.bigInt({ min: -LIMIT, max: LIMIT })
const rubles = femtos.map((value) => fromFemtos(value, 'RUB'))
const currency = fc.constantFrom(...currencies)

describe('arithmetic', () => {
  test('reads an amount as it is written', () => {
    expect(money('1234.56', 'RUB')).toEqual({ currency: 'RUB', femtos: 1_234_560_000_000_000_000n })
    expect(() => money('12,5', 'RUB')).toThrow(RangeError)
  })

  test('adding and taking away again changes nothing', () => {
    fc.assert(
      fc.property(rubles, rubles, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a)
      }),
    )
  })

  test('a sum does not depend on order or on how it is split', () => {
    fc.assert(
      fc.property(fc.array(rubles), fc.array(rubles), (left, right) => {
        const whole = sum([...left, ...right], 'RUB')
        expect(sum([...right, ...left].reverse(), 'RUB')).toEqual(whole)
        expect(add(sum(left, 'RUB'), sum(right, 'RUB'))).toEqual(whole)
      }),
    )
  })

  test('ten million lines of 10^12 units add up exactly, far beyond 64 bits', () => {
    const line = money('999999999999.999999999999999', 'RUB')
    const block = sum(
      Array.from({ length: 10_000 }, () => line),
      'RUB',
    )
    const total = sum(
      Array.from({ length: 1_000 }, () => block),
      'RUB',
    )
    expect(total).toEqual(scale(line, 10_000_000n, 1n))
    expect(toText(total).amount).toBe('9999999999999999999.99999999')
  })

  test('nothing adds up to zero of the currency asked for', () => {
    expect(sum([], 'USD')).toEqual(zero('USD'))
  })

  test('a tenth taken ten times is the whole', () => {
    expect(
      sum(
        Array.from({ length: 10 }, () => money('0.1', 'RUB')),
        'RUB',
      ),
    ).toEqual(money('1', 'RUB'))
  })

  test('scaling by a fraction is off by less than one femto', () => {
    fc.assert(
      fc.property(rubles, fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n), (value, numerator, denominator) => {
        const off = scale(value, numerator, denominator).femtos * denominator - value.femtos * numerator
        expect((off < 0n ? -off : off) * 2n <= denominator).toBe(true)
      }),
    )
  })
})

describe('currencies', () => {
  test('a mixed set has one total per currency, each exact', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ currency, femtos })), (values) => {
        const totals = sumByCurrency(values)
        for (const code of currencies) {
          const own = values.filter((value) => value.currency === code)
          expect(totals.get(code)?.femtos ?? 0n).toBe(own.reduce((total, value) => total + value.femtos, 0n))
          expect(totals.has(code)).toBe(own.length > 0)
        }
      }),
    )
  })

  test('amounts of two currencies do not compile together, and throw when types were bent', () => {
    const rub = money('1', 'RUB')
    const usd = money('1', 'USD')
    const some: Money = rub
    // @ts-expect-error two currencies
    expect(() => add(rub, usd)).toThrow('currencies do not mix')
    // @ts-expect-error two currencies
    expect(() => subtract(usd, rub)).toThrow('currencies do not mix')
    // @ts-expect-error two currencies in one list
    expect(() => sum([rub, usd], 'RUB')).toThrow('currencies do not mix')
    // @ts-expect-error another currency than the list's
    expect(() => sum([usd], 'RUB')).toThrow('currencies do not mix')
    // @ts-expect-error two currencies
    expect(() => ratio(rub, usd)).toThrow('currencies do not mix')
    // @ts-expect-error some currency or other, even when both are the same at run time
    expect(add(some, some)).toEqual(money('2', 'RUB'))
    // @ts-expect-error some currency or other
    expect(subtract(some, some)).toEqual(money('0', 'RUB'))
    const currencyOfSome: Currency = some.currency
    // @ts-expect-error a list of some currency or other
    expect(sum([some], currencyOfSome)).toEqual(rub)
    const two = rub as Money<'RUB'> | Money<'USD'>
    // @ts-expect-error one of two currencies
    expect(add(two, two)).toEqual(money('2', 'RUB'))
    // @ts-expect-error one of two currencies
    expect(sum([two], 'RUB')).toEqual(rub)
  })

  test('an amount of some currency can be narrowed to one', () => {
    const some: Money = money('5', 'USD')
    const usd = inCurrency(some, 'USD')
    expect(usd && add(usd, money('1', 'USD'))).toEqual(money('6', 'USD'))
    expect(inCurrency(some, 'RUB')).toBeNull()
  })
})

describe('rounding and sharing', () => {
  test('rounds half away from zero to kopecks, and to whole yen', () => {
    const cases = [
      ['0.005', 'RUB', '0.01'],
      ['-0.005', 'RUB', '-0.01'],
      ['0.004999999999999', 'RUB', '0'],
      ['2.675', 'USD', '2.68'],
      ['1.5', 'JPY', '2'],
      ['-1.4999', 'JPY', '-1'],
    ] as const
    for (const [amount, code, rounded] of cases) {
      expect(toText(roundToMinor(money(amount, code)))).toEqual({ amount: rounded, currency: code })
    }
  })

  const weights = fc
    .array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 30 })
    .filter((all) => all.some((weight) => weight > 0n))

  test('parts of an amount add up to it, whatever the weights', () => {
    fc.assert(
      fc.property(femtos, currency, weights, (value, code, all) => {
        const parts = allocate(fromFemtos(value, code), all)
        expect(parts).toHaveLength(all.length)
        expect(parts.reduce((total, part) => total + part.femtos, 0n)).toBe(value)
      }),
    )
  })

  test('parts of whole kopecks are whole kopecks, within one of the exact share, and none against the sign', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), currency, weights, (units, code, all) => {
        const step = 10n ** BigInt(15 - currencyPlaces[code])
        const total = all.reduce((a, b) => a + b, 0n)
        for (const [i, part] of allocate(fromFemtos(units * step, code), all).entries()) {
          expect(part.femtos % step).toBe(0n)
          const off = (part.femtos / step) * total - units * (all[i] ?? 0n)
          expect((off < 0n ? -off : off) < total).toBe(true)
          if (units !== 0n) expect(part.femtos === 0n || part.femtos < 0n === units < 0n).toBe(true)
          if (all[i] === 0n) expect(part.femtos).toBe(0n)
        }
      }),
    )
  })

  test('a hundred roubles by three is 33.34, 33.33 and 33.33', () => {
    const parts = allocate(money('100', 'RUB'), [1n, 1n, 1n])
    expect(parts.map((part) => toText(part).amount)).toEqual(['33.34', '33.33', '33.33'])
  })

  test('weights below zero or of nothing are refused', () => {
    for (const all of [[], [0n], [1n, -1n], [2n, -1n]]) {
      expect(() => allocate(money('1', 'RUB'), all)).toThrow(RangeError)
    }
  })

  test('a ratio has six places and is nothing where there is nothing to compare with', () => {
    expect(ratio(money('1', 'RUB'), money('8', 'RUB'))).toBe('0.125')
    expect(ratio(money('-2', 'RUB'), money('3', 'RUB'))).toBe('-0.666667')
    expect(ratio(money('1', 'RUB'), zero('RUB'))).toBeNull()
  })
})
