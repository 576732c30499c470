import { expect, it } from 'vitest'
import { type Granularity, viewSpec } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'
import { specOfTile, viewPeriodOf } from '#shared/lib/tile-spec.ts'

const today = day('2026-11-20')
const page = { preset: 'custom', from: day('2025-11-20'), to: day('2026-11-19') } as const

it('a tile that goes by the page has its days, and the view’s own where it does not', () => {
  const spec = viewSpec.parse({ period: { preset: 'm14' }, granularity: 'month' })
  expect(specOfTile(spec, { period: 'view' }, page, today)).toBe(spec)
  expect(specOfTile(spec, { period: 'page' }, page, today)).toEqual({
    ...spec,
    period: { from: '2025-11-20', to: '2026-11-19' },
  })
})

it('what moves on with the calendar stays so; a year of days stands as its ends', () => {
  expect(viewPeriodOf({ ...page, preset: 'month' })).toEqual({ preset: 'month' })
  expect(viewPeriodOf({ ...page, preset: 'y1' })).toEqual({ from: page.from, to: page.to })
})

it('bars are neither hairs nor one or two', () => {
  const step = (granularity: Granularity, from: string, to: string): Granularity =>
    specOfTile(
      viewSpec.parse({ granularity }),
      { period: 'page' },
      { preset: 'custom', from: day(from), to: day(to) },
      today,
    ).granularity
  expect(step('day', '2026-08-01', '2026-11-19')).toBe('day')
  expect(step('day', '2026-07-01', '2026-11-19')).toBe('week')
  expect(step('day', '2020-01-01', '2026-11-19')).toBe('month')
  expect(step('month', '2026-11-13', '2026-11-19')).toBe('day')
  expect(step('month', '2026-09-01', '2026-11-19')).toBe('week')
  expect(step('hour', '2026-11-01', '2026-11-19')).toBe('day')
  expect(step('hour', '2026-11-19', '2026-11-19')).toBe('hour')
  expect(step('total', '2026-11-01', '2026-11-19')).toBe('total')
})
