import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import { day } from '#shared/lib/day.ts'
import { bill, type Desk, openDesk, rule, when } from './desk.ts'

const NOVEMBER = { from: day('2026-11-01'), to: day('2026-11-30') }
let desk: Desk

const machine = (name: string, amount: number, more: Parameters<typeof bill>[0]['key'] = {}) =>
  bill({ amount, key: { resourceRef: `ref-${name}`, resourceName: name, ...more } })

beforeAll(async () => {
  desk = await openDesk([
    machine('shop-web-1', 100, { tags: { team: 'shop' } }),
    machine('shop-db', 200),
    machine('bank-web-1', 300, { subAccount: 'bank' }),
    machine('orphan', 40),
    bill({ amount: 60, key: { service: 'Support' } }),
    machine('bank-usd', 7, { currency: 'USD', subAccount: 'bank' }),
  ])
})
afterAll(() => desk.close())

const preview = (rules: AllocationRule[], range = NOVEMBER) =>
  desk.ask('allocation.preview', { tagId: null, rules, ...range })

const shop = () => rule('Магазин', { where: [[when('resource', 'contains', 'SHOP-')]] })
const bank = () => rule('Банк', { where: [[when('subAccount', 'is', 'bank')]] })

describe('rules on live data', () => {
  test('say what part of the cost has an owner, how many resources are left, and the dearest of them', async () => {
    const found = await preview([shop(), bank()])
    expect(found.coverage).toEqual({
      sums: [
        { currency: 'RUB', assigned: '600', total: '700', ratio: '0.857143' },
        { currency: 'USD', assigned: '7', total: '7', ratio: '1' },
      ],
      resources: 5,
      resourcesLeft: 1,
    })
    expect(found.rules.map(({ resources, costs }) => [resources, costs])).toEqual([
      [2, [{ currency: 'RUB', amount: '300' }]],
      [
        2,
        [
          { currency: 'RUB', amount: '300' },
          { currency: 'USD', amount: '7' },
        ],
      ],
    ])
    expect(found.left.map(({ name, service, amount }) => [name, service, amount])).toEqual([
      ['', 'Support', '60'],
      ['orphan', 'Compute', '40'],
    ])
    expect(found.problems).toEqual([])
  })
})
