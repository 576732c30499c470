import { eq, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { connectionScopes, connections, resources } from '#main/store/schema/inventory.ts'
import type { ResourceStatus } from '#shared/contract/resources.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Scope } from './scope.ts'

/** A resource that its provider no longer lists is gone, whatever state it was last seen in. */
export const effectiveStatus = sql<ResourceStatus>`case when ${resources.goneAtMs} is not null then 'gone' else ${resources.status} end`

export const isPresent = sql`${resources.goneAtMs} is null and ${resources.status} <> 'gone'`

/** An account that files name is none while no file of its own is committed. */
export const isKnown = or(eq(connections.source, 'api'), ne(connections.status, 'new'))

/** A part of an account that did not answer the last sync: what is shown of it is older than the rest. */
export const isStaleScope = or(
  isNull(connectionScopes.lastGoodAtMs),
  lt(connectionScopes.lastGoodAtMs, connections.lastSyncAtMs),
)

export type ConnectionName = { id: string; name: string; provider: Provider; source: 'api' | 'files' }

export function connectionNames({
  db,
  workspaceId,
}: Pick<Scope, 'db' | 'workspaceId'>): Map<string, ConnectionName> {
  const rows = db
    .select({
      id: connections.id,
      name: connections.name,
      provider: connections.provider,
      source: connections.source,
    })
    .from(connections)
    .where(eq(connections.workspaceId, workspaceId))
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}
