import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowedPerDay,
  barPlaces,
  burnLines,
  leftOf,
  runningTotals,
  sayingOf,
} from '#renderer/features/budgets/view.ts'
import type { BudgetView } from '#shared/contract/budgets.ts'
import { addDays, day } from '#shared/lib/day.ts'

const rub = (amount: string) => ({ amount, currency: 'RUB' as const })
const first = day('2026-11-01')

const budget: BudgetView = {
  id: 'b',
  name: 'Разработка',
  scope: { connectionNames: [] },
  month: first,
  limit: rub('300'),
  spent: rub('220.2'),
  spentRatio: '0.734',
  forecast: rub('330.3'),
  forecastRatio: '1.101',
  breachDay: day('2026-11-28'),
  status: 'willExceed',
  daily: Array.from({ length: 20 }, (_, i) => ({ day: addDays(first, i), amount: '11.01' })),
}

describe('the burn line', () => {
  it('adds up the days exactly', () => {
    expect(runningTotals(budget.daily).at(-1)).toEqual({
      day: '2026-11-20',
      amount: '11.01',
      sum: '220.2',
    })
  })

  it('covers the whole month: spend to the last day done, the forecast from there to its end', () => {
    const lines = burnLines(budget)
    expect(lines.days).toHaveLength(30)
    expect(lines.spent[19]).toBe('220.2')
    expect(lines.spent[20]).toBeNull()
    expect(lines.forecast[18]).toBeNull()
    expect(lines.forecast[19]).toBe('220.2')
    expect(lines.forecast[29]).toBe('330.3')
  })

  it('spreads the limit evenly and ends on it', () => {
    const { even } = burnLines(budget)
    expect(even[0]).toBe('10')
    expect(even[29]).toBe('300')
  })

  it('draws no forecast before the first day is over', () => {
    const lines = burnLines({ ...budget, daily: [], spent: rub('0'), forecast: null })
    expect(lines.forecast.every((amount) => amount === null)).toBe(true)
    expect(lines.spent.every((amount) => amount === null)).toBe(true)
  })
})

describe('the bar', () => {
  it('puts the limit before its end when the forecast passes it', () => {
    const { spent, forecast, limit } = barPlaces(budget)
    expect(forecast).toBe(100)
    expect(limit).toBeCloseTo(90.83, 1)
    expect(spent).toBeCloseTo(66.67, 1)
  })

  it('keeps spend ≤ forecast and every place within the bar', () => {
    const amount = fc.nat(1_000_000).map((n) => rub(String(n)))
    fc.assert(
      fc.property(amount, amount, fc.option(amount), (limit, spent, forecast) => {
        const places = barPlaces({ limit, spent, forecast })
        for (const place of Object.values(places)) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(100)
        }
        expect(places.spent).toBeLessThanOrEqual(places.forecast)
      }),
    )
  })
})

describe('what is left', () => {
  it('is exact and goes below zero', () => {
    expect(leftOf(budget)).toEqual(rub('79.8'))
    expect(leftOf({ limit: rub('1'), spent: rub('1.01') })).toEqual(rub('-0.01'))
  })

  it('allows per day what stays within the limit when spent every day', () => {
    expect(allowedPerDay(budget, 20)).toEqual(rub('7.98'))
    expect(allowedPerDay({ ...budget, limit: rub('221.2') }, 27)).toEqual(rub('0.33'))
  })

  it('allows nothing once the limit is passed or the month is over', () => {
    expect(allowedPerDay({ ...budget, spent: rub('301') }, 20)).toBeNull()
    expect(allowedPerDay(budget, 30)).toBeNull()
  })
})

describe('the one thing to know', () => {
  it('is by how much the limit is passed, else the day on which it ends, else what will be left', () => {
    expect(sayingOf({ ...budget, spent: rub('310') })).toEqual({ kind: 'exceeded', amount: rub('10') })
    expect(sayingOf(budget)).toEqual({ kind: 'breach', day: '2026-11-28' })
    expect(sayingOf({ ...budget, breachDay: null })).toEqual({ kind: 'willExceed', amount: rub('30.3') })
    expect(sayingOf({ ...budget, breachDay: null, forecast: rub('250.5') })).toEqual({
      kind: 'spare',
      amount: rub('49.5'),
    })
    expect(sayingOf({ ...budget, forecast: null })).toEqual({ kind: 'noPace' })
  })
})
