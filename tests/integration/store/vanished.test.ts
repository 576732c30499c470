import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { recoverStore } from '#main/store/recover.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { countRows, fillEveryTable } from '#tests/support/full-store.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

// Windows deletes no file that a program has open.
const onPosix = test.runIf(process.platform !== 'win32')

const mark = (store: Store, value: string) =>
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'mark', value }))

const markOf = (store: Store) =>
  store.read
    .select()
    .from(settings)
    .all()
    .find((row) => row.key === 'mark')?.value

async function openMarked() {
  const ports = testPorts(join(tempFolder(), 'data'))
  const store = await openStore(ports)
  store.transaction(fillEveryTable)
  mark(store, 'before')
  return { ports, store }
}

const refusal = (path: string, backups: string) =>
  expect.objectContaining({ code: 'store.vanished', details: { path, backups } })

onPosix('when its folder is deleted, a store refuses to write by name and goes on reading', async () => {
  const { ports, store } = await openMarked()
  const rows = countRows(store)
  rmSync(ports.paths.dataFolder, { recursive: true })
  const { storeFile, backupsFolder } = ports.paths
  expect(() => mark(store, 'lost')).toThrow(refusal(storeFile, backupsFolder))
  expect(markOf(store)).toBe('before')
  expect(countRows(store)).toEqual(rows)
  expect(existsSync(ports.paths.dataFolder)).toBe(false)
  store.close()
})

onPosix(
  'a backup saves all of a store whose folder is deleted, and the next start recovers from it',
  async () => {
    const { ports, store } = await openMarked()
    const rows = countRows(store)
    rmSync(ports.paths.dataFolder, { recursive: true })
    const backup = await store.backup('manual')
    expect(store.listBackups()).toEqual([backup])
    expect(() => mark(store, 'still lost')).toThrow(expect.objectContaining({ code: 'store.vanished' }))
    store.close()

    await expect(openStore(ports)).rejects.toMatchObject({ code: 'store.corrupt' })
    expect(await recoverStore(ports)).toMatchObject({ from: { id: backup.id }, keptAs: null })
    const again = await openStore(ports)
    expect([markOf(again), countRows(again)]).toEqual(['before', rows])
    again.close()
  },
)

onPosix('a backup of a store whose folder is deleted can be restored into another', async () => {
  const { ports, store } = await openMarked()
  const rows = countRows(store)
  rmSync(ports.paths.dataFolder, { recursive: true })
  const { id } = await store.backup('manual')
  store.close()

  const elsewhere = testPorts(tempFolder())
  const other = await openStore(elsewhere)
  mkdirSync(elsewhere.paths.backupsFolder)
  copyFileSync(join(ports.paths.backupsFolder, id), join(elsewhere.paths.backupsFolder, id))
  await other.restore(id)
  expect([markOf(other), countRows(other)]).toEqual(['before', rows])
  mark(other, 'after')
  other.close()
})

onPosix('a store whose file was replaced neither writes to it nor restores over it', async () => {
  const { ports, store } = await openMarked()
  const { id } = await store.backup('manual')
  const { storeFile, dataFolder } = ports.paths
  writeFileSync(join(dataFolder, 'other'), 'of another program')
  renameSync(join(dataFolder, 'other'), storeFile)
  expect(() => mark(store, 'lost')).toThrow(expect.objectContaining({ code: 'store.vanished' }))
  await expect(store.restore(id)).rejects.toMatchObject({ code: 'store.vanished' })
  expect(store.listBackups().map((file) => file.reason)).toEqual(['manual'])
  store.close()
})

onPosix('a store whose log of changes was deleted refuses to write', async () => {
  const { ports, store } = await openMarked()
  const log = `${ports.paths.storeFile}-wal`
  rmSync(log)
  expect(() => mark(store, 'lost')).toThrow(refusal(log, ports.paths.backupsFolder))
  store.close()
  const again = await openStore(ports)
  expect(markOf(again)).toBe('before')
  again.close()
})

onPosix('closing a store whose folder is deleted leaves alone who holds the folder made anew', async () => {
  const { ports, store } = await openMarked()
  rmSync(ports.paths.dataFolder, { recursive: true })
  mkdirSync(ports.paths.dataFolder)
  const holderFile = `${ports.paths.lockFile}.json`
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid + 1, host: '', sinceMs: 0 }))
  store.close()
  expect(readdirSync(ports.paths.dataFolder)).toEqual(['infrazen.lock.json'])
})

test('a restore keeps the store writable, under the file that took the place', async () => {
  const { store } = await openMarked()
  const { id } = await store.backup('manual')
  await store.restore(id)
  mark(store, 'after')
  expect(markOf(store)).toBe('after')
  store.close()
})

test('a missing store file beside backups is a loss and not a first start', async () => {
  const { ports, store } = await openMarked()
  await store.backup('manual')
  store.close()
  rmSync(ports.paths.storeFile)
  await expect(openStore(ports)).rejects.toMatchObject({ code: 'store.corrupt' })
  expect(existsSync(ports.paths.storeFile)).toBe(false)
})
