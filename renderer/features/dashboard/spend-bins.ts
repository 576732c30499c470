import type { SpendView } from '#shared/contract/dashboard.ts'
import { weekdayOf } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { sumOf } from './view.ts'

/** More bars than this are hairs that nobody can point at. */
const MOST_DAYS = 120

export const isByWeek = (days: number): boolean => days > MOST_DAYS

/** Spend as it is shown: one bin a day, or a week from Monday on, whose first and last may be cut by the period. */
export type BinnedSpend = Omit<SpendView, 'days'> & { bins: readonly DayRange[]; isByWeek: boolean }

export function binSpend({ days, ...spend }: SpendView): BinnedSpend {
  if (!isByWeek(days.length)) {
    return { ...spend, bins: days.map((day) => ({ from: day, to: day })), isByWeek: false }
  }
  const starts = days.flatMap((day, i) => (i === 0 || weekdayOf(day) === 1 ? [i] : []))
  const weeks = <T>(values: readonly T[]): T[][] =>
    starts.map((start, n) => values.slice(start, starts[n + 1])).filter((week) => week.length > 0)
  const sums = (amounts: readonly string[]): string[] => weeks(amounts).map(sumOf)
  return {
    ...spend,
    groups: spend.groups.map((group) => ({ ...group, amounts: sums(group.amounts) })),
    totals: sums(spend.totals),
    before: sums(spend.before),
    bins: weeks(days).flatMap((week) => {
      const [from, to] = [week[0], week.at(-1)]
      return from && to ? [{ from, to }] : []
    }),
    isByWeek: true,
  }
}
