import { describe, expect, it } from 'vitest'
import { readMonth, readPeriod } from '#main/hosts/cli/period.ts'

describe('a period of the command line', () => {
  it.each([
    ['2026-02', { from: '2026-02-01', to: '2026-02-28' }],
    ['2026-Q4', { from: '2026-10-01', to: '2026-12-31' }],
    ['2026-К1', { from: '2026-01-01', to: '2026-03-31' }],
    ['2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['2026-10-01..2026-10-15', { from: '2026-10-01', to: '2026-10-15' }],
    ['Прошлый', { preset: 'lastMonth' }],
    ['last', { preset: 'lastMonth' }],
    ['m3', { preset: 'm3' }],
  ])('%s', (text, period) => {
    expect(readPeriod(text)).toEqual(period)
  })

  it.each([
    '',
    '2026-13',
    '2026-Q5',
    '26-10',
    '2026-10-15..2026-10-01',
    '2026-02-30..2026-03-01',
    'May',
    '2026-10..',
  ])('that is none is refused: %j', (text) => {
    expect(() => readPeriod(text)).toThrow('usage.badPeriod')
  })

  it('of a month is that month alone', () => {
    expect([readMonth('2026-10'), readMonth(undefined)]).toEqual(['2026-10', undefined])
    expect(() => readMonth('2026-Q1')).toThrow('usage.badMonth')
  })
})
