import { addDays, addMonths, type Day, daysBetween, weekdayOf } from '#shared/lib/day.ts'
import { absolute, median } from './exact.ts'

/**
 * When a day's spend is unusual. One series is one service of one connection, day by day.
 *
 * Expected is the median of the same weekday over the eight weeks before the day. The spread is the median absolute
 * deviation of those 56 days from their own weekdays' medians. A day is unusual, upwards or downwards, when its distance
 * from the expected is at the same time
 *   - more than 4 robust deviations (4 × 1.4826 × MAD),
 *   - more than a quarter of the expected,
 *   - more than 3 % of what the organisation pays on an ordinary day (the floor: small money wakes nobody).
 * A rise that the same date of the month before had too, over its own weekday, is a monthly charge and not unusual. Less than four weeks of
 * history judge nothing. Everything is whole-number arithmetic, so the answer is the same on every machine.
 */
export type Series = {
  /** The first and last day that the connection has costs for; a day in between without a cost was free. */
  from: Day
  to: Day
  amounts: ReadonlyMap<Day, bigint>
}

export type UnusualRun = {
  from: Day
  to: Day
  /** What was spent beyond the expected over the run, below zero for a fall. */
  excess: bigint
  expected: bigint
}

export const HISTORY_DAYS = 56
const LEAST_HISTORY_DAYS = 28
const JUDGED_DAYS = 7

/** Neighbouring unusual days of one direction are one event. `through` is the last full day. */
export function unusualRuns(series: Series, through: Day, floor: bigint): UnusualRun[] {
  const runs: UnusualRun[] = []
  const last = series.to < through ? series.to : through
  for (let day = addDays(through, 1 - JUDGED_DAYS); day <= last; day = addDays(day, 1)) {
    const verdict = judge(series, day, floor)
    if (!verdict) continue
    const run = runs.at(-1)
    if (run && addDays(run.to, 1) === day && run.excess > 0n === verdict.excess > 0n) {
      run.to = day
      run.excess += verdict.excess
      run.expected += verdict.expected
    } else {
      runs.push({ from: day, to: day, ...verdict })
    }
  }
  return runs
}

/** The floor that belongs to an organisation's daily totals. */
export const unusualFloor = (dailyTotals: readonly bigint[]): bigint => (median(dailyTotals) * 3n) / 100n

function judge(series: Series, day: Day, floor: bigint): { excess: bigint; expected: bigint } | null {
  const history = Math.min(HISTORY_DAYS, daysBetween(series.from, day))
  if (history < LEAST_HISTORY_DAYS) return null
  const at = (d: Day): bigint => series.amounts.get(d) ?? 0n
  const past = Array.from({ length: history }, (_, i) => addDays(day, -1 - i))

  const byWeekday = new Map<number, bigint[]>()
  for (const d of past) {
    const list = byWeekday.get(weekdayOf(d))
    if (list) list.push(at(d))
    else byWeekday.set(weekdayOf(d), [at(d)])
  }
  const usual = new Map([...byWeekday].map(([weekday, list]) => [weekday, median(list)]))
  const expected = usual.get(weekdayOf(day)) ?? 0n
  const deviations = past.map((d) => absolute(at(d) - (usual.get(weekdayOf(d)) ?? 0n)))
  const spread = median(deviations)

  const isFar = (distance: bigint, from: bigint): boolean =>
    distance > floor && distance * 4n > absolute(from) && distance * 10_000n > spread * 4n * 14_826n
  const excess = at(day) - expected
  if (!isFar(absolute(excess), expected)) return null
  const twin = addMonths(day, -1)
  const twinExcess = at(twin) - (usual.get(weekdayOf(twin)) ?? 0n)
  const isMonthly =
    excess > 0n && twinExcess > floor && !isFar(absolute(excess - twinExcess), expected + twinExcess)
  return isMonthly ? null : { excess, expected }
}
