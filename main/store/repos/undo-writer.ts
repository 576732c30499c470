import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { WritableDb } from '../db.ts'
import { chargeDays, costFacts } from '../schema/costs.ts'
import { resourceAliases, resourceRecords, resources, resourceTags } from '../schema/inventory.ts'
import { syncUndo } from '../schema/sync.ts'

/**
 * Remembers rows as they are just before a sync overwrites them, in the same transaction: an unfinished sync is taken
 * back from what stands here (undo.repo). Everything stays inside SQLite, so that no integer passes through a float.
 */
export function createUndoWriter(db: WritableDb, snapshotId: number) {
  const keep = (kind: string, payload: SQL, from: SQL): void => {
    db.run(
      sql`insert into ${syncUndo} (snapshot_id, kind, payload) select ${snapshotId}, ${kind}, ${payload} ${from}`,
    )
  }

  return {
    resource: (id: number): void =>
      keep('resource', rowOf(resources), sql`from ${resources} where ${resources.id} = ${id}`),

    tags: (id: number): void =>
      keep(
        'tags',
        sql`json_object('id', ${id}, 'tags', json((select json_group_object(${resourceTags.key}, ${resourceTags.value})
          from ${resourceTags} where ${resourceTags.resourceId} = ${id} and ${resourceTags.source} = 'provider')))`,
        sql``,
      ),

    /** Empty where there was none. */
    record: (id: number, source: string): void =>
      keep(
        'record',
        sql`json_object('resource_id', ${id}, 'source', ${source}, 'row', json((select ${rowOf(resourceRecords)}
          from ${resourceRecords} where ${resourceRecords.resourceId} = ${id} and ${resourceRecords.source} = ${source})))`,
        sql``,
      ),

    /** Of whom the number was, or that it was nobody's. */
    alias: (connectionId: string, externalId: string): void =>
      keep(
        'alias',
        sql`json_object('connection_id', ${connectionId}, 'external_id', ${externalId}, 'resource_id',
          (select ${resourceAliases.resourceId} from ${resourceAliases}
           where ${resourceAliases.connectionId} = ${connectionId} and ${resourceAliases.externalId} = ${externalId}))`,
        sql``,
      ),

    fact: (id: number): void =>
      keep('fact', rowOf(costFacts), sql`from ${costFacts} where ${costFacts.id} = ${id}`),

    day: (connectionId: string, day: string): void =>
      keep(
        'day',
        sql`json_object('connection_id', ${connectionId}, 'day', ${day}, 'row', json((select ${rowOf(chargeDays)}
          from ${chargeDays} where ${chargeDays.connectionId} = ${connectionId} and ${chargeDays.day} = ${day})))`,
        sql``,
      ),
  }
}

export type UndoWriter = ReturnType<typeof createUndoWriter>

const namesOf = (table: SQLiteTable): string[] =>
  Object.values(getTableColumns(table)).map((column) => column.name)

/** A row as JSON, by the names of its columns. */
const rowOf = (table: SQLiteTable): SQL =>
  sql`json_object(${sql.join(
    namesOf(table).map((name) => sql.raw(`'${name}', "${name}"`)),
    sql.raw(', '),
  )})`

/** The same row again: `insert or replace` would fire the deletion's cascades, so it is brought back by upsert. */
export function restoreRow(
  db: WritableDb,
  table: SQLiteTable,
  key: readonly string[],
  payload: string,
): void {
  const names = namesOf(table)
  const columns = sql.raw(names.map((name) => `"${name}"`).join(', '))
  const values = sql.join(
    names.map((name) => sql`json_extract(${payload}, ${`$.${name}`})`),
    sql.raw(', '),
  )
  const rest = names.filter((name) => !key.includes(name))
  const set = sql.raw(rest.map((name) => `"${name}" = excluded."${name}"`).join(', '))
  const target = sql.raw(key.map((name) => `"${name}"`).join(', '))
  db.run(
    sql`insert into ${table} (${columns}) values (${values}) on conflict (${target}) do update set ${set}`,
  )
}
