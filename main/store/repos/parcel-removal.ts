import { and, eq, ne, notExists, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { WritableDb } from '../db.ts'
import { connections } from '../schema/inventory.ts'
import {
  parcelDays,
  parcelDetails,
  parcelKeys,
  parcels,
  quarantine,
  segmentColumns,
  segments,
} from '../schema/ledger.ts'

/** Lines, their keys and details, and rejected rows, while there is time; true when nothing is left of them. */
function clearParcelSlice(db: WritableDb, parcelId: number, hasTime: () => boolean): boolean {
  const columns = sql`delete from ${segmentColumns} where id = (select c.id from ${segments} s
    join ${segmentColumns} c on c.segment_id = s.id where s.parcel_id = ${parcelId} limit 1)`
  const parts = [segments, parcelKeys, parcelDetails, quarantine].map((table) => someOf(table, parcelId))
  for (const remove of [columns, ...parts])
    for (;;) {
      if (!hasTime()) return false
      if (db.run(remove).changes === 0) break
    }
  db.delete(parcelDays).where(eq(parcelDays.parcelId, parcelId)).run()
  return true
}

/**
 * Takes out what was read of a parcel that does not count, a slice at each call; true when nothing is left. The ledger is
 * then as if it had never been read; the parcel's own row stays and tells what became of it.
 */
export function createParcelClearing(db: WritableDb, parcelId: number): (hasTime: () => boolean) => boolean {
  return (hasTime) => {
    if (!clearParcelSlice(db, parcelId, hasTime)) return false
    removeUnknownAccounts(db, parcelId)
    return true
  }
}

/** The same, and the parcel goes too. */
export function createParcelRemoval(db: WritableDb, parcelId: number): (hasTime: () => boolean) => boolean {
  const clear = createParcelClearing(db, parcelId)
  return (hasTime) => {
    if (!clear(hasTime)) return false
    db.delete(parcels).where(eq(parcels.id, parcelId)).run()
    return true
  }
}

const someOf = (table: SQLiteTable, parcelId: number) =>
  sql`delete from ${table} where rowid in (select rowid from ${table} where parcel_id = ${parcelId} limit 50)`

/** Accounts that only files told of which were never committed. Whoever else is being read still needs theirs. */
function removeUnknownAccounts(db: WritableDb, parcelId: number): void {
  const own = db.select({ id: parcels.workspaceId }).from(parcels).where(eq(parcels.id, parcelId))
  const reading = db
    .select({ id: parcels.id })
    .from(parcels)
    .where(and(sql`${parcels.workspaceId} = ${own}`, eq(parcels.status, 'reading'), ne(parcels.id, parcelId)))
    .limit(1)
    .get()
  if (reading) return
  const told = db.select({ one: sql`1` }).from(parcelDays).where(eq(parcelDays.connectionId, connections.id))
  db.delete(connections)
    .where(
      and(
        sql`${connections.workspaceId} = ${own}`,
        eq(connections.source, 'files'),
        eq(connections.status, 'new'),
        notExists(told),
      ),
    )
    .run()
}
