import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { mappings } from '../schema/ledger.ts'

type Mapping = Omit<typeof mappings.$inferInsert, 'id' | 'createdAtMs' | 'usedAtMs'> & { atMs: number }

/** One for a header: whoever maps it anew means the next files too. */
export function putMapping(db: WritableDb, { atMs, ...row }: Mapping): void {
  const { name, spec, userId } = row
  db.insert(mappings)
    .values({ ...row, createdAtMs: atMs, usedAtMs: atMs })
    .onConflictDoUpdate({
      target: [mappings.workspaceId, mappings.header],
      set: { name, spec, userId, usedAtMs: atMs },
    })
    .run()
}

export function noteMappingUse(db: WritableDb, id: number, atMs: number): void {
  db.update(mappings).set({ usedAtMs: atMs }).where(eq(mappings.id, id)).run()
}

type Own = { workspaceId: string; id: number }
const own = ({ workspaceId, id }: Own) => and(eq(mappings.id, id), eq(mappings.workspaceId, workspaceId))

/** False when there is no such one. */
export const renameMapping = (db: WritableDb, of: Own, name: string): boolean =>
  db.update(mappings).set({ name }).where(own(of)).run().changes > 0

export const removeMapping = (db: WritableDb, of: Own): boolean =>
  db.delete(mappings).where(own(of)).run().changes > 0
