import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBook } from '#main/core/rates/book.ts'
import { ratesToKeep } from '#main/core/rates/freeze.ts'
import { type DatedRate, meanOf } from '#main/core/rates/rate.ts'
import { day } from '#shared/lib/day.ts'

const bank = (on: string, value: string, more: Partial<DatedRate> = {}): DatedRate => ({
  source: 'cbr',
  currency: 'USD',
  day: day(on),
  nominal: 1,
  value,
  ...more,
})

const bookOf = (rates: DatedRate[], today = '2026-11-20') =>
  createBook({ rates, acts: [], today: day(today) })

describe('the rate that holds on a day', () => {
  const book = bookOf([
    bank('2025-12-31', '81.5'),
    bank('2026-01-10', '82.25'),
    bank('2026-01-13', '83'),
    bank('2026-03-01', '90'),
  ])

  test.each([
    ['2025-12-30', null, 'before the first one'],
    ['2025-12-31', '81.5', 'on its own day'],
    ['2026-01-09', '81.5', 'all through the New Year holidays'],
    ['2026-01-12', '82.25', 'over the week-end'],
    ['2026-01-28', '83', 'fifteen days later still'],
    ['2026-01-29', null, 'not sixteen days later: a file is missing'],
    ['2026-03-01', '90', 'after the hole again'],
  ])('%s: %s, %s', (on, value, _) => {
    expect(book.rateOn('USD', day(on))?.value ?? null).toBe(value)
  })

  test('is not known for another currency', () => {
    expect(book.rateOn('EUR', day('2026-01-13'))).toBeNull()
  })

  test('is of a day to come only where it is set already', () => {
    const ahead = bookOf([bank('2026-11-20', '90'), bank('2026-11-21', '91')])
    expect(ahead.rateOn('USD', day('2026-11-21'))?.value).toBe('91')
    expect(ahead.rateOn('USD', day('2026-11-22'))).toBeNull()
  })

  test('entered by hand holds before the Bank’s, for that very day', () => {
    const mixed = bookOf([bank('2026-11-10', '90'), bank('2026-11-11', '95.5', { source: 'manual' })])
    expect(['2026-11-10', '2026-11-11', '2026-11-12'].map((d) => mixed.rateOn('USD', day(d))?.value)).toEqual(
      ['90', '95.5', '90'],
    )
  })

  test('of the Bank holds before the demo company’s', () => {
    const mixed = bookOf([bank('2026-11-11', '100', { source: 'demo' }), bank('2026-11-10', '90')])
    expect(mixed.rateOn('USD', day('2026-11-12'))).toMatchObject({ source: 'cbr', value: '90' })
  })
})

describe('the average of a month', () => {
  test('is the mean of every calendar day: week-ends weigh as much as the rate that they keep', () => {
    const book = bookOf([bank('2026-01-30', '80'), bank('2026-02-03', '84'), bank('2026-02-17', '86')])
    const expected = new Decimal(80)
      .times(2)
      .plus(84 * 14)
      .plus(86 * 12)
      .div(28)
    expect(book.average('USD', '2026-02')?.value).toBe(expected.toDecimalPlaces(10).toFixed())
  })

  test('is not there while one day lacks its rate, and the days are named', () => {
    const book = bookOf([bank('2026-02-03', '84'), bank('2026-02-17', '86')])
    expect(book.average('USD', '2026-02')).toBeNull()
    expect(book.missingDays('USD', '2026-02')).toEqual(['2026-02-01', '2026-02-02'])
  })

  test('of the running month goes until today', () => {
    const book = bookOf([bank('2026-10-31', '80'), bank('2026-11-02', '83')], '2026-11-03')
    expect(book.average('USD', '2026-11')).toEqual({ nominal: 1, value: '82' })
    expect(book.lastDay('2026-11')).toBe('2026-11-03')
  })

  test('is told for the nominal of its last day, though it changed within the month', () => {
    const book = bookOf([
      bank('2026-02-01', '18.5', { nominal: 100 }),
      bank('2026-02-15', '190', { nominal: 1000 }),
    ])
    expect(book.average('USD', '2026-02')).toEqual({ nominal: 1000, value: '187.5' })
  })

  test('is the exact mean, rounded once at the tenth place', () => {
    const quote = fc.record({
      nominal: fc.constantFrom(1, 10, 100, 1000, 10_000),
      value: fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 9999 })),
    })
    fc.assert(
      fc.property(
        fc.array(quote, { minLength: 1, maxLength: 31 }),
        fc.constantFrom(1, 100),
        (drawn, nominal) => {
          const quotes = drawn.map(({ value: [whole, rest], nominal: n }) => ({
            nominal: n,
            value: `${whole}.${String(rest).padStart(4, '0')}`,
          }))
          const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
          const sum = quotes.reduce((all, q) => all.plus(new Exact(q.value).div(q.nominal)), new Exact(0))
          const expected = sum.times(nominal).div(quotes.length).toDecimalPlaces(10).toFixed()
          expect(meanOf(quotes, nominal)).toBe(expected)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('what is kept of a closed month gives the same rates on each of its days', () => {
  const rates = [
    bank('2026-01-31', '80'),
    bank('2026-02-03', '84'),
    bank('2026-02-04', '99', { source: 'manual' }),
  ]
  const book = bookOf([bank('2025-12-01', '70'), ...rates, bank('2026-03-03', '88')])
  const kept = ratesToKeep(book, '2026-02').map(({ connectionId: _, ...rate }) => rate)
  expect(kept).toHaveLength(3)
  for (const on of ['2026-02-01', '2026-02-03', '2026-02-04', '2026-02-18'])
    expect(bookOf(kept).rateOn('USD', day(on))).toEqual(book.rateOn('USD', day(on)))
})
