import { getTableName, type Table } from 'drizzle-orm'
import type { ReadableDb, Revision } from '#main/store/db.ts'
import type { Scope } from './scope.ts'

/** Keeps what was made for as long as nothing has changed in the tables that it was made from. */
export function createPart<T>(tables: readonly Table[]) {
  const names = tables.map(getTableName)
  let made: { at: number; value: T } | null = null
  return {
    of({ revision }: { revision: Revision }, make: () => T): T {
      const at = revision.of(names)
      if (made?.at !== at) made = { at, value: make() }
      return made.value
    },
    /** Made elsewhere, from what had been committed then. */
    put({ revision }: { revision: Revision }, value: T): void {
      made = { at: revision.of(names), value }
    },
  }
}

/** One thing a workspace, of the few that were asked for last. Nothing outlives the store that it came from. */
export function createPerWorkspace<T>(make: () => T, most = 4): (scope: Scope) => T {
  const stores = new WeakMap<ReadableDb, Map<string, T>>()
  return ({ db, workspaceId }) => {
    const all = stores.get(db) ?? new Map<string, T>()
    stores.set(db, all)
    return lastUsed(all, workspaceId, most, make)
  }
}

/** The one asked for last stands last; the first is the one to go. */
export function lastUsed<T>(all: Map<string, T>, key: string, most: number, make: () => T): T {
  const found = all.get(key) ?? make()
  all.delete(key)
  all.set(key, found)
  if (all.size > most) all.delete(all.keys().next().value ?? '')
  return found
}
