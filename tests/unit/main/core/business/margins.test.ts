import { describe, expect, test } from 'vitest'
import {
  addUp,
  monthsByRevenue,
  monthsByTerms,
  type PartCost,
  resultOf,
  stretchesOf,
} from '#main/core/business/margins.ts'
import { inOrder, isComplete, termsOn } from '#main/core/business/terms.ts'
import type { ClientTerms } from '#shared/contract/business.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

const femtos = (text: string): bigint => parseDecimal(text) ?? 0n
const none = { percent: null, price: null, currency: null }
const markup = (from: string, percent: string): ClientTerms => ({
  ...none,
  fromDay: day(from),
  kind: 'markup',
  percent,
})
const fixed = (from: string, price: string, currency: 'RUB' | 'USD' = 'RUB'): ClientTerms => ({
  ...none,
  fromDay: day(from),
  kind: 'fixed',
  price,
  currency,
})
const discount = (from: string, percent: string): ClientTerms => ({
  ...markup(from, percent),
  kind: 'discount',
})
const costOf = (from: string, to: string, cost: string, list = cost): PartCost => ({
  from: day(from),
  to: day(to),
  cost: femtos(cost),
  list: femtos(list),
})

test('stretches break at months and where terms begin', () => {
  expect(
    stretchesOf(day('2026-01-20'), day('2026-03-10'), [
      day('2026-02-11'),
      day('2026-01-20'),
      day('2026-04-01'),
    ]),
  ).toEqual([
    { from: '2026-01-20', to: '2026-01-31' },
    { from: '2026-02-01', to: '2026-02-10' },
    { from: '2026-02-11', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-10' },
  ])
})

test('the terms of a day are the latest that have begun', () => {
  const ordered = inOrder([markup('2026-03-15', '20'), markup('2026-03-01', '10')])
  expect(termsOn(ordered, day('2026-02-28'))).toBeNull()
  expect(termsOn(ordered, day('2026-03-14'))?.percent).toBe('10')
  expect(termsOn(ordered, day('2026-03-15'))?.percent).toBe('20')
})

describe('a month’s price', () => {
  const priceOf = (costs: PartCost[], terms: ClientTerms[]) =>
    monthsByTerms(costs, inOrder(terms), 'RUB').months.map(({ month, price }) => [
      month,
      price === null ? null : formatDecimal(price),
    ])

  test('is cost and markup, to the kopeck', () => {
    expect(priceOf([costOf('2026-03-01', '2026-03-31', '1000.004')], [markup('2026-01-01', '15')])).toEqual([
      ['2026-03', '1150'],
    ])
    expect(priceOf([costOf('2026-03-01', '2026-03-31', '33.333')], [markup('2026-01-01', '12.5')])).toEqual([
      ['2026-03', '37.5'],
    ])
  })

  test('is the list price less a discount', () => {
    const costs = [costOf('2026-03-01', '2026-03-31', '700', '1000')]
    expect(priceOf(costs, [discount('2026-01-01', '10')])).toEqual([['2026-03', '900']])
  })

  test('is fixed whatever it costs, by days where the month is cut', () => {
    const terms = [fixed('2026-01-01', '31000')]
    expect(priceOf([costOf('2026-03-01', '2026-03-31', '1')], terms)).toEqual([['2026-03', '31000']])
    expect(priceOf([costOf('2026-03-01', '2026-03-10', '1')], terms)).toEqual([['2026-03', '10000']])
  })

  test('has several terms, each for its own days, and is rounded once', () => {
    const costs = [
      costOf('2026-03-01', '2026-03-09', '100.005'),
      costOf('2026-03-10', '2026-03-31', '200.001'),
      costOf('2026-04-01', '2026-04-30', '300'),
    ]
    expect(priceOf(costs, [markup('2026-01-01', '10'), markup('2026-03-10', '50')])).toEqual([
      // 110.0055 + 300.0015 = 410.007
      ['2026-03', '410.01'],
      ['2026-04', '450'],
    ])
  })
})

test('days before the first terms have no price, and their cost stands apart', () => {
  const costs = [costOf('2026-03-01', '2026-03-09', '100'), costOf('2026-03-10', '2026-03-31', '200')]
  const { months, gap } = monthsByTerms(costs, [markup('2026-03-10', '50')], 'RUB')
  expect(gap).toBe('noTerms')
  expect(months).toEqual([
    {
      month: '2026-03',
      cost: femtos('300'),
      list: femtos('300'),
      price: femtos('300'),
      unpriced: femtos('100'),
    },
  ])
  expect(resultOf(addUp(months), 'RUB')).toEqual({
    margin: femtos('100'),
    marginRatio: '0.333333',
    markupRatio: '0.5',
  })
})

test('a fixed price in another currency is no price here', () => {
  const { months, gap } = monthsByTerms(
    [costOf('2026-03-01', '2026-03-31', '5')],
    [fixed('2026-01-01', '9', 'USD')],
    'RUB',
  )
  expect({ gap, price: months[0]?.price, unpriced: months[0]?.unpriced }).toEqual({
    gap: 'otherCurrency',
    price: null,
    unpriced: femtos('5'),
  })
})

test('a month whose revenue is not known whole has no price', () => {
  const costs = [costOf('2026-03-01', '2026-03-31', '5'), costOf('2026-04-01', '2026-04-30', '6')]
  const { months, gap } = monthsByRevenue(costs, ({ from }) => (from === '2026-03-01' ? femtos('20') : null))
  expect(gap).toBe('noRevenue')
  expect(resultOf(addUp(months), 'RUB').margin).toBe(femtos('15'))
  expect(addUp(months).unpriced).toBe(femtos('6'))
})

test('a month that the question cuts is said to be so', () => {
  const costs = [costOf('2026-03-01', '2026-03-31', '5'), costOf('2026-04-01', '2026-04-19', '6')]
  const { gap } = monthsByRevenue(costs, ({ from }) => (from === '2026-03-01' ? femtos('20') : null))
  expect(gap).toBe('cutMonth')
})

test('without a price there is no margin, and nothing is divided by a price or cost of zero', () => {
  expect(resultOf({ cost: 1n, list: 1n, price: null, unpriced: 1n }, 'RUB').margin).toBeNull()
  expect(resultOf({ cost: 0n, list: 0n, price: 0n, unpriced: 0n }, 'RUB')).toEqual({
    margin: 0n,
    marginRatio: null,
    markupRatio: null,
  })
})

test.each([
  [markup('2026-01-01', '15'), true],
  [markup('2026-01-01', '-101'), false],
  [discount('2026-01-01', '100'), true],
  [discount('2026-01-01', '100.5'), false],
  [fixed('2026-01-01', '0'), true],
  [fixed('2026-01-01', '-1'), false],
  [{ ...fixed('2026-01-01', '5'), currency: null }, false],
  [{ ...markup('2026-01-01', '5'), percent: null }, false],
])('%j are terms: %s', (terms, isGood) => expect(isComplete(terms)).toBe(isGood))
