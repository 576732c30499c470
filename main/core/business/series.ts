import type { SeriesView } from '#shared/contract/business.ts'
import { addDays, addMonths, type Day, firstOfMonth } from '#shared/lib/day.ts'

/** What a series is made of: a count by day, or by month under its first day. `part` is null for everything at once. */
export type Point = { day: Day; part: string | null; femtos: bigint }

export type SeriesShape = Pick<SeriesView, 'step' | 'kind'>

type Gap = SeriesView['gaps'][number]

export const isOnStep = (step: SeriesShape['step'], day: Day): boolean =>
  step === 'day' || day === firstOfMonth(day)

export const nextStep = (step: SeriesShape['step'], day: Day): Day =>
  step === 'day' ? addDays(day, 1) : addMonths(firstOfMonth(day), 1)

/** Values of each part by day, parts in the order in which they are met. */
export function byPart(points: Iterable<Point>): Map<string | null, Map<Day, bigint>> {
  const parts = new Map<string | null, Map<Day, bigint>>()
  for (const { part, day, femtos } of points) {
    const known = parts.get(part) ?? new Map<Day, bigint>()
    parts.set(part, known.set(day, femtos))
  }
  return parts
}

/** Stretches of days or months between a part's first and last value that nothing tells of. */
export function gapsOf(step: SeriesShape['step'], points: Iterable<Point>): Gap[] {
  const gaps: Gap[] = []
  for (const [part, known] of byPart(points)) {
    const days = [...known.keys()].sort()
    for (const [at, day] of days.entries()) {
      const after = days[at + 1]
      const expected = nextStep(step, day)
      if (after !== undefined && expected < after) gaps.push({ part, from: expected, to: addDays(after, -1) })
    }
  }
  return gaps
}
