import type { Session } from '#main/core/model/session.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import { isNameTaken, isSessionOpen, listSessionsOf, readMember } from '#main/queries/people.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import {
  insertMembership,
  insertUser,
  insertWorkspace,
  updateSession,
  updateUser,
} from '#main/store/repos/people.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { DemoService } from '../demo/demo.service.ts'
import { assertHash, assertStrong, createPasswords } from './passwords.ts'
import { createSessions } from './sessions.ts'

type Parts = { store: Store; ports: Ports; demo: Pick<DemoService, 'ensure'> }
type Done = Record<string, never>

export type PeopleService = ReturnType<typeof createPeople>

export function createPeople({ store, ports, demo }: Parts) {
  const sessions = createSessions({ store, ports })
  const passwords = createPasswords({ store, ports })
  const now = (): number => ports.clock.nowMs()

  /** The session may have been ended while a password was being checked. */
  function changeOwn(db: WritableDb, session: Session, patch: Parameters<typeof updateSession>[2]): void {
    if (!isSessionOpen(db, session.id)) throw new AppError('auth.required')
    updateSession(db, session.id, patch)
  }

  return {
    findSession: sessions.find,

    async startDemo(caller: Caller): Promise<Done> {
      const person = await demo.ensure()
      store.transaction((db) => sessions.start(db, caller, person))
      return {}
    },

    async addWorkspace(input: ParsedInput<'people.addWorkspace'>, caller: Caller): Promise<Done> {
      const { workspaceName, userName, password, currency, timeZone } = input
      const taken = new AppError('workspace.nameTaken', { name: workspaceName })
      if (isNameTaken(store.read, workspaceName)) throw taken
      assertStrong(password, workspaceName, userName)
      const passwordHash = await passwords.hash(password)
      const workspaceId = ports.ids.next()
      const userId = ports.ids.next()
      const createdAtMs = now()
      store.transaction((db) => {
        if (isNameTaken(db, workspaceName)) throw taken
        insertWorkspace(db, {
          id: workspaceId,
          name: workspaceName,
          kind: 'real',
          currency,
          timeZone,
          createdAtMs,
        })
        insertUser(db, { id: userId, name: userName, passwordHash, createdAtMs })
        insertMembership(db, { workspaceId, userId, role: 'owner' })
        sessions.start(db, caller, { userId, workspaceId })
      })
      return {}
    },

    async signIn({ password, ...person }: ParsedInput<'people.signIn'>, caller: Caller): Promise<Done> {
      const hash = await passwords.check(person, password)
      store.transaction((db) => {
        assertHash(db, person, hash)
        sessions.start(db, caller, person)
      })
      return {}
    },

    signOut(session: Session): Done {
      store.transaction((db) => changeOwn(db, session, { endedAtMs: now() }))
      return {}
    },

    lock(session: Session): Done {
      if (!session.hasPassword) throw new AppError('people.noPassword')
      store.transaction((db) => changeOwn(db, session, { lockedAtMs: now() }))
      return {}
    },

    async unlock(session: Session, password: string): Promise<Done> {
      const hash = await passwords.check(session, password)
      store.transaction((db) => {
        assertHash(db, session, hash)
        changeOwn(db, session, { lockedAtMs: null, lastActiveAtMs: now() })
      })
      return {}
    },

    touch(session: Session): Done {
      if (session.isLocked) throw new AppError('auth.locked')
      store.transaction((db) => changeOwn(db, session, { lastActiveAtMs: now() }))
      return {}
    },

    updateProfile(session: Session, userName: string): Done {
      store.transaction((db) => updateUser(db, session.userId, { name: userName }))
      return {}
    },

    /** Whoever else was signed in under the old password has to know the new one. */
    async updatePassword(session: Session, input: ParsedInput<'people.updatePassword'>): Promise<Done> {
      const member = readMember(store.read, session.userId, session.workspaceId)
      if (!member?.passwordHash) throw new AppError('people.noPassword')
      assertStrong(input.newPassword, member.workspaceName, member.userName)
      const known = await passwords.check(session, input.currentPassword)
      const passwordHash = await passwords.hash(input.newPassword)
      store.transaction((db) => {
        assertHash(db, session, known)
        changeOwn(db, session, { lastActiveAtMs: now() })
        updateUser(db, session.userId, { passwordHash })
        for (const { id } of listSessionsOf(db, session.userId))
          if (id !== session.id) updateSession(db, id, { endedAtMs: now() })
      })
      return {}
    },
  }
}
