import { and, count, eq, sql } from 'drizzle-orm'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import { connections, resources } from '#main/store/schema/inventory.ts'
import type { ConnectionView } from '#shared/contract/connections.ts'
import { readCoverage } from './coverage.ts'
import { amountsByCurrency, moneyView } from './figures.ts'
import { isPresent } from './inventory.ts'
import { exactSum, fromExactSum } from './ledger/exact-sum.ts'
import { compareNames } from './order.ts'
import type { Scope } from './scope.ts'

export function listConnections(scope: Scope): { items: ConnectionView[] } {
  const { db, workspaceId } = scope
  const coverage = readCoverage(scope)
  const inventory = readInventory(scope)
  const rows = db.select().from(connections).where(eq(connections.workspaceId, workspaceId)).all()
  const items = rows.map((row): ConnectionView => {
    const found = inventory.get(row.id)
    return {
      id: row.id,
      provider: row.provider,
      name: row.name,
      status: row.status,
      addedAtMs: row.addedAtMs,
      lastSyncAtMs: row.lastSyncAtMs,
      dataThrough: coverage.byConnection.get(row.id)?.lastDay ?? null,
      activeResources: found?.active ?? 0,
      monthlyCost: priceOf(scope, found?.prices ?? []),
    }
  })
  return { items: items.sort((a, b) => a.addedAtMs - b.addedAtMs || compareNames(a.name, b.name)) }
}

type Inventory = { active: number; prices: Money[] }

function readInventory({ db, workspaceId }: Scope): Map<string, Inventory> {
  const rows = db
    .select({
      connectionId: resources.connectionId,
      currency: resources.currency,
      active: count(sql`case when ${resources.status} = 'running' then 1 end`),
      ...exactSum(resources.monthlyMicros, resources.monthlyRest),
    })
    .from(resources)
    .where(and(eq(resources.workspaceId, workspaceId), isPresent))
    .groupBy(resources.connectionId, resources.currency)
    .all()
  const byConnection = new Map<string, Inventory>()
  for (const row of rows) {
    const entry = byConnection.get(row.connectionId) ?? { active: 0, prices: [] }
    entry.active += row.active
    if (row.currency) entry.prices.push(fromFemtos(fromExactSum(row), row.currency))
    byConnection.set(row.connectionId, entry)
  }
  return byConnection
}

/** In the organisation's currency where it has such prices, else in the one other currency that it has. */
function priceOf({ currency }: Scope, prices: readonly Money[]): ConnectionView['monthlyCost'] {
  const sums = amountsByCurrency(prices, currency)
  const first = sums[0]
  if (!first || (first.currency !== currency && sums.length > 1)) return null
  return moneyView(first.femtos, first.currency)
}
