import { billingOffsetMs } from '#main/core/ledger/billing-day.ts'
import type { Candidate } from '#main/core/reconciliation/causes.ts'
import { withTax } from '#main/core/reconciliation/ladder.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { roundFemtos } from '#shared/lib/decimal.ts'
import type { Scope } from '../scope.ts'
import { spanOf } from './detail-candidates.ts'
import { type Figures, placesOf } from './figures.ts'

/** Moscow is that far from UTC, which other clouds count their days by. */
const HOURS = 3

type Border = { day: Day; amount: bigint }

/**
 * Charges of a month's first and last hours and days, which somebody who counts days elsewhere bills in the month before
 * or after. Only sums that close the difference will count.
 */
export function borderCandidates(scope: Scope, figures: Figures): Candidate[] {
  const { from, to } = spanOf(scope, figures)
  const [before, after] = [addDays(from, -1), addDays(to, 1)]
  const at = readBorders(scope, figures, [before, from, to, after])
  const whole = (day: Day, sign: 1n | -1n): Border => ({ day, amount: sign * at(day).whole })
  const hours = (day: Day, sign: 1n | -1n, which: 'first' | 'last'): Border => ({
    day,
    amount: sign * at(day)[which],
  })
  const isMoscow = billingOffsetMs(figures.provider) > 0
  const zone = isMoscow ? 'UTC' : 'UTC+3'
  // In Moscow a day begins three hours earlier than in UTC.
  const moved = isMoscow
    ? [hours(from, -1n, 'first'), hours(after, 1n, 'first')]
    : [hours(before, 1n, 'last'), hours(to, -1n, 'last')]
  return [
    candidate(figures, moved, { what: 'hours', hours: HOURS, zone }),
    ...moved.map((one) => candidate(figures, [one], { what: 'hours', hours: HOURS, zone })),
    candidate(figures, [whole(before, 1n), whole(to, -1n)], { what: 'days', zone }),
    candidate(figures, [whole(from, -1n), whole(after, 1n)], { what: 'days', zone }),
    ...[whole(before, 1n), whole(to, -1n), whole(from, -1n), whole(after, 1n)].map((one) =>
      candidate(figures, [one], { what: 'days', zone }),
    ),
  ]
}

function candidate(figures: Figures, borders: readonly Border[], facts: Candidate['facts']): Candidate {
  const lines = borders.map(({ day, amount }) => ({ day, name: '', amount, note: null }))
  const amount = borders.reduce((sum, one) => sum + one.amount, 0n)
  const [first, last] = [borders[0], borders.at(-1)]
  return {
    kind: 'dayBorder',
    amount: roundFemtos(amount, placesOf(figures)),
    isSure: false,
    facts: { ...facts, from: first?.day ?? '', to: last?.day ?? '' },
    lines,
    linesTotal: lines.length,
  }
}

type AtBorder = { whole: bigint; first: bigint; last: bigint }

function readBorders(
  scope: Scope,
  figures: Figures,
  [before, from, to, after]: [Day, Day, Day, Day],
): (day: Day) => AtBorder {
  const found = new Map<Day, AtBorder>()
  for (const range of [
    { from: before, to: from },
    { from: to, to: after },
  ]) {
    const cube = scope.ledger.cube({
      ...spanOf(scope, figures),
      ...{ ...range, metric: 'billed', groupBy: [], step: 'hour' },
    })
    for (const [place, { from: day, hour }] of cube.bins.entries()) {
      const billed = cube.groups.reduce((sum, _, group) => sum + cube.femtos(group, place), 0n)
      const amount = withTax(billed, day, figures.terms)
      const own = found.get(day) ?? { whole: 0n, first: 0n, last: 0n }
      own.whole += amount
      if (hour !== null && hour < HOURS) own.first += amount
      if (hour !== null && hour >= 24 - HOURS) own.last += amount
      found.set(day, own)
    }
  }
  return (day) => found.get(day) ?? { whole: 0n, first: 0n, last: 0n }
}
