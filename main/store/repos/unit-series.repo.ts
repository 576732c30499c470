import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '#shared/lib/day.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { unitSeries, unitValues } from '../schema/allocation.ts'
import { inBatches } from './in-batches.ts'

export type SeriesRow = typeof unitSeries.$inferSelect

/** The part that stands for everything at once. */
const WHOLE = ''

type Key = { workspaceId: string; id: string }

const isSeries = ({ workspaceId, id }: Key) =>
  and(eq(unitSeries.workspaceId, workspaceId), eq(unitSeries.id, id))

export const readSeries = (db: ReadableDb, key: Key): SeriesRow | null =>
  db.select().from(unitSeries).where(isSeries(key)).get() ?? null

export const findSeriesName = (
  db: ReadableDb,
  { workspaceId, name }: { workspaceId: string; name: string },
): string | null =>
  db
    .select({ id: unitSeries.id })
    .from(unitSeries)
    .where(and(eq(unitSeries.workspaceId, workspaceId), eq(unitSeries.name, name)))
    .get()?.id ?? null

export const insertSeries = (db: WritableDb, row: typeof unitSeries.$inferInsert): void => {
  db.insert(unitSeries).values(row).run()
}

export const updateSeries = (
  db: WritableDb,
  key: Key,
  facts: Pick<SeriesRow, 'name' | 'unit' | 'kind' | 'userId' | 'updatedAtMs'>,
): boolean => db.update(unitSeries).set(facts).where(isSeries(key)).run().changes > 0

export const removeSeries = (db: WritableDb, key: Key): boolean =>
  db.delete(unitSeries).where(isSeries(key)).run().changes > 0

/** All of an organisation, with their values. */
export const removeSeriesOf = (db: WritableDb, workspaceId: string): void => {
  db.delete(unitSeries).where(eq(unitSeries.workspaceId, workspaceId)).run()
}

/** The last day that a series tells of; null where it is empty or gone. */
export const lastDayOf = (db: ReadableDb, seriesId: string): Day | null =>
  db
    .select({ day: sql<Day | null>`max(${unitValues.day})` })
    .from(unitValues)
    .where(eq(unitValues.seriesId, seriesId))
    .get()?.day ?? null

/** The later word about a day and a part replaces the earlier one. */
export function putValues(
  db: WritableDb,
  seriesId: string,
  values: Iterable<{ day: Day; part: string | null; value: string }>,
): void {
  const rows = [...values].map(({ day, part, value }) => ({ seriesId, day, part: part ?? WHOLE, value }))
  for (const batch of inBatches(rows))
    db.insert(unitValues)
      .values(batch)
      .onConflictDoUpdate({
        target: [unitValues.seriesId, unitValues.day, unitValues.part],
        set: { value: sql`excluded.value` },
      })
      .run()
}

/** How many of them there were. */
export function removeValues(
  db: WritableDb,
  seriesId: string,
  keys: Iterable<{ day: Day; part: string | null }>,
): number {
  let removed = 0
  for (const { day, part } of keys)
    removed += db
      .delete(unitValues)
      .where(
        and(eq(unitValues.seriesId, seriesId), eq(unitValues.day, day), eq(unitValues.part, part ?? WHOLE)),
      )
      .run().changes
  return removed
}
