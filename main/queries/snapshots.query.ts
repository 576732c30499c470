import { and, count, desc, eq, getTableColumns, isNull } from 'drizzle-orm'
import { connections, snapshots } from '#main/store/schema/inventory.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { exactText, moneyView, storedMoney } from './figures.ts'
import type { Scope } from './scope.ts'

/** Looks at the accounts, the latest first, those that run included. */
export function listSnapshots(
  { db, workspaceId }: Scope,
  { connectionId, offset, limit }: ParsedInput<'sync.listSnapshots'>,
): CallOutput<'sync.listSnapshots'> {
  const where = and(
    eq(connections.workspaceId, workspaceId),
    isNull(connections.erasedAtMs),
    connectionId === undefined ? undefined : eq(snapshots.connectionId, connectionId),
  )
  const rows = db
    .select({
      ...getTableColumns(snapshots),
      connectionName: connections.name,
      provider: connections.provider,
      micros: exactText(snapshots.monthlyMicros),
      rest: exactText(snapshots.monthlyRest),
    })
    .from(snapshots)
    .innerJoin(connections, eq(connections.id, snapshots.connectionId))
    .where(where)
    .orderBy(desc(snapshots.startedAtMs), desc(snapshots.id))
    .limit(limit)
    .offset(offset)
    .all()
  const total = db
    .select({ n: count() })
    .from(snapshots)
    .innerJoin(connections, eq(connections.id, snapshots.connectionId))
    .where(where)
    .get()
  return {
    items: rows.map((row) => {
      const monthly = storedMoney(row.micros, row.rest, row.currency)
      return {
        id: row.id,
        connectionId: row.connectionId,
        connectionName: row.connectionName,
        provider: row.provider,
        status: row.status,
        trigger: row.trigger,
        startedAtMs: row.startedAtMs,
        finishedAtMs: row.finishedAtMs,
        found: row.found,
        created: row.created,
        updated: row.updated,
        gone: row.gone,
        unchanged: row.unchanged,
        monthlyCost: monthly && moneyView(monthly.femtos, monthly.currency),
        problem: row.error,
        failures: row.failures,
      }
    }),
    total: total?.n ?? 0,
  }
}
