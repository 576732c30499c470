import type { Changes } from './changes.ts'
import type { Connection } from './connection.ts'
import type { WritableDb } from './db.ts'
import { guard, named, type Place } from './errors.ts'
import type { TransactionOptions } from './store.ts'

type Parts = {
  current: () => Connection
  db: WritableDb
  place: Place
  changes: Pick<Changes, 'commit' | 'rollback'>
  check: () => void
}

/**
 * One IMMEDIATE transaction; inside another one, a savepoint of it. Work that waits for something is refused: other
 * calls would write into its transaction meanwhile.
 */
export function createTransaction({ current, db, place, changes, check }: Parts) {
  let depth = 0

  function run<T>(connection: Connection, work: (db: WritableDb) => T): T {
    const [begin, commit, rollback] =
      depth === 0
        ? ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']
        : [`SAVEPOINT s${depth}`, `RELEASE s${depth}`, `ROLLBACK TO s${depth}; RELEASE s${depth}`]
    guard(place, () => {
      if (depth === 0) check()
      connection.exec(begin)
    })
    depth += 1
    try {
      const result = work(db)
      if (isPromise(result)) throw new Error('a transaction cannot wait')
      connection.exec(commit)
      if (depth === 1) changes.commit()
      return result
    } catch (error) {
      // A full disk may have rolled everything back already.
      if (connection.open && connection.inTransaction) connection.exec(rollback)
      if (depth === 1) changes.rollback()
      throw named(error, place)
    } finally {
      depth -= 1
    }
  }

  return <T>(work: (db: WritableDb) => T, { isLasting = true }: TransactionOptions = {}): T => {
    const connection = current()
    if (depth === 0 && !isLasting) return unflushed(connection, () => run(connection, work))
    return run(connection, work)
  }
}

/** The write-ahead log is flushed by the next lasting commit; until then its order keeps the file whole. */
function unflushed<T>(connection: Connection, work: () => T): T {
  connection.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    if (connection.open) connection.pragma('synchronous = FULL')
  }
}

function isPromise(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('then' in value)) return false
  // Its failure has nowhere to go any more: the refusal is what the caller gets.
  if (value instanceof Promise) value.catch(() => undefined)
  return typeof value.then === 'function'
}
