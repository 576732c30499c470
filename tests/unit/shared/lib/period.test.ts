import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween } from '#shared/lib/day.ts'
import {
  hasFullDay,
  isTooLong,
  type PeriodPreset,
  periodBefore,
  periodPresets,
  resolvePeriod,
} from '#shared/lib/period.ts'

const named = periodPresets.filter((preset) => preset !== 'custom')
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2000-01-01'), n))

test('presets end yesterday', () => {
  const today = day('2026-11-20')
  expect(named.map((preset) => [preset, resolvePeriod(preset, today)])).toEqual([
    ['d7', { from: '2026-11-13', to: '2026-11-19' }],
    ['d30', { from: '2026-10-21', to: '2026-11-19' }],
    ['d90', { from: '2026-08-22', to: '2026-11-19' }],
    ['y1', { from: '2025-11-20', to: '2026-11-19' }],
    ['month', { from: '2026-11-01', to: '2026-11-19' }],
    ['quarter', { from: '2026-10-01', to: '2026-11-19' }],
  ])
})

test('the first day of a month or quarter is a range of itself', () => {
  expect(resolvePeriod('month', day('2026-11-01'))).toEqual({ from: '2026-11-01', to: '2026-11-01' })
  expect(resolvePeriod('quarter', day('2026-10-01'))).toEqual({ from: '2026-10-01', to: '2026-10-01' })
})

test('what a range is compared with', () => {
  const cases: [PeriodPreset, string, string, string, string][] = [
    ['month', '2026-11-01', '2026-11-19', '2026-10-01', '2026-10-19'],
    ['month', '2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28'],
    ['month', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-10-01', '2026-11-19', '2026-07-01', '2026-08-19'],
    ['quarter', '2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
    ['d7', '2026-11-13', '2026-11-19', '2026-11-06', '2026-11-12'],
    ['custom', '2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28'],
    ['custom', '2026-11-20', '2026-11-20', '2026-11-19', '2026-11-19'],
  ]
  for (const [preset, from, to, beforeFrom, beforeTo] of cases) {
    expect(periodBefore(preset, { from: day(from), to: day(to) })).toEqual({ from: beforeFrom, to: beforeTo })
  }
})

test('the period before ends before the range begins and is never longer', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...named), (today, preset) => {
      const range = resolvePeriod(preset, today)
      const before = periodBefore(preset, range)
      expect(before.from <= before.to && before.to < range.from).toBe(true)
      expect(daysBetween(before.from, before.to)).toBeLessThanOrEqual(daysBetween(range.from, range.to))
      expect(range.from <= range.to && range.to <= today).toBe(true)
    }),
  )
})

test('a month or quarter has no full day on its first day only; other presets always have one', () => {
  const full = (today: string): string[] =>
    named.filter((preset) => hasFullDay(resolvePeriod(preset, day(today)), day(today)))
  expect(full('2027-01-01')).toEqual(['d7', 'd30', 'd90', 'y1'])
  expect(full('2026-11-01')).toEqual(['d7', 'd30', 'd90', 'y1', 'quarter'])
  expect(full('2026-11-02')).toEqual([...named])
})

test('ten years are allowed whatever leap days they hold, a day more is not', () => {
  expect(isTooLong({ from: day('2016-11-21'), to: day('2026-11-20') })).toBe(false)
  expect(isTooLong({ from: day('2016-01-01'), to: day('2025-12-31') })).toBe(false)
  expect(isTooLong({ from: day('2016-01-01'), to: day('2026-01-01') })).toBe(true)
})
