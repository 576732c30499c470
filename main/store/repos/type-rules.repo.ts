import { and, eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { typeRules } from '../schema/judgements.ts'

/** What is taught again replaces what was taught before. */
export function putTypeRule(db: WritableDb, row: typeof typeRules.$inferInsert): void {
  const { type, userId, atMs } = row
  db.insert(typeRules)
    .values(row)
    .onConflictDoUpdate({
      target: [typeRules.workspaceId, typeRules.provider, typeRules.kind],
      set: { type, userId, atMs },
    })
    .run()
}

/** What it said; null when there is no such rule. */
export const removeTypeRule = (db: WritableDb, workspaceId: string, id: number) =>
  db
    .delete(typeRules)
    .where(and(eq(typeRules.id, id), eq(typeRules.workspaceId, workspaceId)))
    .returning({ provider: typeRules.provider, kind: typeRules.kind })
    .get() ?? null
