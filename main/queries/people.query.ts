import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Attempts, NO_ATTEMPTS } from '#main/core/rules/attempts.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { accessTokens } from '#main/store/schema/access.ts'
import { memberships, sessions, settings, users, workspaces } from '#main/store/schema/people.ts'
import { weakerRole } from '#shared/contract/permissions.ts'
import { idleMinutesOf } from './settings.query.ts'

/**
 * Finds the open session of a client with all that decides what it may do: one look-up by index. Asked on every call,
 * hence prepared once. A token narrows its person's role; one that is gone opens nothing. `noToken` stands in a token's
 * place where there is none.
 */
export function prepareSessionLookup(db: ReadableDb, noToken: string) {
  const lookup = db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      workspaceId: sessions.workspaceId,
      lastActiveAtMs: sessions.lastActiveAtMs,
      lockedAtMs: sessions.lockedAtMs,
      role: memberships.role,
      hasPassword: sql<number>`${users.passwordHash} is not null`,
      kind: workspaces.kind,
      currency: workspaces.currency,
      timeZone: workspaces.timeZone,
      idleText: sql<string | null>`${settings.value}`,
      tokenId: sessions.tokenId,
      tokenRole: accessTokens.role,
      expiresOn: accessTokens.expiresOn,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .innerJoin(
      memberships,
      and(eq(memberships.workspaceId, sessions.workspaceId), eq(memberships.userId, sessions.userId)),
    )
    .leftJoin(
      settings,
      and(eq(settings.scope, 'user'), eq(settings.ownerId, sessions.userId), eq(settings.key, 'idleMinutes')),
    )
    .leftJoin(accessTokens, eq(accessTokens.id, sessions.tokenId))
    .where(and(eq(sessions.clientHash, sql.placeholder('clientHash')), isNull(sessions.endedAtMs)))
    .orderBy(desc(sessions.startedAtMs))
    .limit(1)
    .prepare()

  return (clientHash: string) => {
    const row = lookup.get({ clientHash })
    if (!row) return null
    const { idleText, hasPassword, tokenRole, ...rest } = row
    const { tokenId, role } = rest
    if (tokenId !== null && tokenId !== noToken && tokenRole === null) return null
    return {
      ...rest,
      role: tokenRole === null ? role : weakerRole(role, tokenRole),
      hasPassword: hasPassword === 1,
      idleMinutes: idleMinutesOf(idleText),
    }
  }
}
export type SessionRow = NonNullable<ReturnType<ReturnType<typeof prepareSessionLookup>>>

/** Open sessions of a client; by rule there is one at most. */
export const listSessionIds = (db: ReadableDb, clientHash: string): string[] =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.clientHash, clientHash), isNull(sessions.endedAtMs)))
    .all()
    .map((row) => row.id)

/** Open sessions of a person, whoever's client they belong to. */
export const listSessionsOf = (db: ReadableDb, userId: string) =>
  db
    .select({ id: sessions.id, lastActiveAtMs: sessions.lastActiveAtMs, lockedAtMs: sessions.lockedAtMs })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAtMs)))
    .all()

export const isSessionOpen = (db: ReadableDb, id: string): boolean =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), isNull(sessions.endedAtMs)))
    .get() !== undefined

/** A person as a member of a workspace, with the hash to check the password by. Stays within the backend. */
export function readMember(db: ReadableDb, userId: string, workspaceId: string) {
  const row = db
    .select({ passwordHash: users.passwordHash, userName: users.name, workspaceName: workspaces.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.userId, userId), eq(memberships.workspaceId, workspaceId)))
    .get()
  return row ?? null
}

/** Compared here and not in SQL, whose lower() knows Latin letters only. */
export function isNameTaken(db: ReadableDb, name: string, exceptId?: string): boolean {
  const wanted = sameName(name)
  const rows = db.select({ id: workspaces.id, name: workspaces.name }).from(workspaces).all()
  return rows.some((row) => row.id !== exceptId && sameName(row.name) === wanted)
}

const sameName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** The organisation that was here first: its owner answers for the store as a whole. */
export function readFirstWorkspace(db: ReadableDb): { id: string; name: string } | null {
  const row = db
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.kind, 'real'))
    .orderBy(asc(workspaces.createdAtMs), asc(workspaces.id))
    .limit(1)
    .get()
  return row ?? null
}

export const ATTEMPTS_OWNER = 'attempts'

export function readAttempts(db: ReadableDb, key: string): Attempts {
  const row = db
    .select({ text: sql<string>`${settings.value}` })
    .from(settings)
    .where(and(eq(settings.scope, 'app'), eq(settings.ownerId, ATTEMPTS_OWNER), eq(settings.key, key)))
    .get()
  const kept: unknown = row ? JSON.parse(row.text) : null
  return isAttempts(kept) ? kept : NO_ATTEMPTS
}

const isAttempts = (value: unknown): value is Attempts =>
  typeof value === 'object' &&
  value !== null &&
  ['count', 'firstAtMs', 'lastAtMs'].every(
    (key) => key in value && Number.isSafeInteger(Reflect.get(value, key)),
  )
