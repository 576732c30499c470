import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { ClientTerms, SeriesView } from '#shared/contract/business.ts'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysOf,
  firstOfMonth,
  weekdayOf,
} from '#shared/lib/day.ts'
import { hashOf } from './random.ts'
import { historyDays } from './timeline.ts'

export type DemoSeries = Pick<SeriesView, 'name' | 'unit' | 'step' | 'kind' | 'role' | 'currency'> & {
  key: string
  /** The virtual tag whose parts it is told by, by key. */
  tag: string | null
  /** A day's or month's count at the beginning of 2025, of everything or of each part. */
  starts: readonly { part: string | null; count: number }[]
  yearlyPercent: number
  weekPercents: readonly number[] | null
  noisePercent: number
  /** Days that nobody told of. */
  missing: { monthsAgo: number; fromDay: number; toDay: number } | null
}

type DemoTerms = Pick<ClientTerms, 'kind' | 'percent' | 'price' | 'currency'> & {
  part: string
  monthsAgo: number
  fromDay: number
}

/** Whom the company's IT works for, and what they pay. */
export type DemoClients = {
  tag: { key: string; name: string; rules: readonly Pick<AllocationRule, 'name' | 'where' | 'outcome'>[] }
  terms: readonly DemoTerms[]
}

export type DemoAnnotation = {
  key: string
  monthsAgo: number
  fromDay: number
  toDay: number
  text: string
}

const EPOCH = '2025-01-01' as Day

/** Days or whole months of the demo's history; the running month has no count yet. */
export function valuesOf(
  series: DemoSeries,
  anchor: Day,
): { day: Day; part: string | null; value: string }[] {
  const first = addDays(anchor, -historyDays(anchor))
  const days = series.step === 'day' ? daysOf(first, addDays(anchor, -1)) : monthsOf(first, anchor)
  const isMissing = missingDays(series, anchor)
  return days
    .filter((day) => !isMissing(day))
    .flatMap((day) =>
      series.starts.map(({ part, count }) => ({
        day,
        part,
        value: String(countOn(series, `${series.key} ${part ?? ''}`, count, day)),
      })),
    )
}

/** Whole numbers throughout, and a day decides its count: the same on every machine, whenever it is asked. */
function countOn(
  { yearlyPercent, weekPercents, noisePercent }: DemoSeries,
  seed: string,
  start: number,
  day: Day,
): number {
  const grown = start + Math.floor((start * yearlyPercent * daysBetween(EPOCH, day)) / 36_500)
  const week = weekPercents?.[weekdayOf(day) - 1] ?? 100
  const noise = 1000 + ((hashOf(`${seed} ${day}`) % (20 * noisePercent + 1)) - 10 * noisePercent)
  return Math.floor((grown * week * noise) / 100_000)
}

function monthsOf(first: Day, anchor: Day): Day[] {
  const months: Day[] = []
  const running = firstOfMonth(anchor)
  for (let month = firstOfMonth(first); month < running; month = addMonths(month, 1)) months.push(month)
  return months
}

function missingDays({ missing }: DemoSeries, anchor: Day): (day: Day) => boolean {
  if (!missing) return () => false
  const { from, to } = daysOfMonth(missing, anchor)
  return (day) => day >= from && day <= to
}

export const annotationsOf = (annotations: readonly DemoAnnotation[], anchor: Day) =>
  annotations.map(({ key, text, ...days }) => ({ key, text, ...daysOfMonth(days, anchor) }))

export const termsOf = (terms: readonly DemoTerms[], anchor: Day) =>
  terms.map(({ monthsAgo, fromDay, ...one }) => ({
    ...one,
    fromDay: daysOfMonth({ monthsAgo, fromDay, toDay: fromDay }, anchor).from,
  }))

function daysOfMonth(
  { monthsAgo, fromDay, toDay }: { monthsAgo: number; fromDay: number; toDay: number },
  anchor: Day,
): { from: Day; to: Day } {
  const month = addMonths(firstOfMonth(anchor), -monthsAgo)
  return { from: addDays(month, fromDay - 1), to: addDays(month, toDay - 1) }
}
