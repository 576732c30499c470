import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConvertedSum, convert } from '#main/core/rates/convert.ts'
import type { DatedRate } from '#main/core/rates/rate.ts'
import { createRateChoice } from '#main/core/rates/rule.ts'
import type { RateRule } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day, day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const rate = (on: string, currency: Currency, value: string, nominal = 1): DatedRate => ({
  source: 'cbr',
  currency,
  day: day(on),
  nominal,
  value,
})

const sum = (on: string, currency: Currency, amount: string, connectionId = 'c1'): ConvertedSum => ({
  day: day(on),
  connectionId,
  currency,
  femtos: parseDecimal(amount) ?? 0n,
})

const february = [
  rate('2026-01-31', 'USD', '80'),
  rate('2026-02-15', 'USD', '82'),
  rate('2026-01-31', 'KZT', '18.5', 100),
  rate('2026-02-15', 'KZT', '18.5', 100),
]

const act = { connectionId: 'c1', month: '2026-02', currency: 'USD', nominal: 1, value: '81.7' } as const

const choiceOf = (rule: RateRule, more: Partial<Parameters<typeof createRateChoice>[0]> = {}) =>
  createRateChoice({ rule, rates: february, acts: [act], frozen: [], today: day('2026-11-20'), ...more })

const inRoubles = (rule: RateRule, sums: ConvertedSum[]) => {
  const { femtos, ...rest } = convert(sums, 'RUB', choiceOf(rule))
  return { amount: femtos === null ? null : formatDecimal(femtos), ...rest }
}

describe('the rule decides the rate', () => {
  const sums = [sum('2026-02-10', 'USD', '100'), sum('2026-02-20', 'USD', '10', 'c2')]

  test('of the day', () => {
    const { amount, rates } = inRoubles('day', sums)
    expect(amount).toBe('8820')
    expect(rates.map(({ day: on, value, source }) => [on, value, source])).toEqual([
      ['2026-01-31', '80', 'cbr'],
      ['2026-02-15', '82', 'cbr'],
    ])
  })

  test('of the month’s average, named with the month’s last day', () => {
    const { amount, rates } = inRoubles('month', sums)
    expect(rates).toEqual([
      { source: 'average', currency: 'USD', day: '2026-02-28', nominal: 1, value: '81', connectionId: null },
    ])
    expect(amount).toBe('8910')
  })

  test('of the act for the account that has one, of the month’s last day for the others', () => {
    const { amount, rates } = inRoubles('act', sums)
    expect(amount).toBe('8990')
    expect(rates.map(({ source, connectionId }) => [source, connectionId])).toEqual([
      ['cbr', null],
      ['act', 'c1'],
    ])
  })
})

describe('a sum in one currency', () => {
  test('takes the nominal into account', () => {
    expect(inRoubles('day', [sum('2026-02-01', 'KZT', '1000')]).amount).toBe('185')
  })

  test('goes from one foreign currency to another by way of the rouble, and names both rates', () => {
    const { femtos, rates } = convert([sum('2026-02-01', 'KZT', '1000')], 'USD', choiceOf('day'))
    expect(femtos && formatDecimal(femtos)).toBe('2.3125')
    expect(rates.map(({ currency }) => currency)).toEqual(['KZT', 'USD'])
  })

  test('is not given while one rate is missing; the days are', () => {
    const sums = [
      sum('2026-02-01', 'USD', '1'),
      sum('2026-02-01', 'EUR', '1'),
      sum('2026-02-02', 'EUR', '1'),
      sum('2026-02-09', 'EUR', '1'),
    ]
    expect(inRoubles('day', sums)).toMatchObject({
      amount: null,
      missing: [
        { currency: 'EUR', from: '2026-02-01', to: '2026-02-02' },
        { currency: 'EUR', from: '2026-02-09', to: '2026-02-09' },
      ],
    })
  })

  test('of nothing but zeros and the same currency needs no rate', () => {
    const sums = [sum('2026-02-01', 'EUR', '0'), sum('2026-02-01', 'RUB', '5')]
    expect(inRoubles('day', sums)).toEqual({ amount: '5', rates: [], missing: [] })
  })

  test('of a closed month stands at its own rule and rates', () => {
    const frozen = [{ month: '2026-02', rule: 'month' as const, rates: february, acts: [] }]
    const later = { rates: [...february, rate('2026-02-16', 'USD', '500')], frozen }
    const { femtos } = convert([sum('2026-02-20', 'USD', '10')], 'RUB', choiceOf('day', later))
    expect(femtos && formatDecimal(femtos)).toBe('810')
  })
})

describe('exactness', () => {
  const first = day('2026-01-01')
  const drawnRate = fc.record({
    units: fc.bigInt({ min: 1n, max: 10n ** 13n }),
    nominal: fc.constantFrom(1, 10, 100, 1000, 10_000),
  })
  const drawnSum = fc.record({
    at: fc.nat({ max: 9 }),
    currency: fc.constantFrom<Currency>('RUB', 'USD', 'KZT', 'EUR'),
    femtos: fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }),
  })
  const drawn = fc.record({
    rates: fc.array(drawnRate, { minLength: 30, maxLength: 30 }),
    sums: fc.array(drawnSum, { maxLength: 40 }),
    to: fc.constantFrom<Currency>('RUB', 'USD', 'EUR'),
  })
  const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP })
  const foreign: Currency[] = ['USD', 'KZT', 'EUR']
  const ratesOf = (units: { units: bigint; nominal: number }[]): DatedRate[] =>
    units.map(({ units: value, nominal }, index) => {
      const text = new Exact(value.toString()).div(10 ** 6).toFixed()
      return rate(addDays(first, index % 10), foreign[Math.floor(index / 10)] as Currency, text, nominal)
    })
  const perUnit = (rates: DatedRate[], currency: Currency, on: Day) => {
    const found = rates.find((one) => one.currency === currency && one.day === on)
    return found ? new Exact(found.value).div(found.nominal) : new Exact(1)
  }

  test('each figure is the decimal one, rounded once for each pair of rates', () => {
    fc.assert(
      fc.property(drawn, ({ rates: units, sums, to }) => {
        const rates = ratesOf(units)
        const asked = sums.map(({ at, currency, femtos }) => ({
          day: addDays(first, at),
          connectionId: 'c1',
          currency,
          femtos,
        }))
        const { femtos } = convert(asked, to, choiceOf('day', { rates }))
        const groups = Map.groupBy(asked, (one) => `${one.currency}${one.day}`)
        let expected = new Exact(0)
        for (const [one, ...others] of groups.values()) {
          if (!one) continue
          const whole = [one, ...others].reduce((all, { femtos: f }) => all.plus(f.toString()), new Exact(0))
          const ratio =
            one.currency === to
              ? new Exact(1)
              : perUnit(rates, one.currency, one.day).div(perUnit(rates, to, one.day))
          expected = expected.plus(whole.times(ratio).toDecimalPlaces(0))
        }
        expect(femtos?.toString()).toBe(expected.toFixed())
      }),
      { numRuns: 100 },
    )
  })

  test('neither the order of the sums nor their parts matter', () => {
    fc.assert(
      fc.property(drawn, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), ({ rates, sums, to }, part) => {
        const choice = choiceOf('day', { rates: ratesOf(rates) })
        const whole = sums.map(({ at, ...one }) => ({ ...one, day: addDays(first, at), connectionId: 'c1' }))
        const parts = whole
          .flatMap((one) => [
            { ...one, femtos: part },
            { ...one, femtos: one.femtos - part },
          ])
          .reverse()
        expect(convert(parts, to, choice).femtos).toBe(convert(whole, to, choice).femtos)
      }),
      { numRuns: 50 },
    )
  })
})
