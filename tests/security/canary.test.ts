import { expect, it } from 'vitest'
import { createBackend } from '#main/backend/create-backend.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { client } from '#tests/support/people.ts'
import { formsOf, storedBytes } from '#tests/support/stored-bytes.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const CLIENT_KEY = 'canary-client-key-5711'
const FIRST = 'Canary-Первый-5712'
const SECOND = 'Canary-Второй-5713'
const WRONG = 'Canary-Чужой-5714'
const caller = client(CLIENT_KEY)

it('leaves no password and no client’s key anywhere: store, backups, trail, log, answers', async () => {
  const folder = tempFolder()
  const ports = testPorts(folder)
  const backend = await createBackend(ports)
  const answers: unknown[] = []
  const ask = async (name: string, input: unknown, from = caller) => {
    const answer = await backend.call(name, input, from)
    answers.push(answer)
    return answer.ok ? 'ok' : answer.error.code
  }
  const workspace = {
    workspaceName: 'Ромашка',
    userName: 'Анна',
    password: FIRST,
    currency: 'RUB',
    timeZone: 'UTC',
  }

  expect(await ask('people.addWorkspace', { ...workspace, pasword: WRONG })).toBe('input.invalid')
  expect(await ask('people.addWorkspace', { ...workspace, userName: WRONG, password: WRONG })).toBe(
    'people.weakPassword',
  )
  expect(await ask('people.addWorkspace', workspace)).toBe('ok')
  const state = await backend.call('app.getState', {}, caller)
  const [profile] = state.ok
    ? (state.value as { profiles: { userId: string; workspaceId: string }[] }).profiles
    : []
  const person = { userId: profile?.userId, workspaceId: profile?.workspaceId }
  expect(await ask('people.lock', {})).toBe('ok')
  expect(await ask('people.unlock', { password: WRONG })).toBe('auth.wrongPassword')
  expect(await ask('people.unlock', WRONG)).toBe('input.invalid')
  expect(await ask('people.unlock', { [WRONG]: WRONG })).toBe('input.invalid')
  expect(await ask('people.unlock', { password: FIRST })).toBe('ok')
  expect(await ask('people.updatePassword', { currentPassword: WRONG, newPassword: SECOND })).toBe(
    'auth.wrongPassword',
  )
  expect(await ask('people.updatePassword', { currentPassword: FIRST, newPassword: SECOND })).toBe('ok')
  expect(await ask('people.touch', { password: WRONG })).toBe('input.invalid')
  expect(await ask('people.updateProfile', { userName: 'Анна', password: WRONG })).toBe('input.invalid')
  expect(await ask('backups.add', {})).toBe('ok')
  expect(await ask('people.signOut', {})).toBe('ok')
  expect(await ask('people.signIn', { ...person, password: WRONG })).toBe('auth.wrongPassword')
  expect(await ask('people.signIn', { ...person, password: SECOND })).toBe('ok')
  expect(await ask('people.startDemo', {})).toBe('ok')
  await backend.close()

  const kept = Buffer.concat([storedBytes(folder), Buffer.from(JSON.stringify([ports.lines, answers]))])
  expect(kept.includes(Buffer.from('people.updatePassword'))).toBe(true)
  for (const secret of [FIRST, SECOND, WRONG, CLIENT_KEY])
    for (const form of formsOf(secret)) expect(kept.includes(form), secret).toBe(false)
})
