import { and, eq, inArray } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { clientTerms, virtualTags } from '../schema/allocation.ts'

/** Under the same client and day new terms take the place of the old ones. Returns their number. */
export function putTerms(db: WritableDb, row: typeof clientTerms.$inferInsert): string {
  const { kind, percent, price, currency, userId, updatedAtMs } = row
  return db
    .insert(clientTerms)
    .values(row)
    .onConflictDoUpdate({
      target: [clientTerms.tagId, clientTerms.part, clientTerms.fromDay],
      set: { kind, percent, price, currency, userId, updatedAtMs },
    })
    .returning({ id: clientTerms.id })
    .get().id
}

/** False when there are none. */
export const removeTerms = (db: WritableDb, workspaceId: string, id: string): boolean =>
  db
    .delete(clientTerms)
    .where(
      and(
        eq(clientTerms.id, id),
        inArray(
          clientTerms.tagId,
          db.select({ id: virtualTags.id }).from(virtualTags).where(eq(virtualTags.workspaceId, workspaceId)),
        ),
      ),
    )
    .run().changes > 0
