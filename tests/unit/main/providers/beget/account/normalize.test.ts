import { describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { normalizeAccount } from '#main/providers/beget/account/normalize.ts'
import { wireAccount } from '#main/providers/beget/account/wire.ts'
import fixture from '#tests/fixtures/beget/account.json' with { type: 'json' }

const answer = fixture.answer.result
const who = { ref: '123456', login: 'ivanov' }
const info = (change: Record<string, unknown> = {}) =>
  normalizeAccount(wireAccount.parse({ ...answer, ...change }), who)

describe('an account', () => {
  it('tells plan, balance, days and rates', () => {
    const { balance, daily, monthly, yearly, ...rest } = info()
    expect(rest).toMatchObject({
      ref: '123456',
      name: 'ivanov',
      status: 'active',
      plan: 'Noble',
      daysLeft: 105,
      isYearlyPlan: false,
    })
    const amounts = [balance, daily, monthly, yearly].map((money) => money && toText(money).amount)
    expect(amounts).toEqual(['1339.57', '12.66', '385', '4620'])
  })

  it('tells what is used of what is allowed, and what has no limit', () => {
    expect(info().limits).toEqual([
      { code: 'domains', used: 6, limit: null, unit: 'count' },
      { code: 'sites', used: 4, limit: 10, unit: 'count' },
      { code: 'mysql', used: 180, limit: null, unit: 'mb' },
      { code: 'ftp', used: 2, limit: 25, unit: 'count' },
      { code: 'mail', used: 9, limit: null, unit: 'count' },
      { code: 'quota', used: 5200, limit: 25_600, unit: 'mb' },
    ])
  })

  it('tells the server and what runs on it', () => {
    expect(info().server).toContainEqual({ code: 'memoryMb', value: '96747' })
    expect(info().server.map(({ code }) => code)).toEqual([
      'name',
      'cpu',
      'memoryMb',
      'memoryUsedMb',
      'load',
      'uptimeDays',
    ])
    expect(info().software).toContainEqual({ code: 'php', version: '8.2.13' })
    expect(info().software).toHaveLength(6)
  })

  it('in debt with no day left is blocked; in debt with days left it is not', () => {
    const inDebt = info({ user_balance: '-120.5', user_days_to_block: 0 })
    expect(inDebt).toMatchObject({ status: 'blocked', daysLeft: 0 })
    expect(inDebt.balance && toText(inDebt.balance).amount).toBe('-120.5')
    expect(info({ user_balance: -1, user_days_to_block: 3 }).status).toBe('active')
    expect(info({ user_balance: 'a lot' })).toMatchObject({ status: 'unknown', balance: null, balances: [] })
  })

  it('of a fresh kind tells what it has and nothing that it has not', () => {
    const bare = normalizeAccount(wireAccount.parse({ plan_name: 'Cloud' }), who)
    expect(bare).toMatchObject({
      plan: 'Cloud',
      balance: null,
      daysLeft: null,
      limits: [],
      server: [],
      software: [],
    })
  })

  it('is not taken for one where neither plan nor balance is told', () => {
    expect(wireAccount.safeParse({ user_sites: 4 }).success).toBe(false)
    expect(wireAccount.safeParse([]).success).toBe(false)
  })
})
