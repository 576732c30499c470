import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binSpend, isByWeek } from '#renderer/features/dashboard/spend-bins.ts'
import { sumOf } from '#renderer/features/dashboard/view.ts'
import type { SpendView } from '#shared/contract/dashboard.ts'
import { addDays, day, daysBetween, daysOf, weekdayOf } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'

const from = day('2025-11-20')

function spendOf(length: number, femtos: (i: number) => bigint = (i) => BigInt(i)): SpendView {
  const days = daysOf(from, addDays(from, length - 1))
  const amounts = days.map((_, i) => formatDecimal(femtos(i)))
  const total = sumOf(amounts)
  const groups = [{ key: 'a', label: 'A', total, amounts }]
  return {
    currency: 'RUB',
    days,
    groups,
    totals: amounts,
    total,
    before: amounts,
    comparison: 'whole',
    gaps: [],
  }
}

describe('a range of up to 120 days', () => {
  it('stays by day', () => {
    const spend = spendOf(120)
    const binned = binSpend(spend)
    expect(binned.isByWeek).toBe(false)
    expect(binned.bins[1]).toEqual({ from: '2025-11-21', to: '2025-11-21' })
    expect(binned.totals).toEqual(spend.totals)
    expect([isByWeek(120), isByWeek(121)]).toEqual([false, true])
  })
})

describe('a longer range', () => {
  it('is shown by weeks from Monday to Sunday, the first and the last cut by the range', () => {
    // 20 November 2025 is a Thursday, 19 November 2026 too.
    const { bins, isByWeek: weekly, totals } = binSpend(spendOf(365))
    expect(weekly).toBe(true)
    expect(bins.slice(0, 2)).toEqual([
      { from: '2025-11-20', to: '2025-11-23' },
      { from: '2025-11-24', to: '2025-11-30' },
    ])
    expect(bins.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-19' })
    expect(totals).toHaveLength(bins.length)
    expect(bins.slice(1).every((bin) => weekdayOf(bin.from) === 1)).toBe(true)
    expect(bins.slice(1, -1).every((bin) => daysBetween(bin.from, bin.to) === 6)).toBe(true)
  })

  it('adds up to the same totals to the last digit, whatever its length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 121, max: 800 }),
        fc.array(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), { minLength: 1, maxLength: 40 }),
        (length, pool) => {
          const spend = spendOf(length, (i) => pool[i % pool.length] ?? 0n)
          const { groups, totals, before, total, bins } = binSpend(spend)
          expect([sumOf(totals), sumOf(before), sumOf(groups[0]?.amounts ?? [])]).toEqual([
            total,
            total,
            total,
          ])
          expect(bins.reduce((days, bin) => days + daysBetween(bin.from, bin.to) + 1, 0)).toBe(length)
        },
      ),
    )
  })

  it('leaves weeks without compared days out of the compared amounts', () => {
    const spend = { ...spendOf(130), before: ['1', '2', '3', '4', '5'] }
    expect(binSpend(spend).before).toEqual(['10', '5'])
  })
})
