import { createHash } from 'node:crypto'
import type { Session } from '#main/core/model/session.ts'
import { isIdle } from '#main/core/rules/idle.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import {
  listSessionIds,
  prepareSessionLookup,
  readMember,
  type SessionRow,
} from '#main/queries/people.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertSession, removeSessionsUnusedSince, updateSession } from '#main/store/repos/people.repo.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { dayInZone } from '#shared/lib/day.ts'

/** The store keeps only a hash: whoever reads a backup cannot take a client's place. */
const hashOf = (caller: Caller): string => createHash('sha256').update(caller.clientKey).digest('hex')

/** In the place of a token's number: signed in as the system's user who owns the store. */
export const SYSTEM_SESSION = 'system'

/** At a command nobody sits who could leave it alone: its session does not lock. */
function sessionOf(row: SessionRow, nowMs: number): Session | null {
  const { lastActiveAtMs, lockedAtMs, idleMinutes, kind, tokenId, expiresOn, ...rest } = row
  if (expiresOn !== null && expiresOn < dayInZone(nowMs, row.timeZone)) return null
  const isLeft = lockedAtMs !== null || isIdle(lastActiveAtMs, idleMinutes, nowMs)
  const isLocked = row.hasPassword && tokenId === null && isLeft
  return { ...rest, isDemo: kind === 'demo', isLocked }
}

const KEPT_MS = 30 * 24 * 3_600_000

export function createSessions({ store, ports }: { store: Store; ports: Ports }) {
  const now = (): number => ports.clock.nowMs()
  const findOpen = prepareSessionLookup(store.read, SYSTEM_SESSION)

  return {
    find(caller: Caller): Session | null {
      if (caller.clientKey === '') return null
      const row = findOpen(hashOf(caller))
      return row && sessionOf(row, now())
    },

    /** A client has one session: a new one ends what was there, under an identifier that nobody knew before. */
    start(
      db: WritableDb,
      caller: Caller,
      person: { userId: string; workspaceId: string },
      tokenId: string | null = null,
    ): void {
      if (caller.clientKey === '') throw new AppError('auth.required')
      if (!readMember(db, person.userId, person.workspaceId)) throw new AppError('workspace.notFound')
      const clientHash = hashOf(caller)
      const atMs = now()
      removeSessionsUnusedSince(db, atMs - KEPT_MS)
      for (const id of listSessionIds(db, clientHash)) updateSession(db, id, { endedAtMs: atMs })
      insertSession(db, {
        id: ports.ids.next(),
        userId: person.userId,
        workspaceId: person.workspaceId,
        clientHash,
        startedAtMs: atMs,
        lastActiveAtMs: atMs,
        lockedAtMs: null,
        endedAtMs: null,
        tokenId,
      })
    },
  }
}
