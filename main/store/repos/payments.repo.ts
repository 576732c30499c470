import { and, eq, like } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { payments } from '../schema/acts.ts'
import { inBatches } from './in-batches.ts'

type PaymentRow = typeof payments.$inferInsert
type Own = Pick<PaymentRow, 'workspaceId' | 'id'>

/** False when another statement told of it before. */
export const insertPayment = (db: WritableDb, row: PaymentRow): boolean =>
  db
    .insert(payments)
    .values(row)
    .onConflictDoNothing({ target: [payments.workspaceId, payments.hash] })
    .run().changes > 0

export function insertPayments(db: WritableDb, rows: readonly PaymentRow[]): void {
  for (const batch of inBatches(rows)) db.insert(payments).values(batch).run()
}

const own = ({ workspaceId, id }: Own) => and(eq(payments.workspaceId, workspaceId), eq(payments.id, id))

/** False when there is no such one. */
export const matchPayment = (
  db: WritableDb,
  of: Own,
  said: Required<Pick<PaymentRow, 'actId' | 'matchedBy'>>,
): boolean => db.update(payments).set(said).where(own(of)).run().changes > 0

/** Whatever was found for them goes, so that it can be found anew; what a person has said of other acts stays. */
export function freePayments(db: WritableDb, workspaceId: string, actId: string): void {
  db.update(payments)
    .set({ actId: null, matchedBy: null })
    .where(and(eq(payments.workspaceId, workspaceId), eq(payments.actId, actId)))
    .run()
}

export const removePayment = (db: WritableDb, of: Own): boolean =>
  db.delete(payments).where(own(of)).run().changes > 0

/** All of an organisation, or those whose hash begins so. */
export function removePaymentsOf(db: WritableDb, workspaceId: string, hash = ''): void {
  db.delete(payments)
    .where(and(eq(payments.workspaceId, workspaceId), like(payments.hash, `${hash}%`)))
    .run()
}
