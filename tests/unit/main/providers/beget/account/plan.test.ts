import { describe, expect, it } from 'vitest'
import { money, toText } from '#main/core/money/money.ts'
import { accountRate, dailyOf, planItem } from '#main/providers/beget/account/plan.ts'
import { wireAccount } from '#main/providers/beget/account/wire.ts'
import { itemOf } from '#main/providers/beget/common/finding.ts'
import fixture from '#tests/fixtures/beget/account.json' with { type: 'json' }

const account = (change: Record<string, unknown> = {}) =>
  wireAccount.parse({ ...fixture.answer.result, ...change })

function planOf(change: Record<string, unknown>, services: string, count = 1): string | null {
  const wire = account(change)
  const rate = accountRate(wire)
  if (rate === null) return null
  const { price } = planItem(wire, rate, { daily: money(services, 'RUB'), count })
  return price && `${toText(price.amount).amount} ${price.period}`
}

describe("the account's rate", () => {
  const rateOf = (change: Record<string, unknown>) => {
    const rate = accountRate(account(change))
    return rate && `${toText(rate.amount).amount} ${rate.period}`
  }

  it("is the day's, else the month's, else the year's", () => {
    expect(rateOf({})).toBe('12.66 day')
    expect(rateOf({ user_rate_current: null })).toBe('385 month')
    expect(rateOf({ user_rate_current: 'x', user_rate_month: 0 })).toBe('4620 year')
  })

  it('is the year where the account pays by the year', () => {
    expect(rateOf({ user_is_year_plan: '1' })).toBe('4620 year')
    expect(rateOf({ user_is_year_plan: '1', user_rate_year: null })).toBe('12.66 day')
  })

  it('of nought is a rate; none at all is none', () => {
    expect(rateOf({ user_rate_current: '0', user_rate_month: 0, user_rate_year: 0 })).toBe('0 day')
    expect(rateOf({ user_rate_current: null, user_rate_month: 'NaN', user_rate_year: '' })).toBeNull()
  })
})

describe('the plan', () => {
  it('of an account with nothing else is the whole rate', () => {
    expect(planOf({}, '0', 0)).toBe('12.66 day')
    expect(planOf({ user_is_year_plan: 1 }, '0', 0)).toBe('4620 year')
  })

  it('is what the services leave of the rate, so that nothing is counted twice', () => {
    expect(planOf({ user_rate_current: '73.39' }, '60.73', 3)).toBe('12.66 day')
  })

  it('of an account that has servers alone costs nothing: they are the rate', () => {
    expect(planOf({ user_rate_current: '60.73' }, '60.73', 3)).toBe('0 day')
    expect(planOf({ user_rate_current: '60.73' }, '60.7432', 3)).toBe('0 day')
  })

  it('is the whole rate where the services alone cost more than it', () => {
    expect(planOf({}, '22')).toBe('12.66 day')
  })

  it('is not lost among a thousand roundings, nor made of them', () => {
    expect(planOf({ user_rate_current: '10012.66' }, '10000', 2000)).toBe('12.66 day')
    expect(planOf({ user_rate_current: '10000' }, '10004.99', 1000)).toBe('0 day')
    expect(planOf({ user_rate_current: '10000' }, '9999.40', 1000)).toBe('0 day')
  })

  it('of a year leaves the services a year of theirs', () => {
    expect(planOf({ user_is_year_plan: true, user_rate_year: 8270 }, '10')).toBe('4620 year')
  })

  it('has a name', () => {
    const wire = account({ plan_name: 'Noble' })
    const rate = accountRate(wire)
    const item = rate && planItem(wire, rate, { daily: money('0', 'RUB'), count: 0 })
    expect(item).toMatchObject({ ref: 'plan', name: 'Тариф Noble', type: 'hosting' })
  })
})

describe('what a service adds to the rate', () => {
  const base = { ref: 'a', name: 'a', type: 'server', kind: 'vps', service: 'VPS', raw: '{}' } as const
  const price = { amount: money('30', 'RUB'), period: 'month' } as const

  it('is its day', () => {
    expect(dailyOf(itemOf({ ...base, price })).femtos).toBe(money('1', 'RUB').femtos)
  })

  it('is nothing while it is blocked for debt, gone or without a price', () => {
    expect(dailyOf(itemOf({ ...base, price, status: 'blocked' })).femtos).toBe(0n)
    expect(dailyOf(itemOf({ ...base, price, status: 'gone' })).femtos).toBe(0n)
    expect(dailyOf(itemOf(base)).femtos).toBe(0n)
  })
})
