import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migration, migrations } from '#main/store/migrations.ts'
import { openStore } from '#main/store/open.ts'
import { recoverStore } from '#main/store/recover.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { asPlainUser } from '#tests/support/as-plain-user.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { countRows, fillEveryTable } from '#tests/support/full-store.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const KILLS = 25
const PAGE = 4096

const mark = (store: Store, value: string) =>
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'mark', value }))

const markOf = (store: Store) =>
  store.read
    .select()
    .from(settings)
    .all()
    .find((row) => row.key === 'mark')?.value

/** A store in use that has two backups, `first` and `second`, and bears the mark `third`, which is in its log alone. */
async function openWithBackups() {
  const ports = testPorts(tempFolder())
  const before = await openStore(ports)
  before.transaction(fillEveryTable)
  const ids = []
  for (const value of ['first', 'second']) {
    mark(before, value)
    ids.push((await before.backup('manual')).id)
    ports.clock.advance(3_600_000)
  }
  before.close()
  const store = await openStore(ports)
  mark(store, 'third')
  const [first = '', second = ''] = ids.map((id) => join(ports.paths.backupsFolder, id))
  return { ports, store, first, second }
}

/** Rubbish in every page but the first, so that the file still says what it is. */
function spoil(path: string): void {
  const handle = openSync(path, 'r+')
  const { size } = statSync(path)
  writeSync(handle, Buffer.alloc(size - PAGE, 0xa5), 0, size - PAGE, PAGE)
  closeSync(handle)
}

async function makeDamaged() {
  const made = await openWithBackups()
  made.store.close()
  spoil(made.ports.paths.storeFile)
  return made
}

/** Every file in the folder with what is in it, but for the lock's, which everybody who looks takes. */
const contents = (folder: string): [string, string][] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('infrazen.lock'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, 'base64')])

async function expectMark(ports: TestPorts, value: string): Promise<void> {
  const store = await openStore(ports)
  expect(markOf(store)).toBe(value)
  expect(store.read.all(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: 'ok' }])
  store.close()
}

test('the newest backup takes the place of a damaged store, and the damaged file stays as it was', async () => {
  const { ports, second } = await makeDamaged()
  const { storeFile, backupsFolder } = ports.paths
  const damaged = readFileSync(storeFile)
  await expect(openStore(ports)).rejects.toMatchObject({ code: 'store.corrupt' })
  const keptAs = `${storeFile}.damaged-2026-11-20T11-00-00Z`
  expect(await recoverStore(ports)).toEqual({
    from: {
      id: 'infrazen-2026-11-20T10-00-00Z-manual.sqlite',
      atMs: Date.parse('2026-11-20T10:00:00Z'),
      bytes: statSync(second).size,
      reason: 'manual',
    },
    keptAs,
  })
  expect(readFileSync(keptAs).equals(damaged)).toBe(true)
  expect(existsSync(`${storeFile}.restoring`)).toBe(false)
  await expectMark(ports, 'second')
  expect(readdirSync(backupsFolder)).toHaveLength(2)
})

test('a backup that is damaged too is passed over for the one before', async () => {
  const { ports, second } = await makeDamaged()
  spoil(second)
  expect((await recoverStore(ports)).from.id).toBe('infrazen-2026-11-20T09-00-00Z-manual.sqlite')
  await expectMark(ports, 'first')
})

test('with no sound backup everything stays as it was', async () => {
  const { ports, first, second } = await makeDamaged()
  spoil(first)
  writeFileSync(second, 'no database')
  const before = contents(ports.paths.dataFolder)
  await expect(recoverStore(ports)).rejects.toMatchObject({
    code: 'store.noSoundBackup',
    details: { backups: ports.paths.backupsFolder },
  })
  expect(contents(ports.paths.dataFolder)).toEqual(before)
})

test('a sound store is not given up for a backup', async () => {
  const { ports, store } = await openWithBackups()
  store.close()
  const before = contents(ports.paths.dataFolder)
  await expect(recoverStore(ports)).rejects.toMatchObject({
    code: 'store.sound',
    details: { path: ports.paths.storeFile },
  })
  expect(contents(ports.paths.dataFolder)).toEqual(before)
  await expectMark(ports, 'third')
})

test('a store of a newer version is not damaged, and a backup of one is not taken', async () => {
  const { ports, store, second } = await openWithBackups()
  store.close()
  const { storeFile } = ports.paths
  const newer = await openStore(ports, [
    ...migrations,
    migration('9999_newer', 'CREATE TABLE newer (a ANY) STRICT'),
  ])
  newer.close()
  await expect(recoverStore(ports)).rejects.toMatchObject({ code: 'store.newer' })
  copyFileSync(storeFile, second)
  spoil(storeFile)
  const backups = readdirSync(ports.paths.backupsFolder)
  for (const id of backups.filter((name) => name.includes('beforeMigration')))
    rmSync(join(ports.paths.backupsFolder, id))
  await recoverStore(ports)
  await expectMark(ports, 'first')
})

test('damage that only a full check sees is damage', async () => {
  const { ports, store } = await openWithBackups()
  store.transaction((db) => {
    db.run(sql`CREATE TABLE t (a ANY) STRICT`)
    db.run(sql`CREATE INDEX t_a ON t (a)`)
    db.run(sql`INSERT INTO t VALUES ('needle')`)
  })
  store.close()
  const { storeFile } = ports.paths
  const bytes = readFileSync(storeFile)
  bytes.write('beetle', bytes.indexOf('needle'))
  writeFileSync(storeFile, bytes)
  await recoverStore(ports)
  await expectMark(ports, 'second')
})

test('an empty file and none at all are recovered from a backup', async () => {
  const { ports } = await makeDamaged()
  const { storeFile } = ports.paths
  truncateSync(storeFile, 0)
  expect((await recoverStore(ports)).keptAs).toBe(`${storeFile}.damaged-2026-11-20T11-00-00Z`)
  rmSync(storeFile)
  expect((await recoverStore(ports)).keptAs).toBeNull()
  await expectMark(ports, 'second')
})

test('what lies beside the damaged file stays with it and is not played into the recovered store', async () => {
  const { ports, store } = await openWithBackups()
  const { storeFile } = ports.paths
  const log = readFileSync(`${storeFile}-wal`)
  store.close()
  spoil(storeFile)
  writeFileSync(`${storeFile}-wal`, log)
  const damaged = readFileSync(storeFile)
  const { keptAs } = await recoverStore(ports)
  expect(readFileSync(`${keptAs}`).equals(damaged)).toBe(true)
  expect(readFileSync(`${keptAs}-wal`).equals(log)).toBe(true)
  await expectMark(ports, 'second')
})

test('the rights of a backup that somebody brought do not become those of the store', async () => {
  const { ports, second } = await makeDamaged()
  const { dataFolder, storeFile, backupsFolder, lockFile } = ports.paths
  chmodSync(second, 0o444)
  await asPlainUser([dataFolder, backupsFolder, second, storeFile, lockFile], async () => {
    await recoverStore(ports)
    await expectMark(ports, 'second')
  })
  expect(statSync(storeFile).mode & 0o777).toBe(0o600)
})

test('two recoveries in one second keep two damaged files', async () => {
  const { ports } = await makeDamaged()
  const { keptAs: first } = await recoverStore(ports)
  spoil(ports.paths.storeFile)
  const { keptAs: second } = await recoverStore(ports)
  expect(second).toBe(`${first}-2`)
  expect([first, second].map((path) => existsSync(`${path}`))).toEqual([true, true])
})

test('a store that another process holds is left to it', async () => {
  const { ports, store } = await openWithBackups()
  store.close()
  const holder = await buildChild('store-holder')
  const child = spawn(process.execPath, [holder.file, ports.paths.dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  await expect(recoverStore(ports)).rejects.toMatchObject({
    code: 'store.busy',
    details: { pid: child.pid },
  })
  child.stdin.end()
  await closed
  holder.remove()
  await expectMark(ports, 'third')
})

test('kill -9 during a recovery leaves the damaged store or the recovered one', async () => {
  const { ports, store } = await openWithBackups()
  const rows = countRows(store)
  const { storeFile, dataFolder } = ports.paths
  const aside = tempFolder()
  const [damaged, log] = [join(aside, 'damaged'), join(aside, 'log')]
  copyFileSync(storeFile, damaged)
  copyFileSync(`${storeFile}-wal`, log)
  store.close()
  spoil(damaged)
  const recoverer = await buildChild('store-recoverer')
  const next = randomNumbers(Date.now())
  for (let kills = 0; kills < KILLS; kills += 1) {
    const child = spawn(process.execPath, [recoverer.file, dataFolder, damaged, log], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    await after(next(80))
    child.kill('SIGKILL')
    expect((await once(child, 'close'))[1]).toBe('SIGKILL')
    expect(existsSync(storeFile)).toBe(true)
    const found = await openStore(ports).then(
      (store) => {
        const value = markOf(store)
        store.close()
        return value
      },
      (error: AppError) => error.code,
    )
    expect(['store.corrupt', 'second']).toContain(found)
  }
  recoverer.remove()
  spoil(storeFile)
  await recoverStore(ports)
  const recovered = await openStore(ports)
  expect(markOf(recovered)).toBe('second')
  expect(countRows(recovered)).toEqual(rows)
  recovered.close()
})
