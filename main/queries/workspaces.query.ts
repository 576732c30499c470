import { eq } from 'drizzle-orm'
import { sameName } from '#main/core/rules/connection-state.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { workspaces } from '#main/store/schema/people.ts'

export const readWorkspace = (db: ReadableDb, id: string) =>
  db
    .select({
      name: workspaces.name,
      kind: workspaces.kind,
      currency: workspaces.currency,
      timeZone: workspaces.timeZone,
    })
    .from(workspaces)
    .where(eq(workspaces.id, id))
    .get() ?? null

/** By its name, as a person in the terminal calls it; without one, the only real organisation that there is. */
export function findRealWorkspace(db: ReadableDb, name: string | null): string | null {
  const all = db
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.kind, 'real'))
    .all()
  const found = name === null ? all : all.filter((row) => sameName(row.name, name))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** The same for whoever only reads: where there is no real organisation, the demo company. */
export function findReadableWorkspace(db: ReadableDb, name: string | null): string | null {
  const all = db.select({ id: workspaces.id }).from(workspaces).all()
  return findRealWorkspace(db, name) ?? (name === null && all.length === 1 ? (all[0]?.id ?? null) : null)
}
