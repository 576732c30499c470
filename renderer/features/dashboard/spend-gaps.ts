import type { Day } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'

/** Days between an account's first and last that nothing tells of. */
export type SpendGap = { connectionId: string; name: string; from: Day; to: Day }

const meet = (a: DayRange, b: DayRange): boolean => a.from <= b.to && b.from <= a.to

/** For each bar the accounts that have no data for some day of it: the bar is lower than what was spent. */
export const missingByBin = (bins: readonly DayRange[], gaps: readonly SpendGap[]): string[][] =>
  bins.map((bin) => [...new Set(gaps.filter((gap) => meet(gap, bin)).map(({ name }) => name))])

/** Gaps by account, in the order of their days, cut to the days that are shown. */
export function gapsByAccount(
  gaps: readonly SpendGap[],
  { from, to }: DayRange,
): { name: string; ranges: DayRange[] }[] {
  const accounts = new Map<string, { name: string; ranges: DayRange[] }>()
  for (const gap of [...gaps].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!meet(gap, { from, to })) continue
    const account = accounts.get(gap.connectionId) ?? { name: gap.name, ranges: [] }
    account.ranges.push({ from: gap.from < from ? from : gap.from, to: gap.to > to ? to : gap.to })
    accounts.set(gap.connectionId, account)
  }
  return [...accounts.values()]
}
