import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { oneCMappings } from '../schema/acts.ts'

type Row = typeof oneCMappings.$inferInsert

/** What is said now is put over what was said before; what is not spoken of stays. */
export function putOneCMapping(db: WritableDb, { value, ...of }: Row): void {
  const known = db
    .select({ value: oneCMappings.value })
    .from(oneCMappings)
    .where(
      and(
        eq(oneCMappings.workspaceId, of.workspaceId),
        eq(oneCMappings.kind, of.kind),
        eq(oneCMappings.key, of.key),
      ),
    )
    .get()
  const both = { ...known?.value, ...value }
  db.insert(oneCMappings)
    .values({ ...of, value: both })
    .onConflictDoUpdate({
      target: [oneCMappings.workspaceId, oneCMappings.kind, oneCMappings.key],
      set: { value: both },
    })
    .run()
}

export function removeOneCMappingsOf(db: WritableDb, workspaceId: string): void {
  db.delete(oneCMappings).where(eq(oneCMappings.workspaceId, workspaceId)).run()
}
