import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migration, migrations } from '#main/store/migrations.ts'
import { openStore } from '#main/store/open.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { countRows, fillEveryTable } from '#tests/support/full-store.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const mark = (store: Store, value: string) =>
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'mark', value }))

const markOf = (store: Store) =>
  store.read
    .select()
    .from(settings)
    .all()
    .find((row) => row.key === 'mark')?.value

async function openMarked() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  store.transaction(fillEveryTable)
  mark(store, 'before')
  return { ports, store }
}

test('a backup says when and why it was made, and two in one second are two', async () => {
  const { ports, store } = await openMarked()
  const first = await store.backup('manual')
  expect(first).toEqual({
    id: 'infrazen-2026-11-20T09-00-00Z-manual.sqlite',
    atMs: ports.clock.nowMs(),
    bytes: statSync(join(ports.paths.backupsFolder, first.id)).size,
    reason: 'manual',
  })
  const second = await store.backup('manual')
  ports.clock.advance(60_000)
  const third = await store.backup('manual')
  expect(store.listBackups()).toEqual([third, second, first])
  expect(readdirSync(ports.paths.backupsFolder)).toHaveLength(3)
  store.close()
})

test('what is not a backup is not listed', async () => {
  const { ports, store } = await openMarked()
  const { id } = await store.backup('manual')
  const folder = ports.paths.backupsFolder
  writeFileSync(join(folder, 'notes.txt'), '')
  writeFileSync(join(folder, `${id}.part`), '')
  mkdirSync(join(folder, 'infrazen-2026-01-01T00-00-00Z-manual.sqlite'))
  symlinkSync(ports.paths.storeFile, join(folder, 'infrazen-2026-01-02T00-00-00Z-manual.sqlite'))
  expect(store.listBackups().map((file) => file.id)).toEqual([id])
  store.close()
})

test('restoring brings the rows of then, keeps a copy of now, and handles made before go on working', async () => {
  const { store } = await openMarked()
  const { read } = store
  const rows = countRows(store)
  const { id } = await store.backup('manual')
  mark(store, 'after')
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'more', value: 1 }))
  await store.restore(id)
  expect(countRows(store)).toEqual(rows)
  expect(markOf(store)).toBe('before')
  expect(read.select().from(settings).all()).toHaveLength(rows.settings ?? 0)
  mark(store, 'written after the restore')
  const kept = store.listBackups().find((file) => file.reason === 'beforeRestore')
  await store.restore(kept?.id ?? '')
  expect(markOf(store)).toBe('after')
  store.close()
})

test('what was restored is there after the program starts again, with nothing left beside it', async () => {
  const { ports, store } = await openMarked()
  const { id } = await store.backup('manual')
  mark(store, 'after')
  await store.restore(id)
  mark(store, 'last')
  store.close()
  expect(readdirSync(ports.paths.dataFolder).sort()).toEqual(['backups', 'infrazen.lock', 'infrazen.sqlite'])
  const again = await openStore(ports)
  expect(markOf(again)).toBe('last')
  again.close()
})

test('a backup of an older version is brought to this one on its way in', async () => {
  const { ports, store } = await openMarked()
  const { id } = await store.backup('manual')
  store.close()
  const newer = [...migrations, migration('9001_adds_table', 'CREATE TABLE later (id integer PRIMARY KEY)')]
  const upgraded = await openStore(ports, newer)
  mark(upgraded, 'after')
  await upgraded.restore(id)
  expect(markOf(upgraded)).toBe('before')
  expect(countRows(upgraded)).toMatchObject({ later: 0, store_migrations: newer.length })
  const made = await upgraded.backup('manual')
  upgraded.close()
  const older = testPorts(tempFolder())
  const yesterday = await openStore(older)
  mkdirSync(older.paths.backupsFolder, { recursive: true })
  writeFileSync(
    join(older.paths.backupsFolder, made.id),
    readFileSync(join(ports.paths.backupsFolder, made.id)),
  )
  await expect(yesterday.restore(made.id)).rejects.toMatchObject({ code: 'store.newer' })
  yesterday.close()
})

test('a damaged backup is refused and everything stays as it was', async () => {
  const { ports, store } = await openMarked()
  const { id } = await store.backup('manual')
  mark(store, 'after')
  const path = join(ports.paths.backupsFolder, id)
  const sound = readFileSync(path)
  const holed = Buffer.from(sound)
  holed.fill(0xff, 3 * 4096, 5 * 4096)
  const empty = Buffer.alloc(0)
  for (const bytes of [Buffer.from('not a database'), sound.subarray(0, sound.length / 2), holed, empty]) {
    writeFileSync(path, bytes)
    await expect(store.restore(id)).rejects.toMatchObject({ code: 'backup.damaged' })
    expect(markOf(store)).toBe('after')
    expect(store.listBackups().map((file) => file.reason)).toEqual(['manual'])
  }
  expect(readdirSync(ports.paths.dataFolder).filter((name) => name.includes('restoring'))).toEqual([])
  store.close()
})

test('a name that leads out of the folder is not found', async () => {
  const { ports, store } = await openMarked()
  const { id } = await store.backup('manual')
  const names = [
    '../infrazen.sqlite',
    `../backups/${id}`,
    `..\\backups\\${id}`,
    join(ports.paths.backupsFolder, id),
    `./${id}`,
    `${id}\0`,
    '',
    '.',
    'infrazen-2020-01-01T00-00-00Z-manual.sqlite',
  ]
  for (const name of names) {
    await expect(store.restore(name)).rejects.toMatchObject({ code: 'backup.notFound' })
  }
  store.close()
})

test('the ten newest automatic backups are kept and manual ones always', async () => {
  const { ports, store } = await openMarked()
  const manual = await store.backup('manual')
  for (let i = 0; i < 14; i += 1) {
    ports.clock.advance(1_000)
    await store.backup('beforeRestore')
  }
  const kept = store.listBackups()
  expect(kept.filter((file) => file.reason === 'beforeRestore')).toHaveLength(10)
  expect(kept[0]?.atMs).toBe(ports.clock.nowMs())
  expect(kept).toContainEqual(manual)
  store.close()
})

test('a restore that a kill cut short leaves the old store and no draft', async () => {
  const { ports, store } = await openMarked()
  store.close()
  writeFileSync(`${ports.paths.storeFile}.restoring`, 'half a copy')
  const again = await openStore(ports)
  expect(markOf(again)).toBe('before')
  again.close()
  expect(readdirSync(ports.paths.dataFolder)).not.toContain('infrazen.sqlite.restoring')
})
