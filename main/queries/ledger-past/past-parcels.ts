import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { PastDay, PastParcel } from '#main/core/ledger/past.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { parcelDays, parcels, segments } from '#main/store/schema/ledger.ts'

/** Deliveries that count or did, and the days that they tell of. */
export function readPast(db: ReadableDb, workspaceId: string): { parcels: PastParcel[]; days: PastDay[] } {
  const isPast = and(
    eq(parcels.workspaceId, workspaceId),
    inArray(parcels.status, ['committed', 'withdrawn']),
    isNotNull(parcels.committedAtMs),
    isNotNull(parcels.turn),
  )
  const rows = db
    .select({
      id: parcels.id,
      turn: parcels.turn,
      mode: parcels.mode,
      committedAtMs: parcels.committedAtMs,
      withdrawnAtMs: parcels.withdrawnAtMs,
    })
    .from(parcels)
    .where(isPast)
    .all()
  const days = db
    .selectDistinct({
      parcelId: parcelDays.parcelId,
      connectionId: parcelDays.connectionId,
      day: parcelDays.day,
    })
    .from(parcelDays)
    .innerJoin(parcels, eq(parcels.id, parcelDays.parcelId))
    .where(isPast)
    .all()
  return {
    parcels: rows.map((row) => ({ ...row, turn: row.turn ?? 0, committedAtMs: row.committedAtMs ?? 0 })),
    days,
  }
}

/** Segments of a delivery, an account and a month, whether they count or not. */
export const readSegments = (
  db: ReadableDb,
  of: { parcelId: number; connectionId: string; month: string },
): { id: number; lines: number; days: number }[] =>
  db
    .select({ id: segments.id, lines: segments.lines, days: segments.days })
    .from(segments)
    .where(
      and(
        eq(segments.parcelId, of.parcelId),
        eq(segments.connectionId, of.connectionId),
        eq(segments.month, of.month),
      ),
    )
    .all()
