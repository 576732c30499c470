import { and, desc, eq, max } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '../db.ts'
import { parcels } from '../schema/ledger.ts'

export type ParcelRow = typeof parcels.$inferSelect
type ParcelInsert = Omit<typeof parcels.$inferInsert, 'id' | 'turn'>

export const addParcel = (db: WritableDb, row: ParcelInsert): number =>
  db.insert(parcels).values(row).returning({ id: parcels.id }).get().id

export function updateParcel(
  db: WritableDb,
  id: number,
  patch: Partial<Omit<ParcelInsert, 'workspaceId'>>,
): void {
  db.update(parcels).set(patch).where(eq(parcels.id, id)).run()
}

export const findParcel = (db: ReadableDb, workspaceId: string, id: number): ParcelRow | null =>
  db
    .select()
    .from(parcels)
    .where(and(eq(parcels.id, id), eq(parcels.workspaceId, workspaceId)))
    .get() ?? null

/** The one that counts already and came from the very same bytes. */
export const findSameParcel = (
  db: ReadableDb,
  { workspaceId, sha256 }: { workspaceId: string; sha256: string },
): ParcelRow | null =>
  db
    .select()
    .from(parcels)
    .where(
      and(eq(parcels.workspaceId, workspaceId), eq(parcels.sha256, sha256), eq(parcels.status, 'committed')),
    )
    .orderBy(desc(parcels.turn))
    .limit(1)
    .get() ?? null

export const nextTurn = (db: ReadableDb, workspaceId: string): number =>
  (db
    .select({ turn: max(parcels.turn) })
    .from(parcels)
    .where(eq(parcels.workspaceId, workspaceId))
    .get()?.turn ?? 0) + 1
