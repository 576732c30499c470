import { and, asc, eq, ne } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { parcels, segments } from '#main/store/schema/ledger.ts'

export type LiveSegment = {
  id: number
  parcelId: number
  connectionId: string
  month: string
  lines: number
  liveDays: number
}

/** Of an organisation, by month; within a month in the order in which they came in. */
export const readLiveSegments = (db: ReadableDb, workspaceId: string): LiveSegment[] =>
  db
    .select({
      id: segments.id,
      parcelId: segments.parcelId,
      connectionId: segments.connectionId,
      month: segments.month,
      lines: segments.lines,
      liveDays: segments.liveDays,
    })
    .from(segments)
    .innerJoin(parcels, eq(parcels.id, segments.parcelId))
    .where(and(eq(parcels.workspaceId, workspaceId), ne(segments.liveDays, 0)))
    .orderBy(asc(segments.month), asc(segments.id))
    .all()

/** The days of a month that a span reaches into, by bit. */
export function daysWithin(month: string, from: string, to: string): number {
  const first = from.slice(0, 7) === month ? Number(from.slice(8)) : 1
  const last = to.slice(0, 7) === month ? Number(to.slice(8)) : 31
  if (month < from.slice(0, 7) || month > to.slice(0, 7) || first > last) return 0
  // Bits first-1 to last-1; 31 of them are all that a shift must not pass.
  return (2 ** last - 1) & ~(2 ** (first - 1) - 1)
}
