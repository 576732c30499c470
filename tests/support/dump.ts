import { sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'

/** Every row of every table as text, numbers as SQLite writes them: what is equal here is equal to the byte. */
export function dumpStore(db: ReadableDb): Map<string, string[]> {
  const tables = db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
  )
  return new Map(tables.map(({ name }) => [name, rowsOf(db, name)]))
}

function rowsOf(db: ReadableDb, table: string): string[] {
  const columns = db.all<{ name: string }>(sql`select name from pragma_table_info(${table})`)
  const row = sql.join(
    columns.map(({ name }) => sql`quote(${sql.identifier(name)})`),
    sql` || ',' || `,
  )
  return db
    .all<{ text: string }>(sql`select ${row} as text from ${sql.identifier(table)}`)
    .map(({ text }) => text)
    .sort()
}
