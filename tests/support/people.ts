import { createHash } from 'node:crypto'
import type { Session } from '#main/core/model/session.ts'
import type { Caller } from '#main/ports/ports.ts'
import { createPeople, type PeopleService } from '#main/services/people/people.service.ts'
import { openStore } from '#main/store/open.ts'
import {
  insertMembership,
  insertSession,
  insertUser,
  insertWorkspace,
} from '#main/store/repos/people.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { Role } from '#shared/contract/permissions.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'

export const PASSWORD = 'Сиреневый-туман-41'
export const OTHER_PASSWORD = 'over-the-Bridge-29'

export const client = (clientKey: string): Caller => ({ host: 'web', clientKey })

export type People = { store: Store; ports: TestPorts; people: PeopleService; close(): void }

/** People on a real store, with a demo company that is a name and a person. */
export async function openPeople(folder: string, now?: string): Promise<People> {
  const ports = testPorts(folder, now === undefined ? {} : { now })
  const store = await openStore(ports)
  const demo = { ensure: () => addPerson(store, { workspaceId: 'demo', userId: 'demo-user', kind: 'demo' }) }
  return { store, ports, people: createPeople({ store, ports, demo }), close: () => store.close() }
}

type NewPerson = {
  workspaceId: string
  userId: string
  role?: Role
  kind?: 'real' | 'demo'
  passwordHash?: string | null
}

/** A person and the workspace where they belong, each made when it is missing. */
export function addPerson(store: Store, person: NewPerson): { workspaceId: string; userId: string } {
  const { workspaceId, userId, role = 'owner', kind = 'real', passwordHash = null } = person
  const once = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!String(error).includes('UNIQUE') && !String((error as Error).cause).includes('UNIQUE')) throw error
    }
  }
  store.transaction((db) => {
    once(() =>
      insertWorkspace(db, {
        id: workspaceId,
        name: `Организация ${workspaceId}`,
        kind,
        currency: 'RUB',
        timeZone: 'Europe/Moscow',
        createdAtMs: 0,
      }),
    )
    once(() => insertUser(db, { id: userId, name: `Сотрудник ${userId}`, passwordHash, createdAtMs: 0 }))
    once(() => insertMembership(db, { workspaceId, userId, role }))
  })
  return { workspaceId, userId }
}

/** Signs a client in without a password, as the store would remember it. */
export function putSession(
  store: Store,
  caller: Caller,
  person: { workspaceId: string; userId: string },
  times: { atMs: number; lockedAtMs?: number | null },
): string {
  const id = `session-of-${caller.clientKey}`
  store.transaction((db) =>
    insertSession(db, {
      id,
      ...person,
      clientHash: createHash('sha256').update(caller.clientKey).digest('hex'),
      startedAtMs: times.atMs,
      lastActiveAtMs: times.atMs,
      lockedAtMs: times.lockedAtMs ?? null,
      endedAtMs: null,
    }),
  )
  return id
}

export function sessionOf(people: Pick<PeopleService, 'findSession'>, caller: Caller): Session {
  const session = people.findSession(caller)
  if (!session) throw new Error('nobody is signed in')
  return session
}
