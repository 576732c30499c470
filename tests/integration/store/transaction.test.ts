import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { insertMembership } from '#main/store/repos/people.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const put = (db: WritableDb, key: string) => putSetting(db, { scope: 'app', ownerId: '', key, value: 1 })

async function open() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  const keys = () =>
    store.read
      .select({ key: settings.key })
      .from(settings)
      .all()
      .map((row) => row.key)
  return { ports, store, keys }
}

test('work that throws leaves nothing, and what it threw comes out as it was', async () => {
  const { store, keys } = await open()
  const error = new RangeError('mine')
  const work = () =>
    store.transaction((db) => {
      put(db, 'a')
      throw error
    })
  expect(work).toThrow(error)
  expect(keys()).toEqual([])
  store.close()
})

test('work that waits is refused and leaves nothing, also what it would write later', async () => {
  const { store, keys } = await open()
  let later: Promise<void> = Promise.resolve()
  const work = () =>
    store.transaction((db) => {
      put(db, 'a')
      later = Promise.resolve().then(() => put(db, 'b'))
      return later
    })
  expect(work).toThrow('cannot wait')
  await expect(later).rejects.toThrow('outside a transaction')
  expect(keys()).toEqual([])
  store.close()
})

test('a transaction inside another is undone alone', async () => {
  const { store, keys } = await open()
  store.transaction((db) => {
    put(db, 'a')
    expect(() =>
      store.transaction((inner) => {
        put(inner, 'b')
        throw new Error('inner')
      }),
    ).toThrow('inner')
    store.transaction((inner) => put(inner, 'c'))
    expect(keys()).toEqual(['a', 'c'])
  })
  expect(keys()).toEqual(['a', 'c'])
  store.close()
})

test('the read handle refuses to write, even by raw SQL', async () => {
  const { store, keys } = await open()
  store.transaction((db) => put(db, 'a'))
  expect(() => store.read.all(sql`DELETE FROM settings RETURNING key`)).toThrow('read handle')
  expect(() => store.read.get(sql`UPDATE settings SET key = 'x' RETURNING key`)).toThrow('read handle')
  expect(keys()).toEqual(['a'])
  store.close()
})

test('a broken constraint keeps its own error, for the log', async () => {
  const { store } = await open()
  const work = () =>
    store.transaction((db) => insertMembership(db, { workspaceId: 'none', userId: 'none', role: 'owner' }))
  expect(work).toThrow('FOREIGN KEY constraint failed')
  store.close()
})

test('a closed store says so to every call, and closing twice is nothing', async () => {
  const { ports, store, keys } = await open()
  store.close()
  store.close()
  const closed = expect.objectContaining({ code: 'store.closed' })
  expect(keys).toThrow(closed)
  expect(() => store.transaction(() => 1)).toThrow(closed)
  await expect(store.backup('manual')).rejects.toMatchObject({ code: 'store.closed' })
  await expect(store.restore('x')).rejects.toMatchObject({ code: 'store.closed' })
  expect(store.fileBytes()).toBeGreaterThan(0)
  ;(await openStore(ports)).close()
})

test('backups and restores are refused inside a transaction', async () => {
  const { store } = await open()
  const inside: Promise<unknown>[] = []
  store.transaction(() => {
    inside.push(store.backup('manual'), store.restore('x'))
  })
  for (const call of inside) await expect(call).rejects.toThrow('inside a transaction')
  store.close()
})

test('every commit is flushed: the log is written ahead and synchronous is FULL', async () => {
  const { store } = await open()
  const pragma = (name: string) =>
    store.transaction((db) => Object.values(db.get<object>(sql`PRAGMA ${sql.raw(name)}`))[0])
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map(pragma)).toEqual([
    'wal',
    2,
    1,
    0,
  ])
  store.close()
})
