import { numberOfDay } from '#main/core/ledger/billing-day.ts'
import type { CubeStep, LedgerCube } from '#main/ports/ledger.ts'
import { addDays, addMonths, type Day, firstOfMonth, firstOfQuarter, weekdayOf } from '#shared/lib/day.ts'
import { DAYS } from './sums.ts'

export type Bin = LedgerCube['bins'][number]

/** Hours of a day, and a place for what lasts longer or has no time. */
export const HOURS = 25
export const NO_HOUR = 24

export type Bins = {
  all: readonly Bin[]
  /** By day of the month, the first bin of the day; below zero for what is not in the mask or the span. */
  of(month: string, mask: number): Int32Array
}

const firstOf = (step: CubeStep, at: Day): Day => {
  switch (step) {
    case 'week':
      return addDays(at, 1 - weekdayOf(at))
    case 'month':
      return firstOfMonth(at)
    case 'quarter':
      return firstOfQuarter(at)
    case 'year':
      return `${at.slice(0, 4)}-01-01` as Day
    default:
      return at
  }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function nextOf(step: Exclude<CubeStep, 'total'>, first: Day): Day {
  if (step === 'day' || step === 'hour') return addDays(first, 1)
  return step === 'week' ? addDays(first, 7) : addMonths(first, MONTHS[step])
}

function spansOf(step: CubeStep, from: Day, to: Day): { from: Day; to: Day }[] {
  if (step === 'total') return [{ from, to }]
  const spans: { from: Day; to: Day }[] = []
  for (let first = firstOf(step, from); first <= to; ) {
    const next = nextOf(step, first)
    spans.push({ from: first, to: addDays(next, -1) })
    first = next
  }
  return spans
}

/** What a span of days falls into, whole even where the span cuts it. */
export function binsOf(step: CubeStep, from: Day, to: Day): Bins {
  const spans = spansOf(step, from, to)
  const width = step === 'hour' ? HOURS : 1
  const first = numberOfDay(spans[0]?.from ?? from)
  const last = numberOfDay(to)
  const byDay = new Int32Array(Math.max(0, last - first + 1)).fill(-1)
  for (const [at, span] of spans.entries()) {
    const begin = Math.max(numberOfDay(span.from), numberOfDay(from))
    byDay.fill(at * width, begin - first, Math.max(0, numberOfDay(span.to) - first + 1))
  }
  return {
    all: spans.flatMap((span) =>
      Array.from({ length: width }, (_, hour) => ({
        ...span,
        hour: step === 'hour' && hour !== NO_HOUR ? hour : null,
      })),
    ),
    of(month, mask) {
      const bins = new Int32Array(DAYS).fill(-1)
      const start = numberOfDay(`${month}-01` as Day) - first - 1
      for (let day = 1; day < DAYS; day += 1)
        if ((mask >>> (day - 1)) & 1) bins[day] = byDay[start + day] ?? -1
      return bins
    },
  }
}
