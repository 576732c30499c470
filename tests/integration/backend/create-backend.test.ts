import { rmSync } from 'node:fs'
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

// Windows deletes no file that a program has open.
it.runIf(process.platform !== 'win32')(
  'says that the data folder was deleted, goes on reading, and saves all that it has in a backup',
  async () => {
    const ports = testPorts(tempFolder())
    const backend = await createBackend(ports)
    await backend.call('people.startDemo', {}, caller)
    rmSync(ports.paths.dataFolder, { recursive: true })
    const { storeFile, backupsFolder } = ports.paths
    const vanished = { code: 'store.vanished', details: { path: storeFile, backups: backupsFolder } }
    expect(await backend.call('settings.update', { theme: 'dark' }, caller)).toMatchObject({
      error: vanished,
    })
    expect(await backend.call('app.getState', {}, caller)).toMatchObject({
      value: { session: { isDemo: true }, hasDemo: true },
    })
    const made = await backend.call('backups.add', {}, caller)
    expect(made).toMatchObject({ ok: true, value: { reason: 'manual' } })
    const listed = await backend.call('backups.list', {}, caller)
    expect(listed).toMatchObject({
      ok: true,
      value: { folder: backupsFolder, items: [{ reason: 'manual' }] },
    })
    await backend.close()
  },
)
