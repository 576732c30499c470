import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMember } from '#main/queries/people.query.ts'
import { hashPassword } from '#main/services/people/password.ts'
import { removeUser } from '#main/store/repos/people.repo.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import {
  addPerson,
  client,
  OTHER_PASSWORD,
  openPeople,
  PASSWORD,
  type People,
  sessionOf,
} from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const [a, b] = [client('client-a'), client('client-b')]
const workspace = {
  workspaceName: 'Ромашка',
  userName: 'Анна Петрова',
  password: PASSWORD,
  currency: 'RUB',
  timeZone: 'Asia/Yekaterinburg',
} as const
const anna = { workspaceId: 'w1', userId: 'anna' }
/** Quick to compute, as an older version might have left it. */
const OLD_COST = { n: 2 ** 9, r: 8, p: 1 }

let folder: string
let opened: People

beforeEach(async () => {
  folder = tempFolder()
  opened = await openPeople(folder)
  addPerson(opened.store, { ...anna, passwordHash: await hashPassword(PASSWORD, OLD_COST) })
})
afterEach(() => opened.close())

const failure = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: AppError) => error,
  )
const hashOf = (person: typeof anna) =>
  readMember(opened.store.read, person.userId, person.workspaceId)?.passwordHash
const countOf = (table: string) =>
  opened.store.read.get<{ n: number }>(sql.raw(`SELECT count(*) n FROM ${table}`)).n

describe('addWorkspace', () => {
  it('makes a workspace with its owner and signs them in', async () => {
    await opened.people.addWorkspace(workspace, a)
    const session = sessionOf(opened.people, a)
    expect(session).toMatchObject({ role: 'owner', isDemo: false, hasPassword: true, currency: 'RUB' })
    expect(session.timeZone).toBe('Asia/Yekaterinburg')
    expect(hashOf(session)).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    opened.people.signOut(session)
    await opened.people.signIn({ ...session, password: PASSWORD }, b)
    expect(sessionOf(opened.people, b).userId).toBe(session.userId)
  })

  it.each(['ромашка', '  РОМАШКА ', 'Организация W1', 'организация   w1'])(
    'refuses the taken name %j, whatever its letters',
    async (workspaceName) => {
      addPerson(opened.store, { workspaceId: 'w2', userId: 'boris' })
      if (!workspaceName.toLowerCase().includes('w1')) await opened.people.addWorkspace(workspace, b)
      const error = await failure(opened.people.addWorkspace({ ...workspace, workspaceName }, a))
      expect(error.code).toBe('workspace.nameTaken')
      expect(opened.people.findSession(a)).toBeNull()
    },
  )

  it('lets one of two at the same moment have the name', async () => {
    const both = await Promise.allSettled([
      opened.people.addWorkspace(workspace, a),
      opened.people.addWorkspace(workspace, b),
    ])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(countOf('workspaces')).toBe(2)
  })

  it.each(['short-7Я', 'Ромашка-2026-год', 'Петрова!2026-год', 'aaaaaaaaaaaaaaaa'])(
    'refuses the weak password %j and keeps nothing',
    async (password) => {
      const error = await failure(opened.people.addWorkspace({ ...workspace, password }, a))
      expect(error.code).toBe('people.weakPassword')
      expect(JSON.stringify(error.details)).not.toContain(password)
      expect([countOf('workspaces'), countOf('users'), countOf('sessions')]).toEqual([1, 1, 0])
    },
  )
})

describe('signIn', () => {
  it('lets in whoever knows the password', async () => {
    await opened.people.signIn({ ...anna, password: PASSWORD }, a)
    expect(sessionOf(opened.people, a)).toMatchObject(anna)
  })

  it('takes the same characters, however they are composed', async () => {
    await opened.people.signIn({ ...anna, password: PASSWORD.normalize('NFD') }, a)
    expect(sessionOf(opened.people, a)).toMatchObject(anna)
  })

  it('hashes anew what was hashed with older parameters, and takes it again', async () => {
    const before = hashOf(anna)
    await opened.people.signIn({ ...anna, password: PASSWORD }, a)
    expect(before).toContain('scrypt$512$')
    expect(hashOf(anna)).toContain('scrypt$1024$8$1$')
    await opened.people.signIn({ ...anna, password: PASSWORD }, b)
    expect(sessionOf(opened.people, b)).toMatchObject(anna)
  })

  it('answers a wrong password, a stranger and a strange workspace alike', async () => {
    addPerson(opened.store, { workspaceId: 'w2', userId: 'boris' })
    const tries = [
      { ...anna, password: 'wrong' },
      { ...anna, userId: 'nobody-at-all', password: PASSWORD },
      { ...anna, workspaceId: 'w2', password: PASSWORD },
    ]
    const errors = []
    for (const each of tries) errors.push(await failure(opened.people.signIn(each, a)))
    expect(errors.map(({ code, details }) => ({ code, details }))).toEqual(
      tries.map(() => ({ code: 'auth.wrongPassword', details: {} })),
    )
    expect(opened.people.findSession(a)).toBeNull()
  })

  it('refuses an unreadable hash rather than everybody or the program', async () => {
    addPerson(opened.store, { workspaceId: 'w1', userId: 'boris', passwordHash: 'scrypt$9999999$8$1$x$y' })
    const error = await failure(
      opened.people.signIn({ workspaceId: 'w1', userId: 'boris', password: PASSWORD }, a),
    )
    expect(error.code).toBe('auth.wrongPassword')
  })

  it('tells that the demo person has no password', async () => {
    await opened.people.startDemo(b)
    const { workspaceId, userId } = sessionOf(opened.people, b)
    const error = await failure(opened.people.signIn({ workspaceId, userId, password: 'any' }, a))
    expect(error.code).toBe('people.noPassword')
  })

  it('lets two in at the same moment', async () => {
    await Promise.all([a, b].map((caller) => opened.people.signIn({ ...anna, password: PASSWORD }, caller)))
    expect([a, b].map((caller) => sessionOf(opened.people, caller).userId)).toEqual(['anna', 'anna'])
  })

  it('ends the session that the client had', async () => {
    await opened.people.startDemo(a)
    const before = sessionOf(opened.people, a)
    await opened.people.signIn({ ...anna, password: PASSWORD }, a)
    const after = sessionOf(opened.people, a)
    expect(after.id).not.toBe(before.id)
    expect(() => opened.people.touch(before)).toThrow('auth.required')
  })

  it('lets nobody in whose place is gone by the time the hash is done', async () => {
    const pending = failure(opened.people.signIn({ ...anna, password: PASSWORD }, a))
    await Promise.resolve()
    opened.store.transaction((db) => removeUser(db, 'anna'))
    expect((await pending).code).toBe('auth.wrongPassword')
    expect(opened.people.findSession(a)).toBeNull()
  })
})

describe('unlock', () => {
  beforeEach(async () => {
    await opened.people.signIn({ ...anna, password: PASSWORD }, a)
    opened.people.lock(sessionOf(opened.people, a))
  })

  it('opens with the password', async () => {
    await opened.people.unlock(sessionOf(opened.people, a), PASSWORD)
    expect(sessionOf(opened.people, a).isLocked).toBe(false)
  })

  it('stays shut with any other', async () => {
    const error = await failure(opened.people.unlock(sessionOf(opened.people, a), 'wrong'))
    expect(error.code).toBe('auth.wrongPassword')
    expect(sessionOf(opened.people, a).isLocked).toBe(true)
  })

  it('does not bring back a session that was ended meanwhile', async () => {
    const session = sessionOf(opened.people, a)
    const pending = failure(opened.people.unlock(session, PASSWORD))
    opened.people.signOut(session)
    expect((await pending).code).toBe('auth.required')
    expect(opened.people.findSession(a)).toBeNull()
  })
})

describe('updatePassword', () => {
  beforeEach(async () => {
    await opened.people.signIn({ ...anna, password: PASSWORD }, a)
    await opened.people.signIn({ ...anna, password: PASSWORD }, b)
  })
  const change = (newPassword: string, currentPassword = PASSWORD) =>
    opened.people.updatePassword(sessionOf(opened.people, a), { currentPassword, newPassword })

  it('changes the password and ends the other sessions of the person', async () => {
    await change(OTHER_PASSWORD)
    expect(opened.people.findSession(a)).not.toBeNull()
    expect(opened.people.findSession(b)).toBeNull()
    const error = await failure(opened.people.signIn({ ...anna, password: PASSWORD }, b))
    expect(error.code).toBe('auth.wrongPassword')
    await opened.people.signIn({ ...anna, password: OTHER_PASSWORD }, b)
  })

  it('wants the present password', async () => {
    const before = hashOf(anna)
    expect((await failure(change(OTHER_PASSWORD, 'wrong'))).code).toBe('auth.wrongPassword')
    expect(hashOf(anna)).toBe(before)
    expect(opened.people.findSession(b)).not.toBeNull()
  })

  it('wants a strong one, without names', async () => {
    expect((await failure(change('short'))).code).toBe('people.weakPassword')
    expect((await failure(change('Сотрудник-2026-x'))).code).toBe('people.weakPassword')
  })

  it('lets one of two at the same moment win, and no more', async () => {
    const ends = await Promise.allSettled([change(OTHER_PASSWORD), change(`${OTHER_PASSWORD}!`)])
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected'])
  })
})

it('changes the name of the person', async () => {
  await opened.people.signIn({ ...anna, password: PASSWORD }, a)
  opened.people.updateProfile(sessionOf(opened.people, a), 'Анна Сергеевна')
  expect(readMember(opened.store.read, 'anna', 'w1')?.userName).toBe('Анна Сергеевна')
})
