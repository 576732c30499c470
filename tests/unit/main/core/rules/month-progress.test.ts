import { describe, expect, it } from 'vitest'
import { lastFullDay, monthProgress } from '#main/core/rules/month-progress.ts'
import { day } from '#shared/lib/day.ts'

describe('the progress of a month', () => {
  it('ends yesterday, though today has costs already', () => {
    expect(monthProgress(day('2026-11-20'), day('2026-11-20'))).toEqual({
      first: '2026-11-01',
      lastDone: '2026-11-19',
      daysDone: 19,
      daysInMonth: 30,
    })
  })

  it('ends with the data where a provider bills late', () => {
    expect(monthProgress(day('2026-11-20'), day('2026-11-15')).daysDone).toBe(15)
  })

  it('has not begun on the first day, without data, and while the data ends in the month before', () => {
    for (const [today, through] of [
      ['2026-11-01', '2026-11-01'],
      ['2026-11-20', '2026-10-31'],
    ] as const) {
      expect(monthProgress(day(today), day(through))).toMatchObject({ lastDone: null, daysDone: 0 })
    }
    expect(monthProgress(day('2026-11-20'), null)).toMatchObject({ lastDone: null, daysDone: 0 })
    expect(lastFullDay(day('2026-11-20'), null)).toBeNull()
  })

  it('knows February of a leap year', () => {
    expect(monthProgress(day('2028-02-29'), day('2028-02-28'))).toMatchObject({
      daysDone: 28,
      daysInMonth: 29,
    })
  })
})
