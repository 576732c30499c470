import { describe, expect, it } from 'vitest'
import { SERIES_DAYS, type Series, unusualFloor, unusualRuns } from '#main/core/rules/unusual-spend.ts'
import { addDays, type Day, day, daysBetween, daysOf, weekdayOf } from '#shared/lib/day.ts'

const THROUGH = day('2026-11-19')
const FLOOR = 300n
const DAYS = daysOf(addDays(THROUGH, 1 - SERIES_DAYS), THROUGH)

/** 1000 on workdays, 400 at weekends, a little restless; `patch` overrides single days. */
function series(patch: Record<string, bigint> = {}, from: Day = addDays(THROUGH, -300)): Series {
  const amounts = DAYS.map((d, i) => patch[d] ?? (weekdayOf(d) > 5 ? 400n : 1000n) + BigInt(i % 3) * 10n)
  return {
    amounts: amounts.map((amount, i) => ((DAYS[i] ?? THROUGH) < from ? 0n : amount)),
    through: THROUGH,
    missingBefore: Math.max(0, daysBetween(DAYS[0] ?? THROUGH, from)),
    missingAfter: 0,
  }
}
const runs = (patch: Record<string, bigint>, from?: Day) => unusualRuns(series(patch, from), FLOOR)

describe('unusual spend', () => {
  it('does not mistake the rhythm of the week for an event', () => {
    expect(runs({})).toEqual([])
  })

  it('finds a rise and says by how much', () => {
    const [run, ...more] = runs({ '2026-11-17': 2010n })
    expect(more).toEqual([])
    expect(run).toMatchObject({ from: '2026-11-17', to: '2026-11-17', excess: 1000n, expected: 1010n })
  })

  it('finds a workday that was as cheap as a weekend', () => {
    expect(runs({ '2026-11-18': 400n })[0]).toMatchObject({ excess: -610n })
  })

  it('finds a weekend that cost like a workday', () => {
    expect(runs({ '2026-11-14': 1000n, '2026-11-15': 1000n })[0]).toMatchObject({
      from: '2026-11-14',
      to: '2026-11-15',
    })
  })

  it('lets small money sleep', () => {
    expect(runs({ '2026-11-14': 690n })).toEqual([])
    expect(unusualRuns(series({ '2026-11-14': 690n }), 100n)).toHaveLength(1)
  })

  it('knows a charge that comes on the same date of every month', () => {
    expect(runs({ '2026-11-15': 9000n, '2026-10-15': 9000n })).toEqual([])
    expect(runs({ '2026-11-15': 30_000n, '2026-10-15': 9000n })).toHaveLength(1)
  })

  it('judges nothing with less than four weeks of history', () => {
    expect(runs({ '2026-11-19': 5000n }, addDays(THROUGH, -27))).toEqual([])
    expect(runs({ '2026-11-19': 5000n }, addDays(THROUGH, -28))).toHaveLength(1)
  })

  it('does not take missing days at the end for a fall', () => {
    const whole = series()
    const late = { ...whole, amounts: whole.amounts.with(-1, 0n).with(-2, 0n) }
    expect(unusualRuns({ ...late, missingAfter: 2 }, FLOOR)).toEqual([])
    expect(unusualRuns(late, FLOOR)).toHaveLength(1)
  })

  it('looks at the last seven days only', () => {
    expect(runs({ '2026-11-12': 9000n })).toEqual([])
    expect(runs({ '2026-11-13': 9000n })).toHaveLength(1)
  })

  it('keeps the first day of an event that is older than a week', () => {
    const week = { '2026-11-11': 2500n, '2026-11-12': 2500n, '2026-11-13': 2500n }
    expect(runs(week)).toMatchObject([{ from: '2026-11-11', to: '2026-11-13' }])
  })

  it('has a floor of three hundredths of an ordinary day', () => {
    expect(unusualFloor([10_000n, 12_000n, 900_000n])).toBe(360n)
  })
})
