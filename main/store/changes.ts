import type { Connection } from './connection.ts'
import type { Revision } from './db.ts'

const TARGET = /^\s*(insert into|update(?!\s+or\s)|delete from)\s+"?(\w+)\b"?(?=[\s(]|$)/i
const EVERYTHING = '*'

/**
 * Which tables committed work has written to, so that answers kept in memory are dropped when what they were made from
 * has changed and not before. A statement that cannot be read counts as a change of everything.
 */
export function createChanges(current: () => Connection) {
  let counts: ReadonlyMap<string, number> = new Map()
  let latest = revisionAt(counts)
  let pending = new Set<string>()
  /** The tables of each statement: as few statements as there are are run very often. */
  const written = new Map<string, readonly string[]>()

  function tablesOf(sql: string): readonly string[] {
    const known = written.get(sql)
    if (known) return known
    const [, verb = '', table] = TARGET.exec(sql) ?? []
    const tables =
      table === undefined
        ? [EVERYTHING]
        : verb.toLowerCase() === 'delete from'
          ? withDependants(current(), table)
          : [table]
    if (written.size >= 1000) written.clear()
    written.set(sql, tables)
    return tables
  }

  function apply(tables: Iterable<string>): void {
    const next = new Map(counts)
    for (const table of tables) next.set(table, (next.get(table) ?? 0) + 1)
    counts = next
    latest = revisionAt(counts)
  }

  return {
    /** A statement of the open transaction writes. */
    note(sql: string): void {
      for (const table of tablesOf(sql)) pending.add(table)
    },
    commit(): void {
      if (pending.size > 0) apply(pending)
      pending = new Set()
    },
    rollback(): void {
      pending = new Set()
    },
    /** Another file stands in the store's place. */
    replaceAll(): void {
      written.clear()
      apply([EVERYTHING])
    },
    /** The same object for as long as nothing changes. */
    revision: (): Revision => latest,
  }
}

export type Changes = ReturnType<typeof createChanges>

const revisionAt = (counts: ReadonlyMap<string, number>): Revision => ({
  of: (tables) => [EVERYTHING, ...tables].reduce((sum, table) => sum + (counts.get(table) ?? 0), 0),
})

/** Rows that go take others with them, through any number of references. */
function withDependants(connection: Connection, table: string): string[] {
  const references = connection
    .prepare(
      `SELECT lower(f."table"), lower(m.name) FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table'`,
    )
    .raw(true)
    .all() as [parent: string, child: string][]
  const found = new Set([table])
  for (const parent of found)
    for (const [of, child] of references) if (of === parent.toLowerCase()) found.add(child)
  return [...found]
}
