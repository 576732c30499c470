import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listSessionIds } from '#main/queries/people.query.ts'
import { createSettings } from '#main/services/settings/settings.service.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { sessions } from '#main/store/schema/people.ts'
import { addPerson, client, openPeople, type People, putSession, sessionOf } from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const MINUTE = 60_000
const [a, b] = [client('client-a'), client('client-b')]
const anna = { workspaceId: 'w1', userId: 'anna' }

let opened: People

beforeEach(async () => {
  opened = await openPeople(tempFolder())
  addPerson(opened.store, { ...anna, passwordHash: 'not a hash' })
})
afterEach(() => opened.close())

const signIn = (caller = a) => putSession(opened.store, caller, anna, { atMs: opened.ports.clock.nowMs() })

describe('findSession', () => {
  it('finds nobody for a client that has not signed in, and none without a key', () => {
    signIn()
    expect(opened.people.findSession(b)).toBeNull()
    expect(opened.people.findSession(client(''))).toBeNull()
  })

  it('tells who is signed in, where, and what they may do', () => {
    const id = signIn()
    expect(opened.people.findSession(a)).toEqual({
      id,
      ...anna,
      role: 'owner',
      isDemo: false,
      isLocked: false,
      hasPassword: true,
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
    })
  })

  it('reads by index, without walking any table', () => {
    const plan = opened.store.read.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT s.id FROM sessions s
       JOIN users u ON u.id = s.user_id JOIN workspaces w ON w.id = s.workspace_id
       JOIN memberships m ON m.workspace_id = s.workspace_id AND m.user_id = s.user_id
       LEFT JOIN settings t ON t.scope = 'user' AND t.owner_id = s.user_id AND t.key = 'idleMinutes'
       WHERE s.client_hash = 'x' AND s.ended_at_ms IS NULL`,
    )
    expect(plan.filter((step) => step.detail.startsWith('SCAN'))).toEqual([])
  })
})

describe('idle lock', () => {
  it('locks after fifteen minutes unless the person says otherwise', () => {
    signIn()
    opened.ports.clock.advance(15 * MINUTE)
    expect(sessionOf(opened.people, a).isLocked).toBe(false)
    opened.ports.clock.advance(1)
    expect(sessionOf(opened.people, a).isLocked).toBe(true)
  })

  it('holds to the minutes that the person chose', () => {
    signIn()
    const settings = createSettings(opened)
    settings.update('anna', { idleMinutes: 60 })
    opened.ports.clock.advance(59 * MINUTE)
    expect(sessionOf(opened.people, a).isLocked).toBe(false)
    settings.update('anna', { idleMinutes: 0 })
    opened.ports.clock.advance(10_000 * MINUTE)
    expect(sessionOf(opened.people, a).isLocked).toBe(false)
  })

  it('takes a broken preference for the default', () => {
    signIn()
    opened.store.transaction((db) =>
      putSetting(db, { scope: 'user', ownerId: 'anna', key: 'idleMinutes', value: 1e9 }),
    )
    opened.ports.clock.advance(16 * MINUTE)
    expect(sessionOf(opened.people, a).isLocked).toBe(true)
  })

  it('waits from the last touch', () => {
    signIn()
    opened.ports.clock.advance(14 * MINUTE)
    opened.people.touch(sessionOf(opened.people, a))
    opened.ports.clock.advance(14 * MINUTE)
    expect(sessionOf(opened.people, a).isLocked).toBe(false)
  })

  it('is not undone by a touch that comes too late', () => {
    signIn()
    opened.ports.clock.advance(16 * MINUTE)
    const session = sessionOf(opened.people, a)
    expect(() => opened.people.touch(session)).toThrow('auth.locked')
    expect(sessionOf(opened.people, a).isLocked).toBe(true)
  })

  it('never locks the demo company, which has no password to unlock it', async () => {
    await opened.people.startDemo(a)
    opened.ports.clock.advance(10_000 * MINUTE)
    const session = sessionOf(opened.people, a)
    expect(session).toMatchObject({ isDemo: true, isLocked: false, hasPassword: false })
    expect(() => opened.people.lock(session)).toThrow('people.noPassword')
  })
})

describe('lock and sign out', () => {
  it('locks at once', () => {
    signIn()
    opened.people.lock(sessionOf(opened.people, a))
    expect(sessionOf(opened.people, a).isLocked).toBe(true)
  })

  it('ends a session for good', () => {
    signIn()
    const session = sessionOf(opened.people, a)
    opened.people.signOut(session)
    expect(opened.people.findSession(a)).toBeNull()
    for (const use of [opened.people.touch, opened.people.lock, opened.people.signOut])
      expect(() => use(session)).toThrow('auth.required')
  })
})

describe('startDemo', () => {
  it('signs in to the demo company without a password', async () => {
    await opened.people.startDemo(a)
    expect(sessionOf(opened.people, a)).toMatchObject({ workspaceId: 'demo', role: 'owner', isDemo: true })
  })

  it('ends what the client was signed in to before, and leaves other clients alone', async () => {
    signIn(a)
    signIn(b)
    await opened.people.startDemo(a)
    expect(listSessionIds(opened.store.read, 'no such hash')).toEqual([])
    expect(sessionOf(opened.people, a).workspaceId).toBe('demo')
    expect(sessionOf(opened.people, b).workspaceId).toBe('w1')
    opened.people.signOut(sessionOf(opened.people, a))
    expect(opened.people.findSession(a)).toBeNull()
  })

  it('forgets sessions that nobody has used for a month', async () => {
    signIn(b)
    const month = 31 * 24 * 3_600_000
    opened.ports.clock.advance(month)
    await opened.people.startDemo(a)
    expect(opened.people.findSession(b)).toBeNull()
    expect(opened.store.read.select({ n: sql<number>`count(*)` }).from(sessions).get()).toEqual({ n: 1 })
  })
})
