import { describe, expect, it } from 'vitest'
import {
  alertPath,
  capacityUnit,
  changeWidth,
  directionOf,
  isEmptyWorkspace,
  loadOf,
  pathOf,
  shareWidth,
  sparkline,
  trendOf,
} from '#renderer/features/dashboard/view.ts'
import type { AlertView, SummaryView } from '#shared/contract/dashboard.ts'
import { day } from '#shared/lib/day.ts'

describe('small drawings', () => {
  it('draws a rise from the lower left to the upper right', () => {
    expect(sparkline([1, 2], 80, 20)).toBe('M0.0 20.0L80.0 0.0')
  })

  it('shows a trend with its exact ends, and none for a single value', () => {
    expect(trendOf(['7', '9.05', '8'])).toEqual({ amounts: ['7', '9.05', '8'], low: '7', high: '9.05' })
    expect(trendOf(['10'])).toBeNull()
  })

  it('draws a flat series through the middle and nothing for a single value', () => {
    expect(sparkline([5, 5], 80, 20)).toBe('M0.0 10.0L80.0 10.0')
    expect(sparkline([5], 80, 20)).toBe('')
  })

  it('keeps a small share visible, and shows none for a credit or an unknown one', () => {
    expect(shareWidth('0.0001')).toBe(1)
    expect(shareWidth('0.5')).toBe(50)
    expect(shareWidth('1.4')).toBe(100)
    expect(shareWidth('-0.2')).toBe(0)
    expect(shareWidth(null)).toBe(0)
  })

  it('measures a change against the greatest one, either way', () => {
    expect(changeWidth('-50', ['100', '-50'])).toBe(50)
    expect(changeWidth('0', ['0'])).toBe(0)
  })

  it('tells the direction of the smallest change', () => {
    expect(directionOf('-0.000001')).toBe('down')
    expect(directionOf('0.000')).toBe('flat')
    expect(directionOf('0.02')).toBe('up')
  })
})

describe('where figures lead', () => {
  it('leaves a path without a query plain', () => {
    expect(pathOf('/resources', {})).toBe('/resources')
  })

  const alert = (patch: Partial<AlertView>): AlertView => ({
    id: 'x',
    code: 'renewal.due',
    severity: 'info',
    subject: 'infrazen.example',
    target: { area: 'resources', id: '9' },
    day: null,
    amount: null,
    ratio: null,
    ...patch,
  })

  it('opens the page of what an alert is about', () => {
    expect(alertPath(alert({}))).toBe('/resources?id=9')
    expect(alertPath(alert({ target: { area: 'budgets', id: 'b' } }))).toBe('/budgets')
    expect(alertPath(alert({ target: { area: 'connections', id: 'c' } }))).toBe('/resources?connectionId=c')
    expect(alertPath(alert({ target: { area: 'dashboard', id: 'c' }, day: day('2026-11-15') }))).toBe(
      '/resources?connectionId=c&period=custom&from=2026-11-15&to=2026-11-15',
    )
  })
})

describe('utilisation', () => {
  it('says terabytes and gigabits once they read better', () => {
    expect(capacityUnit('disk', 20_000)).toEqual({ unit: 'tb', divisor: 1024 })
    expect(capacityUnit('disk', 900)).toEqual({ unit: 'gb', divisor: 1 })
    expect(capacityUnit('network', 15_000)).toEqual({ unit: 'gbps', divisor: 1000 })
    expect(capacityUnit('cpu', 20_000)).toEqual({ unit: 'cores', divisor: 1 })
  })

  it('warns from three quarters and alarms from nine tenths', () => {
    expect([0.74, 0.75, 0.9].map(loadOf)).toEqual(['calm', 'high', 'full'])
  })
})

describe('an organisation without data', () => {
  const money = { amount: '0', currency: 'RUB' as const }
  const empty: SummaryView = {
    spend: money,
    spendBefore: money,
    comparison: 'incomplete',
    changeRatio: null,
    forecast: null,
    savings: { monthly: money, count: 0 },
    resources: { active: 0, total: 0 },
    connections: { active: 0, total: 0, failing: 0 },
    otherCurrencies: [],
    dataThrough: null,
  }

  it('is empty only when it has neither connections nor resources nor costs', () => {
    expect(isEmptyWorkspace(empty)).toBe(true)
    expect(isEmptyWorkspace({ ...empty, connections: { active: 0, total: 1, failing: 1 } })).toBe(false)
    expect(isEmptyWorkspace({ ...empty, dataThrough: day('2026-11-01') })).toBe(false)
  })
})
