import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Money } from '#main/core/money/money.ts'
import { nextRun, sinceOf } from '#main/core/rules/schedule.ts'
import { connectionScopes, connections, snapshots } from '#main/store/schema/inventory.ts'
import type { ConnectionView, ScopeView } from '#shared/contract/connections.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { snapshotStatuses } from '#shared/contract/sync.ts'
import { readCoverage } from './coverage.ts'
import { amountsByCurrency, moneyView } from './figures.ts'
import { isKnown, isStaleScope } from './inventory.ts'
import { compareNames } from './order.ts'
import { sumRows } from './resource-index/amount-column.ts'
import { indexOf } from './resource-index/kept-index.ts'
import type { Scope } from './scope.ts'

export function listConnections(
  scope: Scope,
  { hasArchived }: ParsedInput<'connections.list'>,
): { items: ConnectionView[] } {
  const { db, workspaceId } = scope
  const coverage = readCoverage(scope)
  const inventory = readInventory(scope)
  const stale = readStale(scope)
  const rows = db
    .select({ connection: connections, lastStatus })
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        isNull(connections.erasedAtMs),
        hasArchived ? undefined : ne(connections.status, 'archived'),
        isKnown,
      ),
    )
    .all()
  const items = rows.map(({ connection: row, lastStatus }): ConnectionView => {
    const found = inventory.get(row.id)
    return {
      id: row.id,
      provider: row.provider,
      name: row.name,
      accountRef: row.accountRef,
      source: row.source,
      status: row.status,
      problem: row.statusDetail,
      addedAtMs: row.addedAtMs,
      lastSyncAtMs: row.lastSyncAtMs,
      lastOutcome: outcomeOf(lastStatus),
      dataThrough: coverage.byConnection.get(row.id)?.lastDay ?? null,
      resources: found?.all ?? 0,
      activeResources: found?.active ?? 0,
      dailyCost: costOf(scope, found?.daily ?? []),
      monthlyCost: costOf(scope, found?.monthly ?? []),
      balance: row.account?.balance ?? null,
      daysLeft: row.account?.daysLeft ?? null,
      schedule: row.schedule,
      nextSyncAtMs: nextSync(scope, row),
      account: row.account,
      accountAtMs: row.accountAtMs,
      stale: stale.get(row.id) ?? [],
    }
  })
  return { items: items.sort((a, b) => a.addedAtMs - b.addedAtMs || compareNames(a.name, b.name)) }
}

/** How the last look that has ended did end. Nested, because drizzle leaves the table's name out at the top of a selection. */
const lastStatus = sql<string | null>`(${sql`select ${snapshots.status} from ${snapshots}
  where ${snapshots.connectionId} = ${connections.id} and ${snapshots.status} <> 'running'
  order by ${snapshots.startedAtMs} desc, ${snapshots.id} desc limit 1`})`

function outcomeOf(status: string | null): ConnectionView['lastOutcome'] {
  const known = snapshotStatuses.find((one) => one === status)
  return known === undefined || known === 'running' ? null : known
}

/** What rests or is archived has no next time. */
function nextSync({ timeZone }: Scope, connection: typeof connections.$inferSelect): number | null {
  const { status, schedule } = connection
  if (status === 'paused' || status === 'archived') return null
  return nextRun(schedule, { sinceMs: sinceOf(connection), timeZone })
}

type Inventory = { all: number; active: number; daily: Money[]; monthly: Money[] }

/** Of what is there, from the columns in memory: cards are asked for at every step of a sync. */
function readInventory(scope: Scope): ReadonlyMap<string, Inventory> {
  const { columns } = indexOf(scope)
  const { connection, status, isGone } = columns
  const kept = columns.answers.get('connections') as ReadonlyMap<string, Inventory> | undefined
  if (kept) return kept
  const running = status.values.indexOf('running')
  const present = [...isGone.keys()].filter((row) => isGone[row] === 0)
  const byConnection = Map.groupBy(present, (row) => connection.values[connection.codes[row] ?? 0] ?? '')
  const made = new Map(
    [...byConnection].map(([id, rows]): [string, Inventory] => [
      id,
      {
        all: rows.length,
        active: rows.filter((row) => status.codes[row] === running).length,
        daily: sumRows(columns.daily, rows),
        monthly: sumRows(columns.monthly, rows),
      },
    ]),
  )
  columns.answers.set('connections', made)
  return made
}

/** In the organisation's currency where it has such prices, else in the one other currency that it has. */
function costOf({ currency }: Scope, prices: readonly Money[]): ConnectionView['monthlyCost'] {
  const sums = amountsByCurrency(prices, currency)
  const first = sums[0]
  if (!first || (first.currency !== currency && sums.length > 1)) return null
  return moneyView(first.femtos, first.currency)
}

function readStale({ db, workspaceId }: Scope): Map<string, ScopeView[]> {
  const rows = db
    .select({ part: connectionScopes })
    .from(connectionScopes)
    .innerJoin(connections, eq(connections.id, connectionScopes.connectionId))
    .where(and(eq(connections.workspaceId, workspaceId), isStaleScope))
    .orderBy(connectionScopes.connectionId, connectionScopes.scope)
    .all()
  const byConnection = new Map<string, ScopeView[]>()
  for (const { part } of rows) {
    const { connectionId, error: problem, askedAtMs: _, ...view } = part
    const list = byConnection.get(connectionId) ?? []
    list.push({ ...view, problem })
    byConnection.set(connectionId, list)
  }
  return byConnection
}
