import { and, eq, getTableColumns, isNull, ne, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { workspaces } from '#main/store/schema/people.ts'
import type { ConnectionRow } from './connection-rows.query.ts'

export type Syncable = ConnectionRow & { timeZone: string }

/** Connections that lead somewhere: of real organisations, neither archived nor being erased, not known from files alone. */
export function listSyncable(
  db: ReadableDb,
  ids: readonly string[] | null,
  workspaceId: string | null = null,
): Syncable[] {
  return db
    .select({ ...getTableColumns(connections), timeZone: workspaces.timeZone })
    .from(connections)
    .innerJoin(workspaces, eq(workspaces.id, connections.workspaceId))
    .where(
      and(
        eq(workspaces.kind, 'real'),
        ne(connections.status, 'archived'),
        eq(connections.source, 'api'),
        isNull(connections.erasedAtMs),
        workspaceId === null ? undefined : eq(connections.workspaceId, workspaceId),
        ids === null
          ? undefined
          : sql`${connections.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(connections.addedAtMs, connections.id)
    .all()
}
