import { describe, expect, it } from 'vitest'
import {
  customRange,
  periodQuery,
  rangeWords,
  refusalOf,
  resolveChoice,
} from '#renderer/app/period/period-view.ts'
import { periodValue } from '#shared/contract/values.ts'
import { day } from '#shared/lib/day.ts'

const today = day('2026-11-21')
const choose = (preset: Parameters<typeof resolveChoice>[0]['preset'], from = '', to = '') =>
  resolveChoice({ preset, from, to }, today)

describe('the chosen period', () => {
  it('compares a month to date with the same days of the month before', () => {
    expect(choose('month')).toEqual({
      preset: 'month',
      from: '2026-11-01',
      to: '2026-11-20',
      compareFrom: '2026-10-01',
      compareTo: '2026-10-20',
    })
  })

  it('compares a custom range with as many days right before it', () => {
    expect(choose('custom', '2026-11-05', '2026-11-08')).toMatchObject({
      compareFrom: '2026-11-01',
      compareTo: '2026-11-04',
    })
  })

  it.each([
    ['ends before it begins', '2026-11-08', '2026-11-05', 'backwards'],
    ['names no day', '2026-02-30', '2026-03-02', 'notDays'],
    ['is longer than ten years', '2001-01-01', '2026-01-01', 'tooLong'],
    ['is missing', '', '', 'notDays'],
  ])('falls back to thirty days and says why when a custom range %s', (_, from, to, why) => {
    expect(refusalOf(from, to)).toBe(why)
    expect(customRange(from, to)).toBeNull()
    expect(choose('custom', from, to)).toMatchObject({
      preset: 'd30',
      from: '2026-10-22',
      to: '2026-11-20',
    })
  })

  it('takes exactly ten years, as the contract does', () => {
    const chosen = choose('custom', '2016-11-21', '2026-11-20')
    expect(chosen).toMatchObject({ preset: 'custom', from: '2016-11-21', to: '2026-11-20' })
    const { preset: _preset, ...period } = chosen
    expect(periodValue.safeParse(period).success).toBe(true)
    expect(periodValue.safeParse({ ...period, from: day('2016-11-19') }).success).toBe(false)
  })

  it('carries only what differs from the default to another page', () => {
    expect(periodQuery(choose('d30'))).toEqual({})
    expect(periodQuery(choose('quarter'))).toEqual({ period: 'quarter' })
    expect(periodQuery(choose('custom', '2026-11-05', '2026-11-08'))).toEqual({
      period: 'custom',
      from: '2026-11-05',
      to: '2026-11-08',
    })
  })
})

describe('a range in words', () => {
  const words = (from: string, to: string, locale: 'ru' | 'en' = 'ru') =>
    rangeWords(day(from), day(to), today, locale)

  it('says the month once when both ends share it', () => {
    expect(words('2026-10-01', '2026-10-20')).toBe('1–20 октября')
  })

  it('says both months when they differ', () => {
    expect(words('2026-09-22', '2026-10-21').replace(/\s/g, ' ')).toBe('22 сентября – 21 октября')
  })

  it('says the year of a range outside the current one', () => {
    expect(words('2025-10-01', '2025-10-20')).toContain('2025')
    expect(words('2025-12-20', '2026-01-10')).toContain('2026')
  })

  it('says a single day as a day', () => {
    expect(words('2026-10-01', '2026-10-01', 'en')).toBe('1 October')
  })
})
