import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alertPath,
  capacityUnit,
  changeWidth,
  directionOf,
  isEmptyWorkspace,
  isYetToCome,
  loadOf,
  pathOf,
  shareWidth,
  sparkline,
  spenderPath,
  spendTable,
  sumOf,
  toggleHidden,
  tooltipRows,
  trendOf,
  whyNoChange,
} from '#renderer/features/dashboard/view.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { translate } from '#renderer/i18n/translate.ts'
import { type AlertView, comparisons, type SpendView, type SummaryView } from '#shared/contract/dashboard.ts'
import { day } from '#shared/lib/day.ts'

const spend: SpendView = {
  currency: 'RUB',
  days: [day('2026-11-19'), day('2026-11-20')],
  groups: [
    { key: 'selectel', label: 'selectel', total: '300.03', amounts: ['100.01', '200.02'] },
    { key: 'beget', label: 'beget', total: '0.3', amounts: ['0.1', '0.2'] },
    { key: 'other', label: 'other', total: '-5', amounts: ['-5', '0'] },
  ],
  totals: ['95.11', '200.22'],
  total: '295.33',
  before: ['90'],
  comparison: 'whole',
  gaps: [],
}

describe('spend as a table', () => {
  it('shows the totals of the answer while nothing is hidden', () => {
    expect(spendTable(spend, [])).toMatchObject({
      total: '295.33',
      totals: ['95.11', '200.22'],
      before: ['90'],
      isPartial: false,
    })
  })

  it('adds up exactly what is left when a part is hidden, and compares it with nothing', () => {
    const table = spendTable(spend, ['other'])
    expect(table).toMatchObject({
      total: '300.33',
      totals: ['100.11', '200.22'],
      before: [],
      isPartial: true,
    })
  })

  it('has no compared amounts when the data do not cover both periods whole', () => {
    for (const comparison of ['noFullDay', 'incomplete', 'beforeIncomplete'] as const) {
      expect(spendTable({ ...spend, comparison }, []).before).toEqual([])
    }
  })

  it('keeps the rank, and so the colour, of a part whose neighbour is hidden', () => {
    expect(spendTable(spend, ['selectel']).groups.map(({ key, rank }) => [key, rank])).toEqual([
      ['beget', 1],
      ['other', 2],
    ])
  })

  it('ignores a hidden part that the answer does not have', () => {
    expect(spendTable(spend, ['gone']).isPartial).toBe(false)
  })

  it('makes every day and every part add up to the same total, whatever is hidden', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    const text = (n: number): string =>
      `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cents, cents), { minLength: 2, maxLength: 6 }),
        fc.nat(5),
        (rows, hide) => {
          const groups = rows.map(([a, b], i) => ({
            key: `g${i}`,
            label: `g${i}`,
            amounts: [text(a), text(b)],
            total: sumOf([text(a), text(b)]),
          }))
          const view = { ...spend, groups }
          const table = spendTable(view, [`g${hide % rows.length}`])
          expect(sumOf(table.totals)).toBe(table.total)
          expect(sumOf(table.groups.map((group) => group.total))).toBe(table.total)
        },
      ),
    )
  })
})

describe('the tooltip of a day', () => {
  it('leaves out what cost nothing that day and keeps credits', () => {
    const table = spendTable(spend, [])
    expect(tooltipRows(table, 0).rows.map((row) => row.key)).toEqual(['selectel', 'beget', 'other'])
    expect(tooltipRows(table, 1).rows.map((row) => row.key)).toEqual(['selectel', 'beget'])
  })

  it('has no earlier amount on a day that the compared period does not have', () => {
    const table = spendTable(spend, [])
    expect(tooltipRows(table, 0).before).toBe('90')
    expect(tooltipRows(table, 1).before).toBeNull()
  })
})

describe('the legend', () => {
  const keys = ['a', 'b', 'c']
  it('hides and shows a part again', () => {
    expect(toggleHidden(keys, [], 'b')).toEqual(['b'])
    expect(toggleHidden(keys, ['b'], 'b')).toEqual([])
  })

  it('does not hide the last part shown', () => {
    expect(toggleHidden(keys, ['a', 'b'], 'c')).toEqual(['a', 'b'])
  })

  it('forgets hidden parts that are no longer there', () => {
    expect(toggleHidden(keys, ['gone'], 'a')).toEqual(['a'])
  })
})

describe('small drawings', () => {
  it('draws a rise from the lower left to the upper right', () => {
    expect(sparkline([1, 2], 80, 20)).toBe('M0.0 20.0L80.0 0.0')
  })

  it('shows the trend of whole weeks only, with its exact ends, and none for a single value', () => {
    expect(trendOf({ totals: ['0.1', '7', '9.05', '8', '0.2'], isByWeek: true })).toEqual({
      amounts: ['7', '9.05', '8'],
      low: '7',
      high: '9.05',
      isByWeek: true,
    })
    expect(trendOf({ totals: ['10', '9'], isByWeek: false })).toMatchObject({ low: '9', high: '10' })
    expect(trendOf({ totals: ['10'], isByWeek: false })).toBeNull()
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
  const period = { period: 'month' }
  it('opens the resources behind a row of the top lists with the same period', () => {
    expect(spenderPath('connection', { key: 'c1', label: 'Beget', lines: null }, period)).toBe(
      '/resources?connectionId=c1&period=month',
    )
    expect(spenderPath('service', { key: 'VPS', label: 'VPS', lines: null }, {})).toBe(
      '/resources?service=VPS',
    )
    expect(spenderPath('resource', { key: '7', label: 'vps-db-01', lines: null }, {})).toBe('/resources?id=7')
    const lines = { connectionId: 'c1', resourceRef: 'i-1' }
    expect(spenderPath('resource', { key: 'ref:c1:i-1', label: 'api', lines }, {})).toBe(
      '/ledger?account=c1&resource=i-1',
    )
  })

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

describe('a period that nothing is compared with', () => {
  const t = (key: TextKey): string => translate('ru', key)

  it('says why, and names the month that has only begun', () => {
    const month = t('period.noFullDay.month')
    expect(comparisons.map((comparison) => whyNoChange(comparison, null, t))).toEqual([
      'за прошлый период расходов не было',
      'в этом периоде ещё нет полного дня',
      'за этот период данные неполные',
      'за прошлый период данные неполные',
    ])
    expect(whyNoChange('noFullDay', month, t)).toBe('в этом месяце ещё нет полного дня')
  })

  it('shows no zero before the first full day, and shows what was spent all the same', () => {
    const rub = (amount: string) => ({ amount, currency: 'RUB' as const })
    expect(isYetToCome({ comparison: 'noFullDay', spend: rub('0') })).toBe(true)
    expect(isYetToCome({ comparison: 'noFullDay', spend: rub('1.5') })).toBe(false)
    expect(isYetToCome({ comparison: 'whole', spend: rub('0') })).toBe(false)
  })
})
