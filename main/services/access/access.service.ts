import { createHash } from 'node:crypto'
import type { Session } from '#main/core/model/session.ts'
import { sameName } from '#main/core/rules/connection-state.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import {
  findFirstOwner,
  findTokenByHash,
  findTokenByHint,
  isTokenSession,
  listWorkspaces,
} from '#main/queries/tokens.query.ts'
import { insertToken, noteTokenUse, removeToken } from '#main/store/repos/tokens.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { isStronger } from '#shared/contract/permissions.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { createAttempts } from '../people/attempts.ts'
import { createSessions, SYSTEM_SESSION } from '../people/sessions.ts'

type Parts = { store: Store; ports: Ports }

const PREFIX = 'izt_'
const HINT_LENGTH = 8
/** Tokens that do not exist share one count. */
const NO_TOKEN = 'no-token'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export type AccessService = ReturnType<typeof createAccess>

/** Ways in for commands at which nobody sits: a token, or being the system's user who owns the store. */
export function createAccess({ store, ports }: Parts) {
  const sessions = createSessions({ store, ports })
  const attempts = createAttempts({ store, ports })
  const now = (): number => ports.clock.nowMs()

  function start(
    caller: Caller,
    person: { userId: string; workspaceId: string },
    tokenId: string,
    workspaceName: string,
  ): CallOutput<'people.signInByToken'> {
    store.transaction((db) => {
      sessions.start(db, caller, person, tokenId)
      if (tokenId === SYSTEM_SESSION) return
      attempts.forget(db, tokenId)
      noteTokenUse(db, tokenId, now())
    })
    const session = sessions.find(caller)
    if (!session) throw new AppError('auth.required')
    return { workspaceName, role: session.role }
  }

  return {
    add(
      session: Session,
      { name, role, expiresOn }: ParsedInput<'tokens.add'>,
    ): { id: string; token: string } {
      // What a token makes would go on after it has expired or been taken away.
      if (isTokenSession(store.read, session.id)) throw new AppError('auth.forbidden', { role: session.role })
      if (isStronger(role, session.role)) throw new AppError('token.tooStrong')
      if (expiresOn !== null && expiresOn < dayInZone(now(), session.timeZone))
        throw new AppError('input.invalid', { field: 'expiresOn' })
      const token = `${PREFIX}${ports.ids.secret()}`
      const id = ports.ids.next()
      const { workspaceId, userId } = session
      store.transaction((db) =>
        insertToken(db, {
          id,
          workspaceId,
          userId,
          name,
          role,
          tokenHash: hashOf(token),
          hint: token.slice(0, HINT_LENGTH),
          createdAtMs: now(),
          lastUsedAtMs: null,
          expiresOn,
        }),
      )
      return { id, token }
    },

    remove({ workspaceId }: Session, id: string): Record<string, never> {
      if (!store.transaction((db) => removeToken(db, { workspaceId, id }, now())))
        throw new AppError('token.notFound')
      return {}
    },

    /** Limited as passwords are; a wrong copy of a token counts against that token alone. */
    signInByToken(token: string, caller: Caller): CallOutput<'people.signInByToken'> {
      ports.log.hide(token)
      const found = findTokenByHash(store.read, hashOf(token))
      const meant = found ?? findTokenByHint(store.read, token.slice(0, HINT_LENGTH))
      attempts.count(meant?.id ?? NO_TOKEN)
      if (!found) throw new AppError('token.wrong')
      const { id, expiresOn, timeZone, workspaceName } = found
      if (expiresOn !== null && expiresOn < dayInZone(now(), timeZone))
        throw new AppError('token.expired', { day: expiresOn })
      return start(caller, found, id, workspaceName)
    },

    /** Whoever owns the file could read and write it by hand: no password is asked of them. */
    signInAsSystem(organisation: string | null, caller: Caller): CallOutput<'people.signInAsSystem'> {
      if (caller.host !== 'cli') throw new AppError('auth.required')
      if (!ports.system.isOwner(ports.paths.storeFile)) throw new AppError('access.notOwner')
      const { id: workspaceId, name } = choose(listWorkspaces(store.read), organisation)
      const userId = findFirstOwner(store.read, workspaceId)
      if (!userId) throw new AppError('workspace.notFound')
      return start(caller, { userId, workspaceId }, SYSTEM_SESSION, name)
    },
  }
}

type Workspace = ReturnType<typeof listWorkspaces>[number]

/** By its name; without one, the only real organisation there is, or the demo company where there is none. */
function choose(all: readonly Workspace[], wanted: string | null): Workspace {
  const real = all.filter(({ kind }) => kind === 'real')
  const found = wanted === null ? real : all.filter(({ name }) => sameName(name, wanted))
  if (wanted === null && real.length > 1) throw new AppError('access.whichOrganisation')
  const one = found[0] ?? (wanted === null ? all[0] : undefined)
  if (!one) throw new AppError('workspace.notFound')
  return one
}
