import { afterEach, beforeEach, expect, it } from 'vitest'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { listSyncable } from '#main/queries/syncable.query.ts'
import { connectionForFile } from '#main/store/repos/file-accounts.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { scopeOf } from '#tests/integration/queries/seed.ts'
import { fileLine, readParcel } from '#tests/support/parcels.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { endOf } from '#tests/support/vault.ts'
import { addPeople, anna, newBeget, type Opened, openConnections } from './open.ts'

let opened: Opened

beforeEach(async () => {
  opened = await openConnections({ folder: tempFolder() })
  addPeople(opened.store)
})
afterEach(() => opened.close())

const ACCOUNT = { provider: 'beget', accountRef: '123456', accountName: 'Счета Beget' } as const

/** A file of the account is read and committed. */
function bringFile(account: Parameters<typeof connectionForFile>[2] = ACCOUNT): {
  id: string
  commit(): void
} {
  const { store, ports } = opened
  const id = store.transaction((db) => connectionForFile(db, 'w1', account, ports.ids, ports.clock.nowMs()))
  const parcel = store.transaction((db) => readParcel(db, 'w1', [fileLine({ connectionId: id, femtos: 7n })]))
  return {
    id,
    commit: () => void store.transaction((db) => commitParcel(db, parcel, { mode: 'replace', atMs: 1 })),
  }
}
const listed = () => listConnections(scopeOf(opened.store, opened.ports, 'w1'), { hasArchived: true }).items

it('an account of a file is a connection from its first committed file on, and nobody asks it anything', async () => {
  const { id, commit } = bringFile()
  expect(listed()).toEqual([])
  commit()
  expect(listed()).toMatchObject([
    {
      id,
      name: 'Счета Beget',
      source: 'files',
      status: 'active',
      dataThrough: '2026-11-01',
      nextSyncAtMs: null,
    },
  ])
  expect(listSyncable(opened.store.read, null)).toEqual([])
  expect(opened.connections.get(anna, id)).toMatchObject({ settings: {}, kept: [] })
  expect(await endOf(opened.connections.update(anna, { id, secrets: { password: 'x' } }))).toBe(
    'connection.filesOnly Счета Beget',
  )
  await opened.connections.update(anna, { id, name: 'Архив Beget' })
  expect(listed()[0]?.name).toBe('Архив Beget')
})

it('an account that was known from files goes on as the same one when it is connected, and back', async () => {
  const { id, commit } = bringFile()
  commit()
  const added = await opened.connections.add(anna, newBeget(opened.fake))
  expect(added.id).toBe(id)
  expect(findConnection(opened.store.read, 'w1', id)).toMatchObject({ source: 'api', status: 'new' })
  const again = bringFile()
  expect(again.id).toBe(id)
  again.commit()
  expect(findConnection(opened.store.read, 'w1', id)).toMatchObject({ source: 'api', status: 'new' })
})

it('two accounts of one name are told apart, and an archived one comes back with its next file', async () => {
  const first = bringFile()
  const second = bringFile({ ...ACCOUNT, accountRef: '7' })
  first.commit()
  second.commit()
  expect(listed().map(({ name }) => name)).toEqual(['Счета Beget', 'Счета Beget (2)'])
  await opened.connections.remove(anna, { id: first.id, history: 'keep' })
  expect(listed().find(({ id }) => id === first.id)?.status).toBe('archived')
  bringFile().commit()
  expect(listed().find(({ id }) => id === first.id)?.status).toBe('active')
})
