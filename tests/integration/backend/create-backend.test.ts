import { expect, it } from 'vitest'
import { createBackend } from '#main/backend/create-backend.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { client } from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const caller = client('client-a')

it('answers with a code after it is closed, and leaves the store to the next one', async () => {
  const ports = testPorts(tempFolder())
  const first = await createBackend(ports)
  await expect(createBackend(ports)).rejects.toMatchObject({ code: 'store.busy' })
  await first.close()
  await first.close()
  expect(await first.call('app.getState', {}, caller)).toMatchObject({ error: { code: 'store.closed' } })
  expect(first.subscribe(caller, () => undefined)).toBeTypeOf('function')
  const second = await createBackend(ports)
  expect(await second.call('app.getState', {}, caller)).toMatchObject({ ok: true })
  await second.close()
})

it('answers whoever was waiting for a password check when it closed', async () => {
  const backend = await createBackend(testPorts(tempFolder()))
  const waiting = backend.call(
    'people.signIn',
    { userId: 'nobody', workspaceId: 'none', password: 'wrong' },
    caller,
  )
  await backend.close()
  expect(await waiting).toMatchObject({ ok: false })
})

it('tells each client of its own workspace until it unsubscribes', async () => {
  const backend = await createBackend(testPorts(tempFolder()))
  const other = client('client-b')
  const heard: AppEvent[] = []
  const leave = backend.subscribe(other, (event) => heard.push(event))
  await backend.call('people.startDemo', {}, caller)
  expect(heard).toEqual([])
  await backend.call('people.startDemo', {}, other)
  await backend.call('settings.update', { theme: 'dark' }, caller)
  expect(heard.map((event) => event.name)).toEqual(['session.changed', 'data.changed', 'settings.changed'])
  leave()
  await backend.call('settings.update', { theme: 'light' }, caller)
  expect(heard).toHaveLength(3)
  await backend.close()
})
