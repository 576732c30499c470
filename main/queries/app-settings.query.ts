import { and, eq, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { settings } from '#main/store/schema/people.ts'

/** What the installation itself has set in one area. A broken value is left out, and takes no other with it. */
export function readAppSettings(db: ReadableDb, area: string): ReadonlyMap<string, unknown> {
  const rows = db
    .select({ key: settings.key, text: sql<string>`${settings.value}` })
    .from(settings)
    .where(and(eq(settings.scope, 'app'), eq(settings.ownerId, area)))
    .all()
  const found = new Map<string, unknown>()
  for (const { key, text } of rows) {
    try {
      found.set(key, JSON.parse(text))
    } catch {
      // Whoever asks for it has a default.
    }
  }
  return found
}
