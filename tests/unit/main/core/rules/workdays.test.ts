import { describe, expect, it } from 'vitest'
import { daysOffIn, isWorkday, nthWorkday, workCalendar } from '#main/core/rules/workdays.ts'
import { day } from '#shared/lib/day.ts'

const shipped = workCalendar(new Map())
const nth = (month: string, number: number) => nthWorkday(day(`${month}-15`), number, shipped)

describe('workdays', () => {
  it.each([
    ['2026-01', 1, '2026-01-12'],
    ['2026-05', 1, '2026-05-04'],
    ['2026-12', -1, '2026-12-30'],
    ['2025-11', 1, '2025-11-01'],
    ['2025-11', 2, '2025-11-05'],
    ['2026-12', 5, '2026-12-07'],
  ])('%s: day of work number %i is %s', (month, number, wanted) => {
    expect(nth(month, number)).toBe(wanted)
  })

  it('has as many days of work as the decrees say', () => {
    const count = (year: number): number =>
      Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`).reduce(
        (sum, month) => sum + Array.from({ length: 23 }, (_, i) => nth(month, i + 1)).filter(Boolean).length,
        0,
      )
    expect([count(2025), count(2026)]).toEqual([247, 247])
  })

  it('says that a month has no such day', () => {
    expect(nth('2026-01', 20)).toBeNull()
    expect(nth('2026-01', -20)).toBeNull()
  })

  it('works on a Saturday that a decree moved, and not on the Monday that it gave', () => {
    expect(isWorkday(day('2025-11-01'), shipped)).toBe(true)
    expect(isWorkday(day('2025-11-03'), shipped)).toBe(false)
  })

  it('assumes the holidays of the law for a year without a decree, and says so', () => {
    expect(shipped.yearOf(2027).isAssumed).toBe(true)
    // 1 and 9 May 2027 are at week-ends: the days after them are off.
    expect(daysOffIn(day('2027-05-01'), day('2027-05-12'), shipped)).toEqual(
      ['05-01', '05-02', '05-03', '05-08', '05-09', '05-10'].map((text) => `2027-${text}`),
    )
  })

  it('holds to what a calendar package brought', () => {
    const carried = workCalendar(
      new Map([[2027, { daysOff: ['2027-12-31'], workedWeekend: ['2027-02-20'] }]]),
    )
    expect(carried.yearOf(2027).isAssumed).toBe(false)
    expect(isWorkday(day('2027-02-20'), carried)).toBe(true)
    expect(isWorkday(day('2027-12-31'), carried)).toBe(false)
    expect(isWorkday(day('2027-01-04'), carried)).toBe(true)
  })
})
