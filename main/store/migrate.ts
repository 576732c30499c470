import type { Log } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Connection } from './connection.ts'
import { named, type Place } from './errors.ts'
import type { Migration } from './migrations.ts'

const TABLE = 'store_migrations'

const CREATE = `CREATE TABLE IF NOT EXISTS ${TABLE} (
  name text PRIMARY KEY NOT NULL,
  hash text NOT NULL,
  applied_at_ms integer NOT NULL
) STRICT`

type Applied = { name: string; hash: string }

export type MigrationContext = { nowMs: number; place: Place; log: Log }

export type MigrationPlan = { isFresh: boolean; pending: readonly Migration[] }

/**
 * Compares what the file has been through with what this program knows, by name and by hash. A late migration whose
 * name sorts before applied ones is still found and run.
 */
export function planMigrations(
  connection: Connection,
  known: readonly Migration[],
  place: Place,
): MigrationPlan {
  const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as {
    name: string
  }[]
  if (!tables.some((table) => table.name === TABLE)) {
    if (tables.length === 0) return { isFresh: true, pending: known }
    // Some other program's database: nothing of it may be touched.
    throw new AppError('store.corrupt', { path: place.path, backups: place.backups })
  }
  const applied = connection.prepare(`SELECT name, hash FROM ${TABLE} ORDER BY name`).all() as Applied[]
  const byName = new Map(known.map((item) => [item.name, item]))
  for (const { name, hash } of applied) {
    const item = byName.get(name)
    if (!item) throw new AppError('store.newer', { name })
    if (item.hash !== hash) throw new AppError('store.tampered', { name })
  }
  const done = new Set(applied.map((item) => item.name))
  return { isFresh: applied.length === 0, pending: known.filter((item) => !done.has(item.name)) }
}

/**
 * Runs each migration in a transaction of its own. Foreign keys are off meanwhile, because a table rebuild would
 * otherwise delete the rows that point at it; they are checked before the commit instead.
 */
export function runMigrations(
  connection: Connection,
  pending: readonly Migration[],
  { nowMs, place, log }: MigrationContext,
): void {
  if (pending.length === 0) return
  connection.pragma('foreign_keys = OFF')
  try {
    for (const item of pending) {
      const before = performance.now()
      apply(connection, item, nowMs, place)
      log.write('info', 'store.migrated', { name: item.name, ms: Math.round(performance.now() - before) })
    }
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function apply(connection: Connection, item: Migration, nowMs: number, place: Place): void {
  try {
    connection.exec('BEGIN IMMEDIATE')
    connection.exec(CREATE)
    for (const statement of item.statements) connection.exec(statement)
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} rows point at nothing`)
    connection
      .prepare(`INSERT INTO ${TABLE} (name, hash, applied_at_ms) VALUES (?, ?, ?)`)
      .run(item.name, item.hash, nowMs)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    const known = named(error, place)
    if (known instanceof AppError) throw known
    throw new AppError('store.migrationFailed', { name: item.name, backups: place.backups }, { cause: error })
  }
}
