import { and, eq, getTableColumns, getTableName, inArray, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadableDb } from '#main/store/db.ts'
import {
  actLines,
  actSuppliers,
  acts,
  oneCMappings,
  payments,
  reconciliations,
} from '#main/store/schema/acts.ts'
import {
  clientTerms,
  hierarchies,
  tagPolicies,
  unitSeries,
  unitValues,
  virtualTags,
} from '#main/store/schema/allocation.ts'
import { chargeDays } from '#main/store/schema/costs.ts'
import { budgets, recommendations } from '#main/store/schema/insights.ts'
import { connections, resources, resourceTags, snapshots } from '#main/store/schema/inventory.ts'
import { resourceOverrides, typeRules, unrecognised } from '#main/store/schema/judgements.ts'
import { parcels } from '#main/store/schema/ledger.ts'
import { workspaces } from '#main/store/schema/people.ts'
import { actRates, closedMonths, currencyRates } from '#main/store/schema/rates.ts'
import { annotations, costFilters, vatTerms } from '#main/store/schema/views.ts'

/*
 * Everything that a figure of a report can depend on, row by row. A file's lines are told by its parcel, and what an
 * API told of a day by the day's digest; of the inventory what the last look at each account found, besides what people
 * have said against it. Rows that a look is still writing count by that look.
 */

type Source = {
  table: SQLiteTable
  columns?: readonly AnySQLiteColumn[]
  of(workspaceId: string, db: ReadableDb): SQL | undefined
}

const ownConnections = (workspaceId: string, db: ReadableDb) =>
  db.select({ id: connections.id }).from(connections).where(eq(connections.workspaceId, workspaceId))
const ownResources = (workspaceId: string, db: ReadableDb) =>
  db.select({ id: resources.id }).from(resources).where(eq(resources.workspaceId, workspaceId))

const byWorkspace = (table: SQLiteTable & { workspaceId: AnySQLiteColumn }): Source => ({
  table,
  of: (workspaceId) => eq(table.workspaceId, workspaceId),
})

const sources: readonly Source[] = [
  {
    table: workspaces,
    of: (workspaceId) => eq(workspaces.id, workspaceId),
  },
  {
    table: connections,
    columns: [
      connections.id,
      connections.provider,
      connections.name,
      connections.accountRef,
      connections.status,
      connections.source,
      connections.config,
      connections.addedAtMs,
      connections.lastSyncAtMs,
      connections.account,
      connections.erasedAtMs,
    ],
    of: (workspaceId) => eq(connections.workspaceId, workspaceId),
  },
  {
    table: snapshots,
    of: (workspaceId) =>
      and(
        eq(snapshots.workspaceId, workspaceId),
        sql`${snapshots.id} in (select max(id) from snapshots where workspace_id = ${workspaceId} group by connection_id)`,
      ),
  },
  {
    table: chargeDays,
    columns: [chargeDays.connectionId, chargeDays.day, chargeDays.digest],
    of: (workspaceId, db) => inArray(chargeDays.connectionId, ownConnections(workspaceId, db)),
  },
  {
    table: parcels,
    columns: [parcels.id, parcels.status, parcels.turn, parcels.committedAtMs, parcels.withdrawnAtMs],
    of: (workspaceId) => and(eq(parcels.workspaceId, workspaceId), sql`${parcels.committedAtMs} is not null`),
  },
  {
    table: resourceOverrides,
    of: (workspaceId, db) => inArray(resourceOverrides.resourceId, ownResources(workspaceId, db)),
  },
  {
    table: resourceTags,
    of: (workspaceId, db) =>
      and(eq(resourceTags.source, 'manual'), inArray(resourceTags.resourceId, ownResources(workspaceId, db))),
  },
  {
    table: unrecognised,
    columns: [unrecognised.id, unrecognised.type, unrecognised.note, unrecognised.resolvedAtMs],
    of: (workspaceId, db) => inArray(unrecognised.connectionId, ownConnections(workspaceId, db)),
  },
  {
    table: vatTerms,
    of: (workspaceId, db) => inArray(vatTerms.connectionId, ownConnections(workspaceId, db)),
  },
  {
    table: unitValues,
    of: (workspaceId, db) =>
      inArray(
        unitValues.seriesId,
        db.select({ id: unitSeries.id }).from(unitSeries).where(eq(unitSeries.workspaceId, workspaceId)),
      ),
  },
  {
    table: clientTerms,
    of: (workspaceId, db) =>
      inArray(
        clientTerms.tagId,
        db.select({ id: virtualTags.id }).from(virtualTags).where(eq(virtualTags.workspaceId, workspaceId)),
      ),
  },
  {
    table: actLines,
    of: (workspaceId, db) =>
      inArray(actLines.actId, db.select({ id: acts.id }).from(acts).where(eq(acts.workspaceId, workspaceId))),
  },
  ...[
    typeRules,
    recommendations,
    budgets,
    currencyRates,
    actRates,
    closedMonths,
    virtualTags,
    hierarchies,
    tagPolicies,
    unitSeries,
    costFilters,
    annotations,
    acts,
    actSuppliers,
    payments,
    reconciliations,
    oneCMappings,
  ].map(byWorkspace),
]

/** Tables that a version is made from: as long as nothing is written to them it stays the same. */
export const versionTables: readonly string[] = sources.map(({ table }) => getTableName(table))

/** In an order of its own, so that a copy of the store tells the same. */
export function* readDataFacts(db: ReadableDb, workspaceId: string): Generator<string> {
  for (const { table, columns, of } of sources) {
    yield getTableName(table)
    const all = columns ?? Object.values(getTableColumns(table))
    // Within SQLite, so that no 64-bit integer passes through a float.
    const row = sql<string>`json_array(${sql.join([...all], sql`, `)})`
    const rows = db.select({ row }).from(table).where(of(workspaceId, db)).orderBy(row).all()
    for (const { row: text } of rows) yield text
  }
}
