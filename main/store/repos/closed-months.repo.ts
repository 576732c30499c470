import { and, eq, isNull } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { closedMonths } from '../schema/rates.ts'

type ClosedRow = typeof closedMonths.$inferInsert

export function insertClosedMonth(db: WritableDb, row: ClosedRow): void {
  db.insert(closedMonths).values(row).run()
}

/** The row stays and says why. False when the month was not closed. */
export const reopenMonth = (
  db: WritableDb,
  { workspaceId, month }: Pick<ClosedRow, 'workspaceId' | 'month'>,
  said: Required<Pick<ClosedRow, 'reopenedAtMs' | 'reopenedBy' | 'reason'>>,
): boolean =>
  db
    .update(closedMonths)
    .set(said)
    .where(
      and(
        eq(closedMonths.workspaceId, workspaceId),
        eq(closedMonths.month, month),
        isNull(closedMonths.reopenedAtMs),
      ),
    )
    .run().changes > 0

export function removeClosedMonths(db: WritableDb, workspaceId: string): void {
  db.delete(closedMonths).where(eq(closedMonths.workspaceId, workspaceId)).run()
}
