import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type Drizzle = BetterSQLite3Database<Record<string, never>>

declare const readable: unique symbol
declare const writable: unique symbol

/** What queries receive: there is no insert, update or delete on it. */
export type ReadableDb = Pick<
  Drizzle,
  'select' | 'selectDistinct' | 'all' | 'get' | 'values' | 'with' | '$count'
> & {
  readonly [readable]: true
}

/** What repos receive. Comes only from `Store.transaction`, so that a write outside a transaction does not compile. */
export type WritableDb = Omit<Drizzle, 'transaction' | '$client'> & {
  readonly [readable]: true
  readonly [writable]: true
}

/** What had been committed at one moment: equal numbers for the same tables, nothing in them has changed in between. */
export type Revision = { of(tables: readonly string[]): number }
