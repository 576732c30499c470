import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
  })

  const said = (scope: Scope, period: Period): Comparison => getSummary(scope, { period }).comparison

  it('says of the compared period whether the data cover it', () => {
    const from = (compareFrom: string): Period => ({ ...NOVEMBER, compareFrom: day(compareFrom) })
    expect(said(made.scope, from('2026-10-01'))).toBe('whole')
    expect(said(made.scope, from('2026-09-30'))).toBe('beforeIncomplete')
  })

  it('compares nothing on the first day of a month: no day of it is over', () => {
    made.ports.clock.set('2026-12-01T09:00:00Z')
    const scope = scopeOf(made.store, made.ports, made.seeded.workspaceId)
    const range = resolvePeriod('month', scope.today)
    const before = periodBefore('month', range)
    const period = { ...range, compareFrom: before.from, compareTo: before.to }
    expect(said(scope, period)).toBe('noFullDay')
    expect(getSummary(scope, { period }).changeRatio).toBeNull()
  })

  it('compares nothing where the period goes on into a day that is not over, or past the last costs', () => {
    const today = { ...NOVEMBER, to: day('2026-11-20'), compareTo: day('2026-10-20') }
    expect(said(made.scope, today)).toBe('incomplete')
    made.ports.clock.set('2026-11-25T09:00:00Z')
    const later = scopeOf(made.store, made.ports, made.seeded.workspaceId)
    const past = { ...NOVEMBER, to: day('2026-11-24'), compareTo: day('2026-10-24') }
    expect(said(later, past)).toBe('incomplete')
    expect(said(later, NOVEMBER)).toBe('whole')
  })

  it('compares nothing where a connection stopped bringing costs amid the days compared, unless it rests', () => {
    const id = 'A-beget'
    made.store.transaction((db) =>
      removeCosts(db, { connectionId: id, from: day('2026-11-10'), to: day('2026-11-30') }),
    )
    expect(said(made.scope, NOVEMBER)).toBe('incomplete')
    made.store.transaction((db) => updateConnection(db, id, { status: 'paused' }))
    expect(said(made.scope, NOVEMBER)).toBe('whole')
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
