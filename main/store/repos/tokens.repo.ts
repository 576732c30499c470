import { and, eq, isNull } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { accessTokens } from '../schema/access.ts'
import { sessions } from '../schema/people.ts'

export function insertToken(db: WritableDb, row: typeof accessTokens.$inferInsert): void {
  db.insert(accessTokens).values(row).run()
}

export function noteTokenUse(db: WritableDb, id: string, atMs: number): void {
  db.update(accessTokens).set({ lastUsedAtMs: atMs }).where(eq(accessTokens.id, id)).run()
}

/** Whoever is signed in by it is so no more. False when there is no such token. */
export function removeToken(
  db: WritableDb,
  { workspaceId, id }: { workspaceId: string; id: string },
  atMs: number,
): boolean {
  const own = and(eq(accessTokens.id, id), eq(accessTokens.workspaceId, workspaceId))
  if (db.delete(accessTokens).where(own).run().changes === 0) return false
  db.update(sessions)
    .set({ endedAtMs: atMs })
    .where(and(eq(sessions.tokenId, id), isNull(sessions.endedAtMs)))
    .run()
  return true
}
