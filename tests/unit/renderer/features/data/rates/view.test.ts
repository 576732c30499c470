import { expect, test } from 'vitest'
import {
  hasDemoRates,
  isEmpty,
  lackingOf,
  marksOf,
  ownRates,
  withCurrency,
} from '#renderer/features/data/rates/view.ts'
import type { RateView } from '#shared/contract/rates.ts'
import { day } from '#shared/lib/day.ts'

const rate = (on: string, source: RateView['source'] = 'cbr'): RateView => ({
  source,
  currency: 'USD',
  day: day(on),
  nominal: 1,
  value: '80',
  atMs: null,
  by: null,
  note: null,
})

const row = (on: string, ...rates: (RateView | null)[]) => ({ day: day(on), rates })

test('own rates are those of their very day', () => {
  const mine = rate('2026-10-12', 'manual')
  expect(ownRates({ days: [row('2026-10-11', rate('2026-10-10')), row('2026-10-12', null, mine)] })).toEqual([
    mine,
  ])
})

test('a table without one rate has nothing to show', () => {
  expect(isEmpty({ days: [] })).toBe(true)
  expect(isEmpty({ days: [row('2026-10-11', null, null)] })).toBe(true)
  expect(isEmpty({ days: [row('2026-10-11', null, rate('2026-10-11'))] })).toBe(false)
})

test('only what the ledger holds is missed', () => {
  const month = { nominal: 1, average: null }
  const months = [
    { ...month, currency: 'USD' as const, missingDays: 2 },
    { ...month, currency: 'EUR' as const, missingDays: 31 },
    { ...month, currency: 'KZT' as const, missingDays: 0 },
  ]
  expect(lackingOf({ months, wanted: ['USD', 'KZT'] })).toMatchObject([{ currency: 'USD' }])
})

test('a rate of an earlier day and a rate that is not the Bank’s are marked', () => {
  expect(marksOf(rate('2026-10-10'), day('2026-10-11'))).toEqual({ isEarlier: true, isMarked: false })
  expect(marksOf(rate('2026-10-11', 'manual'), day('2026-10-11'))).toEqual({
    isEarlier: false,
    isMarked: true,
  })
  expect(hasDemoRates({ days: [row('2026-10-11', rate('2026-10-10', 'demo'))] })).toBe(true)
})

test('a currency is shown once', () => {
  expect(withCurrency(['USD'], 'KZT')).toEqual(['USD', 'KZT'])
  expect(withCurrency(['USD', 'KZT'], 'KZT')).toEqual(['USD', 'KZT'])
})
