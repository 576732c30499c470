import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migration, migrations } from '#main/store/migrations.ts'
import { openStore } from '#main/store/open.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { countRows, fillEveryTable } from '#tests/support/full-store.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const BREAK = '\n--> statement-breakpoint\n'

const addsTable = migration('9001_adds_table', 'CREATE TABLE `later` (`id` integer PRIMARY KEY)')

/** What drizzle-kit writes to change a column: a new table, the rows, and the old table dropped. */
const rebuildsParent = migration(
  '9002_rebuilds_parent',
  [
    'PRAGMA foreign_keys=OFF;',
    `CREATE TABLE __new_workspaces (id text PRIMARY KEY NOT NULL, name text NOT NULL, kind text NOT NULL,
      currency text NOT NULL, time_zone text NOT NULL, demo_day text, created_at_ms integer NOT NULL, note text);`,
    `INSERT INTO __new_workspaces (id, name, kind, currency, time_zone, demo_day, created_at_ms)
      SELECT id, name, kind, currency, time_zone, demo_day, created_at_ms FROM workspaces;`,
    'DROP TABLE workspaces;',
    'ALTER TABLE __new_workspaces RENAME TO workspaces;',
    'PRAGMA foreign_keys=ON;',
  ].join(BREAK),
)

const fails = migration('9003_fails', `CREATE TABLE half (id integer)${BREAK}INSERT INTO nowhere VALUES (1)`)

async function makeFull() {
  const ports = testPorts(tempFolder())
  const store = await openStore(ports)
  store.transaction(fillEveryTable)
  const rows = countRows(store)
  store.close()
  return { ports, rows }
}

test('a new store runs every migration once and makes no backup', async () => {
  const ports = testPorts(tempFolder())
  for (const _ of ['first', 'second']) {
    const store = await openStore(ports)
    expect(store.read.all(sql`SELECT name, hash FROM store_migrations`)).toEqual(
      migrations.map(({ name, hash }) => ({ name, hash })),
    )
    expect(store.listBackups()).toEqual([])
    store.close()
  }
  expect(ports.lines.filter((line) => line.event === 'store.migrated')).toHaveLength(migrations.length)
})

test('an upgrade keeps every row of every table and leaves a copy of the store before it', async () => {
  const { ports, rows } = await makeFull()
  expect(Object.entries(rows).filter(([, count]) => count === 0)).toEqual([])
  const store = await openStore(ports, [...migrations, addsTable, rebuildsParent])
  expect(countRows(store)).toEqual({ ...rows, later: 0, store_migrations: migrations.length + 2 })
  expect(store.read.all(sql`PRAGMA foreign_key_check`)).toEqual([])
  expect(store.read.get(sql`PRAGMA foreign_keys`)).toEqual({ foreign_keys: 1 })
  expect(store.listBackups()).toMatchObject([{ reason: 'beforeMigration' }])
  store.close()
  const again = await openStore(ports, [...migrations, addsTable, rebuildsParent])
  expect(again.listBackups()).toHaveLength(1)
  again.close()
})

test('a migration that was merged late, under an earlier name, still runs', async () => {
  const ports = testPorts(tempFolder())
  ;(await openStore(ports, [...migrations, rebuildsParent])).close()
  const store = await openStore(ports, [...migrations, addsTable, rebuildsParent])
  expect(countRows(store)).toMatchObject({ later: 0 })
  store.close()
})

test('a store from a newer version is refused and stays as it was', async () => {
  const { ports, rows } = await makeFull()
  ;(await openStore(ports, [...migrations, addsTable])).close()
  await expect(openStore(ports)).rejects.toMatchObject({
    code: 'store.newer',
    details: { name: '9001_adds_table' },
  })
  const store = await openStore(ports, [...migrations, addsTable])
  expect(countRows(store)).toMatchObject({ ...rows, store_migrations: migrations.length + 1 })
  store.close()
})

test('a migration whose text changed after it ran is refused', async () => {
  const ports = testPorts(tempFolder())
  ;(await openStore(ports, [...migrations, addsTable])).close()
  const changed = migration(addsTable.name, 'CREATE TABLE `later` (`id` text PRIMARY KEY)')
  await expect(openStore(ports, [...migrations, changed])).rejects.toMatchObject({
    code: 'store.tampered',
    details: { name: '9001_adds_table' },
  })
})

test('line ends of a Windows checkout do not change the hash', () => {
  expect(migration('a', 'CREATE TABLE a (\r\n id)').hash).toBe(migration('a', 'CREATE TABLE a (\n id)').hash)
})

test('a migration that fails leaves the store as before, with a copy, though others before it went through', async () => {
  const { ports, rows } = await makeFull()
  await expect(openStore(ports, [...migrations, addsTable, rebuildsParent, fails])).rejects.toMatchObject({
    code: 'store.migrationFailed',
    details: { name: '9003_fails', backups: ports.paths.backupsFolder },
  })
  const store = await openStore(ports)
  expect(countRows(store)).toEqual(rows)
  expect(store.listBackups()).toMatchObject([{ reason: 'beforeMigration' }])
  store.close()
  expect(readdirSync(ports.paths.dataFolder).sort()).toEqual(['backups', 'infrazen.lock', 'infrazen.sqlite'])
})

test('a migration that would leave rows pointing at nothing is undone', async () => {
  const { ports, rows } = await makeFull()
  const orphans = migration('9004_orphans', 'DELETE FROM connections')
  await expect(openStore(ports, [...migrations, orphans])).rejects.toMatchObject({
    code: 'store.migrationFailed',
  })
  const store = await openStore(ports)
  expect(countRows(store)).toEqual(rows)
  store.close()
})
