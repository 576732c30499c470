import { and, eq, notExists, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'
import { parcelDays, parcelDetails, parcels, quarantine, segmentColumns, segments } from '../schema/ledger.ts'
import { createKeyRemoval } from './unused-keys.ts'

/**
 * Takes what was read of a parcel out again, while there is time; true when nothing is left of it. What it brought into
 * the list of charge keys stays until the parcel itself goes: the same file is likely to be read again.
 */
export function clearParcelSlice(db: WritableDb, parcelId: number, hasTime: () => boolean): boolean {
  const columns = sql`delete from ${segmentColumns} where id = (select c.id from ${segments} s
    join ${segmentColumns} c on c.segment_id = s.id where s.parcel_id = ${parcelId} limit 1)`
  const parts = [segments, parcelDetails, quarantine].map((table) => someOf(table, parcelId))
  for (const remove of [columns, ...parts])
    for (;;) {
      if (!hasTime()) return false
      if (db.run(remove).changes === 0) break
    }
  db.delete(parcelDays).where(eq(parcelDays.parcelId, parcelId)).run()
  return true
}

/**
 * Takes a parcel that never counted out of the store with all that came with it, a slice at each call; true when it is
 * gone. The ledger is then as if it had never been read.
 */
export function createParcelRemoval(db: WritableDb, parcelId: number): (hasTime: () => boolean) => boolean {
  const removeKeys = createKeyRemoval(db, parcelId)
  return (hasTime) => {
    if (!clearParcelSlice(db, parcelId, hasTime)) return false
    if (!removeKeys(hasTime)) return false
    const row = db
      .select({ workspaceId: parcels.workspaceId })
      .from(parcels)
      .where(eq(parcels.id, parcelId))
      .get()
    db.delete(parcels).where(eq(parcels.id, parcelId)).run()
    if (row) removeUnknownAccounts(db, row.workspaceId)
    return true
  }
}

const someOf = (table: SQLiteTable, parcelId: number) =>
  sql`delete from ${table} where rowid in (select rowid from ${table} where parcel_id = ${parcelId} limit 50)`

/** Accounts that only files told of which were never committed. Whoever is being read now still needs theirs. */
function removeUnknownAccounts(db: WritableDb, workspaceId: string): void {
  if (isReading(db, workspaceId)) return
  const told = db.select({ one: sql`1` }).from(parcelDays).where(eq(parcelDays.connectionId, connections.id))
  db.delete(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        eq(connections.source, 'files'),
        eq(connections.status, 'new'),
        notExists(told),
      ),
    )
    .run()
}

const isReading = (db: WritableDb, workspaceId: string): boolean =>
  db
    .select({ id: parcels.id })
    .from(parcels)
    .where(and(eq(parcels.workspaceId, workspaceId), eq(parcels.status, 'reading')))
    .limit(1)
    .get() !== undefined
