import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { settings } from '../schema/people.ts'

export function putSetting(db: WritableDb, row: typeof settings.$inferInsert): void {
  db.insert(settings)
    .values(row)
    .onConflictDoUpdate({
      target: [settings.scope, settings.ownerId, settings.key],
      set: { value: row.value },
    })
    .run()
}

/** Everything that one owner has set. */
export function removeSettings(
  db: WritableDb,
  of: { scope: (typeof settings.$inferInsert)['scope']; ownerId: string },
): void {
  db.delete(settings)
    .where(and(eq(settings.scope, of.scope), eq(settings.ownerId, of.ownerId)))
    .run()
}
