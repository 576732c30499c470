import { describe, expect, it } from 'vitest'
import { type Money, money } from '#main/core/money/money.ts'
import { monthProgress } from '#main/core/rules/month-progress.ts'
import { breachDay, budgetStatus, excessOver, runRate } from '#main/core/rules/run-rate.ts'
import { day } from '#shared/lib/day.ts'

const rub = (amount: string): Money<'RUB'> => money(amount, 'RUB')
const femtos = (amounts: readonly string[]): bigint[] => amounts.map((a) => rub(a).femtos)
const november = monthProgress(day('2026-11-20'), day('2026-11-19'))

describe('the run rate', () => {
  it('is the month to date by the days done times the days of the month, in kopecks', () => {
    expect(runRate(rub('1900'), november)).toEqual(rub('3000'))
    expect(runRate(rub('100'), november)).toEqual(rub('157.89'))
  })

  it('is unknown before the first full day', () => {
    expect(runRate(rub('0'), monthProgress(day('2026-11-01'), day('2026-10-31')))).toBeNull()
    expect(runRate(rub('0'), monthProgress(day('2026-11-20'), null))).toBeNull()
  })
})

describe('a budget', () => {
  const limit = rub('3000')

  it('is exceeded only when more than the limit is spent', () => {
    expect(budgetStatus(limit, rub('3000'), rub('3000'))).toBe('atRisk')
    expect(budgetStatus(limit, rub('3000.000000000000001'), rub('4000'))).toBe('exceeded')
  })

  it('is at risk from nine tenths of the limit on', () => {
    expect(budgetStatus(limit, rub('100'), rub('2699.99'))).toBe('ok')
    expect(budgetStatus(limit, rub('100'), rub('2700'))).toBe('atRisk')
    expect(budgetStatus(limit, rub('100'), rub('3000.01'))).toBe('willExceed')
  })

  it('without a forecast is judged by what is spent', () => {
    expect(budgetStatus(limit, rub('0'), null)).toBe('ok')
    expect(budgetStatus(rub('0'), rub('0'), rub('0'))).toBe('ok')
  })

  it('is passed on the day that the costs themselves pass it', () => {
    expect(breachDay(rub('100'), femtos(['60', '40', '0.01', '50']), november)).toBe('2026-11-03')
  })

  it('will be passed on the first day whose run rate is above it', () => {
    const nineteenDays = femtos(Array.from({ length: 19 }, () => '100'))
    expect(breachDay(rub('2500'), nineteenDays, november)).toBe('2026-11-26')
    expect(breachDay(rub('2499.99'), nineteenDays, november)).toBe('2026-11-25')
    expect(breachDay(rub('3000'), nineteenDays, november)).toBeNull()
    expect(breachDay(rub('2999.99'), nineteenDays, november)).toBe('2026-11-30')
  })

  it('is never passed by credits alone', () => {
    expect(breachDay(rub('0'), femtos(['-5']), november)).toBeNull()
  })

  it('tells by how much it is passed', () => {
    expect(excessOver(limit, rub('3000.5'))).toEqual(rub('0.5'))
    expect(excessOver(limit, rub('10'))).toEqual(rub('0'))
  })
})
