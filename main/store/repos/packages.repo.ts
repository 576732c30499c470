import { eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { loadedPackages, trustedKeys } from '../schema/access.ts'

export const addTrustedKey = (db: WritableDb, row: typeof trustedKeys.$inferInsert): void => {
  db.insert(trustedKeys).values(row).run()
}

/** False when there was none. */
export const removeTrustedKey = (db: WritableDb, id: string): boolean =>
  db.delete(trustedKeys).where(eq(trustedKeys.id, id)).run().changes > 0

export const addPackage = (db: WritableDb, row: typeof loadedPackages.$inferInsert): void => {
  db.insert(loadedPackages).values(row).run()
}
