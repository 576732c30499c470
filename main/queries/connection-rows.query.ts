import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { sameName } from '#main/core/rules/connection-state.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import type { Provider } from '#shared/contract/values.ts'

export type ConnectionRow = NonNullable<ReturnType<typeof findConnection>>

/** One of this organisation; what is being erased is gone already. */
export const findConnection = (db: ReadableDb, workspaceId: string, id: string) =>
  db
    .select()
    .from(connections)
    .where(
      and(eq(connections.id, id), eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)),
    )
    .get() ?? null

export const findByAccount = (
  db: ReadableDb,
  workspaceId: string,
  account: { provider: Provider; accountRef: string },
): ConnectionRow | null =>
  db
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        eq(connections.provider, account.provider),
        eq(connections.accountRef, account.accountRef),
        isNull(connections.erasedAtMs),
      ),
    )
    .get() ?? null

/** Whether another connection of the organisation bears the name, an archived one included: its history does too. */
export const isConnectionNameTaken = (
  db: ReadableDb,
  workspaceId: string,
  name: string,
  exceptId: string | null,
): boolean =>
  db
    .select({ id: connections.id, name: connections.name })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .all()
    .some((row) => row.id !== exceptId && sameName(row.name, name))

/** Removed ones whose secrets may still lie in the vault, in the whole installation. */
export const listWithLeftSecrets = (db: ReadableDb): string[] =>
  db
    .select({ id: connections.id, secretNames: connections.secretNames })
    .from(connections)
    .where(eq(connections.status, 'archived'))
    .all()
    .filter(({ secretNames }) => secretNames.length > 0)
    .map(({ id }) => id)

/** The next one whose rows are still to go, in the whole installation. */
export const findErased = (db: ReadableDb): { id: string; workspaceId: string } | null =>
  db
    .select({ id: connections.id, workspaceId: connections.workspaceId })
    .from(connections)
    .where(isNotNull(connections.erasedAtMs))
    .orderBy(asc(connections.erasedAtMs), asc(connections.id))
    .limit(1)
    .get() ?? null
