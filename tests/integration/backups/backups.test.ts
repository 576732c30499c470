import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackups } from '#main/services/backups/backups.service.ts'
import { removeWorkspace } from '#main/store/repos/people.repo.ts'
import { addPerson, client, openPeople, type People, putSession, sessionOf } from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const [anna, boris, guest] = [client('anna'), client('boris'), client('guest')]

let opened: People
let backups: ReturnType<typeof createBackups>
/** What was asked of the syncs. */
let calls: string[]

beforeEach(async () => {
  opened = await openPeople(tempFolder())
  const { store, ports } = opened
  calls = []
  const note = (name: string) => async () => {
    calls.push(`${name} with ${store.listBackups().length} copies`)
  }
  backups = createBackups({ store, ports, jobs: [{ stopAll: note('stop'), recover: note('recover') }] })
  const atMs = opened.ports.clock.nowMs()
  for (const [caller, workspaceId] of [
    [anna, 'w1'],
    [boris, 'w2'],
  ] as const) {
    const userId = caller.clientKey
    addPerson(opened.store, { workspaceId, userId, passwordHash: 'x' })
    putSession(opened.store, caller, { workspaceId, userId }, { atMs })
  }
  await opened.people.startDemo(guest)
})
afterEach(() => opened.close())

const who = (caller: typeof anna) => sessionOf(opened.people, caller)

it('makes backups and lists them, the newest first, with their folder', async () => {
  const first = await backups.add(who(anna))
  opened.ports.clock.advance(60_000)
  const second = await backups.add(who(boris))
  expect(backups.list(who(anna))).toEqual({
    folder: opened.ports.paths.backupsFolder,
    items: [second, first],
  })
  expect(first).toMatchObject({ reason: 'manual', bytes: expect.any(Number), atMs: expect.any(Number) })
})

describe('restore', () => {
  it('puts the data back and ends every session, the one that asked as well', async () => {
    const { id } = await backups.add(who(anna))
    opened.ports.clock.advance(60_000)
    opened.store.transaction((db) => removeWorkspace(db, 'w2'))
    await backups.restore(who(anna), id)
    // Nothing is written while the file is exchanged; the copy before it is made by the restore itself.
    expect(calls).toEqual(['stop with 1 copies', 'recover with 2 copies'])
    expect([anna, boris, guest].map(opened.people.findSession)).toEqual([null, null, null])
    putSession(opened.store, client('again'), { workspaceId: 'w2', userId: 'boris' }, { atMs: 0 })
    expect(who(client('again')).workspaceId).toBe('w2')
  })

  it.each(['no-such-file', '../infrazen.sqlite', '', '..', '/etc/hostname'])(
    'knows no backup %j and changes nothing',
    async (id) => {
      await expect(backups.restore(who(anna), id)).rejects.toThrow('backup.notFound')
      expect(who(anna).userId).toBe('anna')
    },
  )
})

describe('the keeper of the store', () => {
  it('is the owner of the first organisation: nobody else puts everybody’s data back', async () => {
    const { id } = await backups.add(who(anna))
    await expect(backups.restore(who(boris), id)).rejects.toMatchObject({
      code: 'backup.notKeeper',
      details: { name: 'Организация w1' },
    })
    expect(who(boris).userId).toBe('boris')
  })

  it('is not whoever opens the demo company', async () => {
    const { id } = await backups.add(who(anna))
    expect(() => backups.list(who(guest))).toThrow('backup.notKeeper')
    expect(() => backups.add(who(guest))).toThrow('backup.notKeeper')
    await expect(backups.restore(who(guest), id)).rejects.toThrow('backup.notKeeper')
  })

  it('is the demo person as long as there is nobody else', async () => {
    opened.store.transaction((db) => {
      for (const id of ['w1', 'w2']) removeWorkspace(db, id)
    })
    const { id } = await backups.add(who(guest))
    expect(backups.list(who(guest)).items).toHaveLength(1)
    await backups.restore(who(guest), id)
    expect(opened.people.findSession(guest)).toBeNull()
  })
})
