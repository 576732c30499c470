import { and, eq, isNull, lt, type SQL } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { memberships, sessions, users, workspaces } from '../schema/people.ts'

type WorkspaceInsert = typeof workspaces.$inferInsert
type UserInsert = typeof users.$inferInsert
type SessionInsert = typeof sessions.$inferInsert

export function insertWorkspace(db: WritableDb, row: WorkspaceInsert): void {
  db.insert(workspaces).values(row).run()
}

export function updateWorkspace(
  db: WritableDb,
  id: string,
  patch: Partial<Omit<WorkspaceInsert, 'id'>>,
): void {
  db.update(workspaces).set(patch).where(eq(workspaces.id, id)).run()
}

/** Everything that belongs to it goes with it, by the schema's cascades. The audit trail stays. */
export function removeWorkspace(db: WritableDb, id: string): void {
  db.delete(workspaces).where(eq(workspaces.id, id)).run()
}

export function insertUser(db: WritableDb, row: UserInsert): void {
  db.insert(users).values(row).run()
}

export function updateUser(db: WritableDb, id: string, patch: Partial<Omit<UserInsert, 'id'>>): void {
  db.update(users).set(patch).where(eq(users.id, id)).run()
}

export function removeUser(db: WritableDb, id: string): void {
  db.delete(users).where(eq(users.id, id)).run()
}

export function insertMembership(db: WritableDb, row: typeof memberships.$inferInsert): void {
  db.insert(memberships).values(row).run()
}

export function insertSession(db: WritableDb, row: SessionInsert): void {
  db.insert(sessions).values(row).run()
}

export function updateSession(db: WritableDb, id: string, patch: Partial<Omit<SessionInsert, 'id'>>): void {
  db.update(sessions).set(patch).where(eq(sessions.id, id)).run()
}

type SessionsOf = { workspaceId: string } | { userId: string } | { all: true }

/** Sessions that have ended already keep the time at which they did. */
export function endSessions(db: WritableDb, of: SessionsOf, atMs: number): void {
  db.update(sessions)
    .set({ endedAtMs: atMs })
    .where(and(isNull(sessions.endedAtMs), belongingTo(of)))
    .run()
}

/** Clients' keys live no longer than their program's process: what nobody has used for so long nobody can. */
export function removeSessionsUnusedSince(db: WritableDb, beforeMs: number): void {
  db.delete(sessions).where(lt(sessions.lastActiveAtMs, beforeMs)).run()
}

function belongingTo(of: SessionsOf): SQL | undefined {
  if ('workspaceId' in of) return eq(sessions.workspaceId, of.workspaceId)
  if ('userId' in of) return eq(sessions.userId, of.userId)
  return undefined
}
