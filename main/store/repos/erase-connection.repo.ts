import { and, eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { WritableDb } from '../db.ts'
import { transfers } from '../schema/access.ts'
import { actSuppliers, acts, oneCMappings, reconciliations } from '../schema/acts.ts'
import { chargeDays, chargeKeys } from '../schema/costs.ts'
import { connections, resources, snapshots } from '../schema/inventory.ts'
import { unrecognised } from '../schema/judgements.ts'
import { actRates } from '../schema/rates.ts'
import { eraseFromParcels } from './erase-parcels.ts'

/**
 * The order of going. Costs first: while they stand, each snapshot and resource that goes would look for its own among
 * them. Snapshots after them: the past of resources hangs on them. What files told comes last: what it stands before must
 * not count again.
 */
const PARTS: readonly SQLiteTable[] = [chargeKeys, unrecognised, resources, snapshots]

/**
 * Removes what came from a connection, row by row with all that hangs on each, while there is time; true when nothing
 * is left of it. A slice is whole in itself: facts and their daily sums go together.
 */
export function eraseConnectionSlice(db: WritableDb, id: string, hasTime: () => boolean): boolean {
  for (const part of PARTS) {
    const removeOne = sql`delete from ${part} where id = (select id from ${part} where connection_id = ${id} limit 1)`
    for (;;) {
      if (!hasTime()) return false
      if (db.run(removeOne).changes === 0) break
    }
  }
  db.delete(actRates).where(eq(actRates.connectionId, id)).run()
  forgetInDocuments(db, id)
  if (!eraseFromParcels(db, id, hasTime)) return false
  db.delete(chargeDays).where(eq(chargeDays.connectionId, id)).run()
  db.delete(connections).where(eq(connections.id, id)).run()
  return true
}

/** Documents are the supplier's and stay, as nobody's; what was said of the account goes with it. */
function forgetInDocuments(db: WritableDb, id: string): void {
  db.update(acts).set({ connectionId: null }).where(eq(acts.connectionId, id)).run()
  for (const part of [actSuppliers, reconciliations, transfers])
    db.delete(part).where(eq(part.connectionId, id)).run()
  db.delete(oneCMappings)
    .where(and(eq(oneCMappings.kind, 'account'), eq(oneCMappings.key, id)))
    .run()
}
