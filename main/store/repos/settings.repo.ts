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
