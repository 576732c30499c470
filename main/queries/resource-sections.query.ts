import { and, eq } from 'drizzle-orm'
import { connectionScopes, connections } from '#main/store/schema/inventory.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { isStaleScope } from './inventory.ts'
import { compareNames } from './order.ts'
import { sumRows } from './resource-index/amount-column.ts'
import { indexOf } from './resource-index/kept-index.ts'
import { tally } from './resource-tally.ts'
import { countByStatus, views } from './resource-totals.ts'
import type { Scope } from './scope.ts'

/** One header a connection that has anything left after the filter, by name. */
export function listSections(
  scope: Scope,
  { filter }: ParsedInput<'resources.listSections'>,
): CallOutput<'resources.listSections'> {
  const index = indexOf(scope)
  const { columns } = index
  const { connection } = columns
  const stale = readStale(scope)
  const rows = Map.groupBy(tally(index, filter, scope).rows, (row) => connection.codes[row] ?? 0)
  const items = [...rows].flatMap(([code, own]) => {
    const id = connection.values[code] ?? ''
    const found = columns.connections.get(id)
    if (!found) return []
    return {
      connectionId: id,
      connectionName: found.name,
      provider: found.provider,
      lastSyncAtMs: found.lastSyncAtMs,
      isStale: stale.has(id),
      dailyCost: views(sumRows(columns.daily, own), scope),
      monthlyCost: views(sumRows(columns.monthly, own), scope),
      resources: own.length,
      byStatus: countByStatus(columns, own),
      marks: own.reduce((sum, row) => sum + (columns.marks[row] === 0 ? 0 : 1), 0),
    }
  })
  return { items: items.sort((a, b) => compareNames(a.connectionName, b.connectionName)) }
}

/** Connections of which some part did not answer the last sync. */
function readStale({ db, workspaceId }: Scope): ReadonlySet<string> {
  const rows = db
    .selectDistinct({ id: connections.id })
    .from(connectionScopes)
    .innerJoin(connections, eq(connections.id, connectionScopes.connectionId))
    .where(and(eq(connections.workspaceId, workspaceId), isStaleScope))
    .all()
  return new Set(rows.map(({ id }) => id))
}
