import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listMovers, listSpenders } from '#main/queries/dashboard-ranks.query.ts'
import { getSpend } from '#main/queries/dashboard-spend.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getUtilization } from '#main/queries/dashboard-utilization.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { removeCosts } from '#main/store/repos/costs.repo.ts'
import type { Comparison } from '#shared/contract/dashboard.ts'
import { contract } from '#shared/contract/index.ts'
import type { Period } from '#shared/contract/values.ts'
import { day } from '#shared/lib/day.ts'
import { periodBefore, resolvePeriod } from '#shared/lib/period.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { NOVEMBER, openSeeded, scopeOf } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

const rub = (amount: string) => ({ amount, currency: 'RUB' })

describe('the summary', () => {
  it('adds up to what a person adds up by hand', () => {
    const summary = getSummary(made.scope, { period: NOVEMBER })
    expect(contract['dashboard.getSummary'].output.parse(summary)).toEqual({
      // web 19 × 100 − 20.5, disk 19 × 10.005, shop 19 × 40.000000000000001, support 300
      spend: rub('3129.595000000000019'),
      // web 1900, disk 5 × 10.005, shop 950
      spendBefore: rub('2900.025'),
      comparison: 'whole',
      changeRatio: '0.079161',
      forecast: {
        // × 30 ÷ 19
        amount: rub('4941.47'),
        monthToDate: rub('3129.595000000000019'),
        daysDone: 19,
        daysInMonth: 30,
        // web 3100, disk 17 × 10.005, shop 1550
        lastMonth: rub('4820.085'),
        changeRatio: '0.025183',
      },
      savings: { monthly: rub('170.255'), count: 3 },
      resources: { active: 3, total: 4 },
      connections: { active: 2, total: 2, failing: 0 },
      otherCurrencies: [{ amount: '7.25', currency: 'USD' }],
      dataThrough: '2026-11-20',
    })
  })

  it('has no forecast on the first day of a month', () => {
    made.ports.clock.set('2026-12-01T09:00:00Z')
    const scope = scopeOf(made.store, made.ports, made.seeded.workspaceId)
    expect(getSummary(scope, { period: NOVEMBER }).forecast).toBeNull()
  })

  it('compares with nothing when the data begin later than the compared period', () => {
    const period = { ...NOVEMBER, compareFrom: day('2026-09-30') }
    const summary = getSummary(made.scope, { period })
    expect([summary.spendBefore, summary.changeRatio]).toEqual([rub('2900.025'), null])
    const { items } = listMovers(made.scope, { period, by: 'resource', limit: 50 })
    expect(items.filter((item) => item.changeRatio !== null)).toEqual([])
  })

  const said = (scope: Scope, period: Period): Comparison[] =>
    [
      getSummary(scope, { period }),
      getSpend(scope, { period, groupBy: 'provider' }),
      listMovers(scope, { period, by: 'service', limit: 7 }),
    ].map(({ comparison }) => comparison)
  const thrice = (comparison: Comparison): Comparison[] => [comparison, comparison, comparison]

  it('says of the compared period whether the data cover it, the same in cards, chart and movers', () => {
    const from = (compareFrom: string): Period => ({ ...NOVEMBER, compareFrom: day(compareFrom) })
    expect(said(made.scope, from('2026-10-01'))).toEqual(thrice('whole'))
    expect(said(made.scope, from('2026-09-30'))).toEqual(thrice('beforeIncomplete'))
  })

  it('compares nothing on the first day of a month: no day of it is over', () => {
    made.ports.clock.set('2026-12-01T09:00:00Z')
    const scope = scopeOf(made.store, made.ports, made.seeded.workspaceId)
    const range = resolvePeriod('month', scope.today)
    const before = periodBefore('month', range)
    const period = { ...range, compareFrom: before.from, compareTo: before.to }
    expect(said(scope, period)).toEqual(thrice('noFullDay'))
    expect(getSummary(scope, { period }).changeRatio).toBeNull()
    const { items } = listSpenders(scope, { period, by: 'resource', limit: 50 })
    expect(items.filter((item) => item.changeRatio !== null)).toEqual([])
  })

  it('compares nothing where the period goes on into a day that is not over, or past the last costs', () => {
    const today = { ...NOVEMBER, to: day('2026-11-20'), compareTo: day('2026-10-20') }
    expect(said(made.scope, today)).toEqual(thrice('incomplete'))
    made.ports.clock.set('2026-11-25T09:00:00Z')
    const later = scopeOf(made.store, made.ports, made.seeded.workspaceId)
    const past = { ...NOVEMBER, to: day('2026-11-24'), compareTo: day('2026-10-24') }
    expect(said(later, past)).toEqual(thrice('incomplete'))
    expect(said(later, NOVEMBER)).toEqual(thrice('whole'))
  })

  it('compares nothing where a connection stopped bringing costs amid the days compared, unless it rests', () => {
    const id = 'A-beget'
    made.store.transaction((db) =>
      removeCosts(db, { connectionId: id, from: day('2026-11-10'), to: day('2026-11-30') }),
    )
    expect(said(made.scope, NOVEMBER)).toEqual(thrice('incomplete'))
    made.store.transaction((db) => updateConnection(db, id, { status: 'paused' }))
    expect(said(made.scope, NOVEMBER)).toEqual(thrice('whole'))
  })

  it('turns to the other currency whole when the organisation does', () => {
    const scope = scopeOf(made.store, made.ports, made.seeded.workspaceId, { currency: 'USD' })
    const summary = getSummary(scope, { period: NOVEMBER })
    expect(summary.spend).toEqual({ amount: '7.25', currency: 'USD' })
    expect(summary.otherCurrencies).toEqual([rub('3129.595000000000019')])
    expect(summary.savings.monthly).toEqual({ amount: '1.5', currency: 'USD' })
  })

  it('of an empty workspace is zeros and not an error', () => {
    const summary = getSummary(scopeOf(made.store, made.ports, 'nobody'), { period: NOVEMBER })
    expect(summary).toMatchObject({ spend: rub('0'), changeRatio: null, forecast: null, dataThrough: null })
  })
})

describe('spend by day', () => {
  it('has an amount for every day and group, largest group first', () => {
    const spend = getSpend(made.scope, { period: NOVEMBER, groupBy: 'service' })
    expect(spend.days).toHaveLength(19)
    expect(spend.groups.map((g) => [g.key, g.total])).toEqual([
      ['Серверы', '1879.5'],
      ['Хостинг', '760.000000000000019'],
      ['Поддержка', '300'],
      ['Диски', '190.095'],
    ])
    expect(spend.groups[2]?.amounts.slice(3, 6)).toEqual(['0', '300', '0'])
    expect(spend.groups[0]?.amounts[5]).toBe('79.5')
    // 79.5 + 40.000000000000001 + 10.005
    expect(spend.totals[5]).toBe('129.505000000000001')
    expect(spend.total).toBe('3129.595000000000019')
  })

  it('meets the compared days by their place, however many there are', () => {
    const period = { ...NOVEMBER, compareFrom: day('2026-10-14'), compareTo: day('2026-10-15') }
    expect(getSpend(made.scope, { period, groupBy: 'provider' }).before).toEqual(['150', '160.005'])
  })

  it('calls a connection by its name and a provider by its code', () => {
    const labels = (groupBy: 'provider' | 'connection') =>
      getSpend(made.scope, { period: NOVEMBER, groupBy }).groups.map((g) => g.label)
    expect(labels('connection')).toEqual(['A Сервера', 'A Сайты'])
    expect(labels('provider')).toEqual(['selectel', 'beget'])
  })
})

describe('ranks', () => {
  it('give who costs most, with what it cost before and the rest', () => {
    const { items, rest, total } = listSpenders(made.scope, { period: NOVEMBER, by: 'resource', limit: 2 })
    expect(items).toEqual([
      {
        key: String(made.seeded.ids.web),
        label: 'web-01',
        context: 'A Сервера',
        provider: 'selectel',
        lines: null,
        amount: rub('1879.5'),
        before: rub('1900'),
        change: rub('-20.5'),
        changeRatio: '-0.010789',
        share: '0.600557',
      },
      expect.objectContaining({ label: 'shop.ru', change: rub('-189.999999999999981') }),
    ])
    // support 300 and disk 190.095
    expect(rest).toEqual(rub('490.095'))
    expect(total).toEqual(rub('3129.595000000000019'))
  })

  it('keep costs of no resource under the empty key', () => {
    const { items } = listSpenders(made.scope, { period: NOVEMBER, by: 'resource', limit: 50 })
    expect(items.find((item) => item.key === '')).toMatchObject({
      label: '',
      context: null,
      amount: rub('300'),
      before: rub('0'),
      changeRatio: null,
    })
  })

  it('put the greatest change first, up or down', () => {
    const { items, totalChange } = listMovers(made.scope, { period: NOVEMBER, by: 'service', limit: 3 })
    expect(items.map((item) => [item.label, item.change.amount])).toEqual([
      ['Поддержка', '300'],
      ['Хостинг', '-189.999999999999981'],
      ['Диски', '140.07'],
    ])
    expect(totalChange).toEqual(rub('229.570000000000019'))
  })

  it('name the provider of a connection', () => {
    const { items } = listSpenders(made.scope, { period: NOVEMBER, by: 'connection', limit: 7 })
    expect(items.map((item) => [item.label, item.context])).toEqual([
      ['A Сервера', 'selectel'],
      ['A Сайты', 'beget'],
    ])
  })
})

describe('utilisation', () => {
  it('is the mean of the daily sums of what runs, and the greatest daily peak', () => {
    // 1 November: 1 of 4, peak 3; 2 November: 3 of 6, peak 5. The stopped server and October do not count.
    expect(getUtilization(made.scope, { period: NOVEMBER }).items).toEqual([
      { metric: 'cpu', used: 2, capacity: 5, ratio: 0.4, peakRatio: 5 / 6, resources: 2 },
    ])
  })

  it('of a period without measurements is empty', () => {
    const period = { ...NOVEMBER, from: day('2026-11-10'), to: day('2026-11-11') }
    expect(getUtilization(made.scope, { period }).items).toEqual([])
  })
})
