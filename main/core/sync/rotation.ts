import { type Day, daysBetween } from '#shared/lib/day.ts'

const EPOCH = '2020-01-01' as Day

/**
 * As many of the things as may be asked about in one look, another part of them each day, until all have had their
 * turn: whoever has fifty thousand servers would otherwise wait for hours, and be refused for asking too much.
 * `everyDays`: how long it takes until the same part comes again.
 */
export function partOfDay<T>(
  all: readonly T[],
  atMost: number,
  today: Day,
): { part: readonly T[]; everyDays: number } {
  const everyDays = Math.max(1, Math.ceil(all.length / atMost))
  const turn = daysBetween(EPOCH, today) % everyDays
  return { part: everyDays === 1 ? all : all.filter((_, index) => index % everyDays === turn), everyDays }
}
