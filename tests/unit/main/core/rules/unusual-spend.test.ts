import { describe, expect, it } from 'vitest'
import { unusualFloor, unusualRuns } from '#main/core/rules/unusual-spend.ts'
import { addDays, type Day, day, daysBetween, daysOf, weekdayOf } from '#shared/lib/day.ts'

const THROUGH = day('2026-11-19')
const FROM = day('2026-06-01')
const FLOOR = 300n

/** 1000 on workdays, 400 at weekends, a little restless; `patch` overrides single days. */
function series(patch: Record<string, bigint> = {}, from: Day = FROM) {
  const amounts = new Map<Day, bigint>()
  for (const d of daysOf(from, THROUGH)) {
    const restless = BigInt(daysBetween(FROM, d) % 3) * 10n
    amounts.set(d, patch[d] ?? (weekdayOf(d) > 5 ? 400n : 1000n) + restless)
  }
  return { from, to: THROUGH, amounts }
}

const runs = (patch: Record<string, bigint>, from?: Day) => unusualRuns(series(patch, from), THROUGH, FLOOR)

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
    expect(unusualRuns(series({ '2026-11-14': 690n }), THROUGH, 100n)).toHaveLength(1)
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
    const late = { ...series(), to: addDays(THROUGH, -3) }
    for (const d of daysOf(addDays(THROUGH, -2), THROUGH)) late.amounts.delete(d)
    expect(unusualRuns(late, THROUGH, FLOOR)).toEqual([])
  })

  it('looks at the last seven days only', () => {
    expect(runs({ '2026-11-12': 9000n })).toEqual([])
    expect(runs({ '2026-11-13': 9000n })).toHaveLength(1)
  })

  it('has a floor of three hundredths of an ordinary day', () => {
    expect(unusualFloor([10_000n, 12_000n, 900_000n])).toBe(360n)
  })
})
