import { expect, test } from 'vitest'
import { relativePeriods, type ViewPeriod } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'
import { previousOf, resolveViewPeriod, yearBefore } from '#shared/lib/view-period.ts'

const range = (from: string, to: string) => ({ from: day(from), to: day(to) })
const text = ({ from, to }: { from: string; to: string }) => `${from} ${to}`

const both = (period: ViewPeriod, today: string) => {
  const days = resolveViewPeriod(period, day(today))
  return [text(days), text(previousOf(period, days))]
}

test.each([
  ['d7', '2026-11-13 2026-11-19', '2026-11-06 2026-11-12'],
  ['d30', '2026-10-21 2026-11-19', '2026-09-21 2026-10-20'],
  ['d90', '2026-08-22 2026-11-19', '2026-05-24 2026-08-21'],
  ['month', '2026-11-01 2026-11-19', '2026-10-01 2026-10-19'],
  ['lastMonth', '2026-10-01 2026-10-31', '2026-09-01 2026-09-30'],
  ['quarter', '2026-10-01 2026-11-19', '2026-07-01 2026-08-19'],
  ['lastQuarter', '2026-07-01 2026-09-30', '2026-04-01 2026-06-30'],
  ['half', '2026-07-01 2026-11-19', '2026-01-01 2026-05-19'],
  ['year', '2026-01-01 2026-11-19', '2025-01-01 2025-11-19'],
  ['lastYear', '2025-01-01 2025-12-31', '2024-01-01 2024-12-31'],
  ['m3', '2026-09-01 2026-11-19', '2026-06-01 2026-08-19'],
  ['m6', '2026-06-01 2026-11-19', '2025-12-01 2026-05-19'],
  ['m12', '2025-12-01 2026-11-19', '2024-12-01 2025-11-19'],
  ['m14', '2025-10-01 2026-11-19', '2024-08-01 2025-09-19'],
] as const)('%s on 20 November 2026 is %s, and before it %s', (preset, now, before) => {
  expect(both({ preset }, '2026-11-20')).toEqual([now, before])
})

test('on its first day what is running is that day alone, and months go on with it', () => {
  expect(both({ preset: 'month' }, '2026-07-01')).toEqual(['2026-07-01 2026-07-01', '2026-06-01 2026-06-01'])
  expect(both({ preset: 'half' }, '2026-07-01')).toEqual(['2026-07-01 2026-07-01', '2026-01-01 2026-01-01'])
  expect(both({ preset: 'year' }, '2026-01-01')).toEqual(['2026-01-01 2026-01-01', '2025-01-01 2025-01-01'])
  expect(both({ preset: 'm3' }, '2026-07-01')).toEqual(['2026-05-01 2026-07-01', '2026-02-01 2026-04-01'])
})

test('days that a month before lacks are its last ones', () => {
  expect(both({ preset: 'month' }, '2026-03-31')).toEqual(['2026-03-01 2026-03-30', '2026-02-01 2026-02-28'])
  expect(both({ preset: 'quarter' }, '2026-12-01')).toEqual([
    '2026-10-01 2026-11-30',
    '2026-07-01 2026-08-31',
  ])
})

test('whole months that somebody chose meet whole months; other days meet as many before', () => {
  expect(both(range('2026-02-01', '2026-03-31'), '2026-11-20')[1]).toBe('2025-12-01 2026-01-31')
  expect(both(range('2026-03-01', '2026-03-31'), '2026-11-20')[1]).toBe('2026-02-01 2026-02-28')
  expect(both(range('2026-03-01', '2026-03-30'), '2026-11-20')[1]).toBe('2026-01-30 2026-02-28')
  expect(both(range('2026-03-02', '2026-03-02'), '2026-11-20')[1]).toBe('2026-03-01 2026-03-01')
})

test('a year before keeps the days, whatever February has', () => {
  expect(text(yearBefore(range('2026-10-21', '2026-11-19')))).toBe('2025-10-21 2025-11-19')
  expect(text(yearBefore(range('2024-02-29', '2024-02-29')))).toBe('2023-02-28 2023-02-28')
  expect(text(yearBefore(range('2024-02-01', '2024-02-29')))).toBe('2023-02-01 2023-02-28')
  expect(text(yearBefore(range('2025-02-01', '2025-02-28')))).toBe('2024-02-01 2024-02-29')
  expect(text(yearBefore(range('2025-02-15', '2025-02-28')))).toBe('2024-02-15 2024-02-28')
})

test('on any day every preset has days, and those before it end before it begins or are a year apart', () => {
  for (const today of ['2024-02-29', '2025-03-01', '2026-01-01', '2026-12-31'])
    for (const preset of relativePeriods) {
      const days = resolveViewPeriod({ preset }, day(today))
      const before = previousOf({ preset }, days)
      expect(days.from <= days.to && before.from <= before.to && before.to < days.from).toBe(true)
    }
})
