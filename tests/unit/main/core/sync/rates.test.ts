import { expect, test } from 'vitest'
import type { ResourceState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import { chargesOfRates } from '#main/core/sync/rates.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { server } from '#tests/support/store-rows.ts'

const at = (
  ref: string,
  amount: string,
  period: 'day' | 'month' | 'year' = 'day',
  more = {},
): ResourceState => server(ref, { price: { amount: money(amount, 'RUB'), period }, ...more })

const told = (rates: { now: ResourceState[]; before?: ResourceState[]; lastDay: string | null }) => {
  const { from, lines } = chargesOfRates({
    now: rates.now,
    before: new Map((rates.before ?? []).map((state) => [state.externalId, state])),
    lastDay: rates.lastDay === null ? null : day(rates.lastDay),
    today: day('2026-11-20'),
  })
  return { from, lines: lines.map(({ day, ref, billed }) => `${day} ${ref} ${formatDecimal(billed.femtos)}`) }
}

test('a first look charges today alone', () => {
  expect(told({ now: [at('a', '22'), at('b', '660', 'month')], lastDay: null })).toEqual({
    from: '2026-11-20',
    lines: ['2026-11-20 a 22', '2026-11-20 b 22'],
  })
})

test('today is told anew however often it is looked at', () => {
  expect(told({ now: [at('a', '23')], before: [at('a', '22')], lastDay: '2026-11-20' }).lines).toEqual([
    '2026-11-20 a 23',
  ])
})

test('days since the last look take the price of that look; what is new is charged from today', () => {
  const { from, lines } = told({
    now: [at('a', '30'), at('new', '5')],
    before: [at('a', '22'), at('gone', '9')],
    lastDay: '2026-11-17',
  })
  expect(from).toBe('2026-11-18')
  expect(lines).toEqual(['2026-11-18 a 22', '2026-11-19 a 22', '2026-11-20 a 30', '2026-11-20 new 5'])
})

test('a gap of months is left open but for its last thirty-one days', () => {
  expect(told({ now: [at('a', '1')], before: [at('a', '1')], lastDay: '2026-03-01' }).from).toBe('2026-10-20')
})

test('what is blocked for debt, free or gone is not charged', () => {
  const now = [
    at('a', '22', 'day', { status: 'blocked' }),
    at('b', '0'),
    at('c', '22', 'day', { status: 'gone' }),
  ]
  expect(told({ now, lastDay: null }).lines).toEqual([])
})
