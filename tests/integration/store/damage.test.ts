import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { asPlainUser } from '#tests/support/as-plain-user.ts'
import { countRows, fillEveryTable } from '#tests/support/full-store.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

async function makeFull() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  store.transaction(fillEveryTable)
  store.close()
  return ports
}

const damaged = (ports: ReturnType<typeof testPorts>) => ({
  code: 'store.corrupt',
  details: { path: ports.paths.storeFile, backups: ports.paths.backupsFolder },
})

test('a file that is no database is named damaged and not touched', async () => {
  const ports = await makeFull()
  const text = 'это не база данных '.repeat(100)
  writeFileSync(ports.paths.storeFile, text)
  await expect(openStore(ports)).rejects.toMatchObject(damaged(ports))
  expect(readFileSync(ports.paths.storeFile, 'utf8')).toBe(text)
})

test('a database of another program is refused and not touched', async () => {
  const ports = await makeFull()
  const store = await openStore(ports)
  store.transaction((db) => db.run(sql`DROP TABLE store_migrations`))
  store.close()
  const before = readFileSync(ports.paths.storeFile)
  await expect(openStore(ports)).rejects.toMatchObject({ code: 'store.corrupt' })
  expect(readFileSync(ports.paths.storeFile).equals(before)).toBe(true)
})

test('a file cut short is damaged; so is an empty one when backups tell of data', async () => {
  const ports = await makeFull()
  const store = await openStore(ports)
  await store.backup('manual')
  store.close()
  truncateSync(ports.paths.storeFile, statSync(ports.paths.storeFile).size - 4096)
  await expect(openStore(ports)).rejects.toMatchObject(damaged(ports))
  truncateSync(ports.paths.storeFile, 0)
  await expect(openStore(ports)).rejects.toMatchObject(damaged(ports))
})

test('rubbish at random places is refused by name or does no harm that a check can see', async () => {
  const ports = await makeFull()
  const sound = readFileSync(ports.paths.storeFile)
  const next = randomNumbers(7)
  const outcomes: Record<string, number> = {}
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const bytes = Buffer.from(sound)
    const length = 1 + next(64)
    // The beginnings of pages hold their structure; the middles hold rows and free space.
    const page = next(bytes.length / 4096) * 4096
    const at = Math.min(attempt % 2 === 0 ? page : next(bytes.length), bytes.length - length)
    for (let i = 0; i < length; i += 1) bytes[at + i] = next(256)
    writeFileSync(ports.paths.storeFile, bytes)
    const outcome = await openStore(ports).then(
      (store) => {
        store.close()
        return 'opened'
      },
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    )
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  const named = ['opened', 'store.corrupt', 'store.tampered', 'store.newer', 'store.readOnly']
  expect(Object.keys(outcomes).filter((outcome) => !named.includes(outcome))).toEqual([])
  expect(outcomes['store.corrupt']).toBeGreaterThan(50)
})

test('damage that comes up while the store is open is named too', async () => {
  const ports = await makeFull()
  const store = await openStore(ports)
  const root = store.read.get<{ page: number }>(
    sql`SELECT rootpage AS page FROM sqlite_schema WHERE name = 'jobs'`,
  ).page
  store.close()
  const again = await openStore(ports)
  const handle = openSync(ports.paths.storeFile, 'r+')
  writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, (root - 1) * 4096)
  closeSync(handle)
  again.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'a', value: 1 }))
  again.transaction((db) => db.run(sql`PRAGMA shrink_memory`))
  expect(() => again.read.all(sql`SELECT * FROM jobs NOT INDEXED`)).toThrow(
    expect.objectContaining(damaged(ports)),
  )
  again.close()
})

test('a full disk is named, keeps nothing of the action and loses nothing of before', async () => {
  const ports = await makeFull()
  const store = await openStore(ports)
  const rows = countRows(store)
  const add = (db: WritableDb) => {
    for (let i = 0; i < 500; i += 1) {
      putSetting(db, { scope: 'app', ownerId: '', key: `k${i}`, value: 'x'.repeat(2_000) })
    }
  }
  const pages = store.read.get<{ page_count: number }>(sql`PRAGMA page_count`).page_count
  store.transaction((db) => db.get(sql`PRAGMA max_page_count = ${sql.raw(String(pages + 20))}`))
  expect(() => store.transaction(add)).toThrow(
    expect.objectContaining({ code: 'store.diskFull', details: { path: ports.paths.storeFile } }),
  )
  expect(countRows(store)).toEqual(rows)
  store.transaction((db) => db.get(sql`PRAGMA max_page_count = 1000000`))
  store.transaction(add)
  expect(store.read.all(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: 'ok' }])
  expect(store.read.select().from(settings).all()).toHaveLength(501)
  store.close()
})

test('a store file that may only be read is named', async () => {
  const ports = await makeFull()
  const { dataFolder, storeFile, lockFile } = ports.paths
  chmodSync(storeFile, 0o400)
  await asPlainUser([dataFolder, storeFile, lockFile], async () => {
    await expect(openStore(ports)).rejects.toMatchObject({
      code: 'store.readOnly',
      details: { path: storeFile },
    })
  })
  chmodSync(storeFile, 0o600)
  await asPlainUser([], async () => {
    const store = await openStore(ports)
    store.close()
  })
})

test('a store whose format says "read only" is found out at opening and not at the first save', async () => {
  const ports = await makeFull()
  const bytes = readFileSync(ports.paths.storeFile)
  bytes[18] = 3
  writeFileSync(ports.paths.storeFile, bytes)
  await expect(openStore(ports)).rejects.toMatchObject({ code: 'store.readOnly' })
})

test('a data folder that cannot be made or written is named', async () => {
  const folder = tempFolder()
  const file = join(folder, 'file')
  writeFileSync(file, '')
  // The last is a folder that exists and says of every other in it that there is no such place.
  const noPlace = process.platform === 'linux' ? ['/proc/infrazen', '/proc/infrazen/data'] : []
  for (const path of [file, join(file, 'inside'), join(file, 'deep', 'inside'), ...noPlace]) {
    await expect(openStore(testPorts(path))).rejects.toMatchObject({
      code: 'store.noPermission',
      details: { path },
    })
  }
  chmodSync(folder, 0o500)
  await asPlainUser([folder], async () => {
    for (const path of [folder, join(folder, 'data')]) {
      await expect(openStore(testPorts(path))).rejects.toMatchObject({
        code: 'store.noPermission',
        details: { path },
      })
    }
  })
})

test('nobody but the owner can read the data', async () => {
  const ports = testPorts(join(tempFolder(), 'deep', 'data'))
  const store = await openStore(ports)
  store.transaction(fillEveryTable)
  const { id } = await store.backup('manual')
  const { dataFolder, storeFile, backupsFolder, lockFile } = ports.paths
  const mode = (path: string) => statSync(path).mode & 0o777
  expect([dataFolder, backupsFolder].map(mode)).toEqual([0o700, 0o700])
  const files = [storeFile, `${storeFile}-wal`, `${storeFile}-shm`, lockFile, join(backupsFolder, id)]
  expect(files.map(mode)).toEqual(files.map(() => 0o600))
  store.close()
})
