import type { Log } from '#main/ports/ports.ts'
import type { Connection, Statement } from './connection.ts'
import { guard, type Place } from './errors.ts'

const SLOW_MS = 40
const MAX_STATEMENTS = 300

type Options = {
  current: () => Connection
  place: Place
  log: Log
  /** `read` refuses statements that write; `write` refuses any statement outside a transaction. */
  mode: 'read' | 'write'
  /** Told of each statement that writes. */
  note(sql: string): void
}

/**
 * What drizzle sees as its driver. It follows the store through a restore (the connection behind it changes), names
 * every error, keeps compiled statements, tells the log about slow ones, and holds the read and write handles apart
 * at run time as the types do at compile time.
 */
export function createGuardedClient({ current, place, log, mode, note }: Options) {
  let connection: Connection | null = null
  const rows = new Map<string, Statement>()
  const arrays = new Map<string, Statement>()

  function statement(sql: string, isRaw: boolean): Statement {
    const live = current()
    if (live !== connection) {
      rows.clear()
      arrays.clear()
      connection = live
    }
    if (mode === 'write' && !live.inTransaction) throw new Error('a write outside a transaction')
    const kept = isRaw ? arrays : rows
    const known = kept.get(sql)
    if (known) {
      if (!known.readonly) note(sql)
      return known
    }
    const made = live.prepare(sql)
    if (mode === 'read' && !made.readonly) throw new Error('a write through the read handle')
    if (!made.readonly) note(sql)
    if (isRaw) made.raw(true)
    if (kept.size >= MAX_STATEMENTS) kept.delete(kept.keys().next().value ?? '')
    kept.set(sql, made)
    return made
  }

  function timed<T>(sql: string, work: () => T): T {
    const before = performance.now()
    const result = guard(place, work)
    const ms = Math.round(performance.now() - before)
    if (ms > SLOW_MS) log.write('info', 'store.slow', { ms, sql: sql.slice(0, 300) })
    return result
  }

  const bound = (sql: string, isRaw: boolean) => ({
    run: (...params: unknown[]) => timed(sql, () => statement(sql, isRaw).run(...params)),
    get: (...params: unknown[]) => timed(sql, () => statement(sql, isRaw).get(...params)),
    all: (...params: unknown[]) => timed(sql, () => statement(sql, isRaw).all(...params)),
  })

  return { prepare: (sql: string) => ({ ...bound(sql, false), raw: () => bound(sql, true) }) }
}
