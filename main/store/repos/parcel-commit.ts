import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ImportMode } from '#shared/contract/imports.ts'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'
import { parcelDays, parcels, segments } from '../schema/ledger.ts'
import { settleDays } from './live-days.ts'
import { nextTurn } from './parcels.repo.ts'

/**
 * From now on the parcel counts; with `replace` instead of what counted for its days before. Returns how many lines
 * count that did not, and how many do not that did: lines told by an API among them.
 */
export function commitParcel(
  db: WritableDb,
  parcelId: number,
  { mode, atMs }: { mode: ImportMode; atMs: number },
): { lines: number; replacedLines: number } {
  const { workspaceId } = db
    .select({ workspaceId: parcels.workspaceId })
    .from(parcels)
    .where(eq(parcels.id, parcelId))
    .get() ?? { workspaceId: '' }
  db.update(parcels)
    .set({
      status: 'committed',
      mode,
      turn: nextTurn(db, workspaceId),
      committedAtMs: atMs,
      withdrawnAtMs: null,
    })
    .where(eq(parcels.id, parcelId))
    .run()
  reviveAccounts(db, parcelId)
  return settleDays(db, parcelId)
}

/** Takes a committed parcel back: what it replaced counts again. Its lines stay where they are, and do not count. */
export function withdrawParcel(db: WritableDb, parcelId: number, atMs: number): void {
  db.update(parcels).set({ status: 'withdrawn', withdrawnAtMs: atMs }).where(eq(parcels.id, parcelId)).run()
  db.update(parcelDays).set({ isLive: false }).where(eq(parcelDays.parcelId, parcelId)).run()
  db.update(segments).set({ liveDays: 0 }).where(eq(segments.parcelId, parcelId)).run()
  settleDays(db, parcelId)
}

/** An account that is known from files alone is one from its first committed file on, also after it was put away. */
function reviveAccounts(db: WritableDb, parcelId: number): void {
  const told = db
    .selectDistinct({ id: parcelDays.connectionId })
    .from(parcelDays)
    .where(eq(parcelDays.parcelId, parcelId))
  db.update(connections)
    .set({ status: 'active' })
    .where(
      and(
        eq(connections.source, 'files'),
        sql`${connections.status} in ('new', 'archived')`,
        inArray(connections.id, told),
      ),
    )
    .run()
}
