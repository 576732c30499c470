import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { actRates } from '../schema/rates.ts'

type ActRow = typeof actRates.$inferInsert

export function putActRate(db: WritableDb, row: ActRow): void {
  const { workspaceId: _w, connectionId: _c, month: _m, currency: _k, ...said } = row
  db.insert(actRates)
    .values(row)
    .onConflictDoUpdate({
      target: [actRates.workspaceId, actRates.connectionId, actRates.month, actRates.currency],
      set: said,
    })
    .run()
}

/** False when there was none. */
export const removeActRate = (
  db: WritableDb,
  key: Pick<ActRow, 'workspaceId' | 'connectionId' | 'month' | 'currency'>,
): boolean =>
  db
    .delete(actRates)
    .where(
      and(
        eq(actRates.workspaceId, key.workspaceId),
        eq(actRates.connectionId, key.connectionId),
        eq(actRates.month, key.month),
        eq(actRates.currency, key.currency),
      ),
    )
    .run().changes > 0

export function removeActRates(db: WritableDb, workspaceId: string): void {
  db.delete(actRates).where(eq(actRates.workspaceId, workspaceId)).run()
}
