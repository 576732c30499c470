import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { personName } from '#main/queries/person-name.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { accessTokens } from '#main/store/schema/access.ts'
import { memberships, sessions, users, workspaces } from '#main/store/schema/people.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

/** The latest first. The hash stays here. */
export function listTokens({ db, workspaceId, today }: Scope): CallOutput<'tokens.list'> {
  const items = db
    .select({
      id: accessTokens.id,
      name: accessTokens.name,
      role: accessTokens.role,
      byName: personName,
      hint: accessTokens.hint,
      createdAtMs: accessTokens.createdAtMs,
      lastUsedAtMs: accessTokens.lastUsedAtMs,
      expiresOn: accessTokens.expiresOn,
    })
    .from(accessTokens)
    .leftJoin(users, eq(users.id, accessTokens.userId))
    .where(eq(accessTokens.workspaceId, workspaceId))
    .orderBy(desc(accessTokens.createdAtMs), desc(accessTokens.id))
    .all()
  return {
    items: items.map((item) => ({ ...item, isExpired: item.expiresOn !== null && item.expiresOn < today })),
  }
}

const facts = {
  id: accessTokens.id,
  userId: accessTokens.userId,
  workspaceId: accessTokens.workspaceId,
  expiresOn: accessTokens.expiresOn,
  workspaceName: workspaces.name,
  timeZone: workspaces.timeZone,
}

const findToken = (db: ReadableDb, column: 'tokenHash' | 'hint', value: string) =>
  db
    .select(facts)
    .from(accessTokens)
    .innerJoin(workspaces, eq(workspaces.id, accessTokens.workspaceId))
    .where(eq(accessTokens[column], value))
    .get() ?? null

export const findTokenByHash = (db: ReadableDb, hash: string) => findToken(db, 'tokenHash', hash)
/** Whose wrong copy it may be. */
export const findTokenByHint = (db: ReadableDb, hint: string) => findToken(db, 'hint', hint)

export const isTokenSession = (db: ReadableDb, sessionId: string): boolean =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accessTokens, eq(accessTokens.id, sessions.tokenId))
    .where(and(eq(sessions.id, sessionId), isNotNull(sessions.tokenId)))
    .get() !== undefined

export const listWorkspaces = (db: ReadableDb) =>
  db
    .select({ id: workspaces.id, name: workspaces.name, kind: workspaces.kind })
    .from(workspaces)
    .orderBy(asc(workspaces.createdAtMs), asc(workspaces.id))
    .all()

/** Who answers for an organisation: of its owners the one who has been there longest. */
export const findFirstOwner = (db: ReadableDb, workspaceId: string): string | null =>
  db
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, 'owner')))
    .orderBy(asc(users.createdAtMs), asc(users.id))
    .get()?.userId ?? null
