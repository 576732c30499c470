import { addDays, addMonths, type Day, daysBetween } from '#shared/lib/day.ts'
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
  /** What was spent on each day without a gap, the last of them `through`; a day without a cost was free. */
  amounts: readonly bigint[]
  through: Day
  /** How many of the amounts, from the front and from the back, lie outside of what the connection has costs for. */
  missingBefore: number
  missingAfter: number
}

type UnusualRun = {
  from: Day
  to: Day
  /** What was spent beyond the expected over the run, below zero for a fall. */
  excess: bigint
  expected: bigint
}

const HISTORY_DAYS = 56
const LEAST_HISTORY_DAYS = 28
/** What is told is a week old at most; a week more is judged, so that an event keeps its first day while it is told. */
const TOLD_DAYS = 7
const JUDGED_DAYS = 2 * TOLD_DAYS

/** How many days of amounts a full judgement needs. */
export const SERIES_DAYS = HISTORY_DAYS + JUDGED_DAYS

/** Neighbouring unusual days of one direction are one event. */
export function unusualRuns(series: Series, floor: bigint): UnusualRun[] {
  const runs: UnusualRun[] = []
  const count = series.amounts.length
  const dayAt = (index: number): Day => addDays(series.through, index + 1 - count)
  for (let at = Math.max(0, count - JUDGED_DAYS); at < count - series.missingAfter; at += 1) {
    const twin = at - daysBetween(addMonths(dayAt(at), -1), dayAt(at))
    const verdict = judge(series, at, twin, floor)
    if (!verdict) continue
    const run = runs.at(-1)
    if (run && addDays(run.to, 1) === dayAt(at) && run.excess > 0n === verdict.excess > 0n) {
      run.to = dayAt(at)
      run.excess += verdict.excess
      run.expected += verdict.expected
    } else {
      runs.push({ from: dayAt(at), to: dayAt(at), ...verdict })
    }
  }
  const firstTold = dayAt(count - TOLD_DAYS)
  return runs.filter((run) => run.to >= firstTold)
}

/** The floor that belongs to an organisation's daily totals. */
export const unusualFloor = (dailyTotals: readonly bigint[]): bigint => (median(dailyTotals) * 3n) / 100n

/** `twin` is the place of the same date a month before. Places that differ by sevens are the same weekday. */
function judge(
  { amounts, missingBefore }: Series,
  at: number,
  twin: number,
  floor: bigint,
): { excess: bigint; expected: bigint } | null {
  const start = Math.max(missingBefore, at - HISTORY_DAYS)
  if (at - start < LEAST_HISTORY_DAYS) return null
  const usual = weekdayMedians(amounts, start, at)
  const excessAt = (i: number): bigint => (amounts[i] ?? 0n) - (usual[i % 7] ?? 0n)
  const expected = usual[at % 7] ?? 0n
  const excess = excessAt(at)
  const isMuch = (distance: bigint, from: bigint): boolean =>
    distance > floor && distance * 4n > absolute(from)
  if (!isMuch(absolute(excess), expected)) return null

  const deviations = Array.from({ length: at - start }, (_, i) => absolute(excessAt(start + i)))
  const spread = median(deviations)
  const isFar = (distance: bigint, from: bigint): boolean =>
    isMuch(distance, from) && distance * 10_000n > spread * 4n * 14_826n
  if (!isFar(absolute(excess), expected)) return null
  const twinExcess = twin < start ? 0n : excessAt(twin)
  const isMonthly =
    excess > 0n && twinExcess > floor && !isFar(absolute(excess - twinExcess), expected + twinExcess)
  return isMonthly ? null : { excess, expected }
}

function weekdayMedians(amounts: readonly bigint[], start: number, end: number): bigint[] {
  const byWeekday: bigint[][] = [[], [], [], [], [], [], []]
  for (let i = start; i < end; i += 1) byWeekday[i % 7]?.push(amounts[i] ?? 0n)
  return byWeekday.map(median)
}
