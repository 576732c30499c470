import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Money } from '#main/core/money/money.ts'
import { compareText } from '#main/core/rules/exact.ts'
import { recommendations } from '#main/store/schema/insights.ts'
import { connections, resources } from '#main/store/schema/inventory.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { RecommendationView } from '#shared/contract/recommendations.ts'
import { amountsByCurrency, exactText, moneyView, storedMoney } from './figures.ts'
import { exactSum, fromExactSum } from './ledger/exact-sum.ts'
import { compareBy, type SortKey } from './order.ts'
import type { Scope } from './scope.ts'
import { matchesSearch } from './search.ts'

type Filter = ParsedInput<'recommendations.list'>
type List = CallOutput<'recommendations.list'>

/** What could be saved. Counts and savings by category are those of the other filters. */
export function listRecommendations(scope: Scope, filter: Filter): List {
  const { db } = scope
  const where = and(
    eq(recommendations.workspaceId, scope.workspaceId),
    eq(recommendations.status, filter.status),
    filter.resourceId === undefined ? undefined : eq(recommendations.resourceId, filter.resourceId),
    matchesSearch(filter.search, searched),
  )
  const rows = db
    .select({
      id: recommendations.id,
      category: recommendations.category,
      currency: recommendations.currency,
      micros: exactText(recommendations.savingsMicros),
      rest: exactText(recommendations.savingsRest),
      confidence: recommendations.confidence,
      createdAtMs: recommendations.createdAtMs,
      name: resources.name,
    })
    .from(recommendations)
    .innerJoin(connections, eq(connections.id, recommendations.connectionId))
    .leftJoin(resources, eq(resources.id, recommendations.resourceId))
    .where(where)
    .all()
    .map((row) => ({ ...row, savings: storedMoney(row.micros, row.rest, row.currency) }))
  const kept = rows.filter((row) => filter.category === undefined || row.category === filter.category)
  const keyed = kept.map((row) => ({ id: row.id, name: row.name ?? '', key: sortKey(row, filter.sort) }))
  keyed.sort(compareBy(scope.currency, filter.direction))
  const ids = keyed.slice(filter.offset, filter.offset + filter.limit).map((row) => row.id)
  return {
    items: readPage(scope, ids),
    total: kept.length,
    savings: savingsOf(kept, scope),
    categories: categoriesOf(rows, scope),
  }
}

const searched = (pattern: string): SQL[] => [
  sql`${resources.name} glob ${pattern}`,
  sql`${resources.externalId} glob ${pattern}`,
  sql`${resources.service} glob ${pattern}`,
  sql`${connections.name} glob ${pattern}`,
]

type Slim = {
  category: RecommendationView['category']
  savings: Money | null
  confidence: number
  createdAtMs: number
  name: string | null
}

function sortKey(row: Slim, sort: Filter['sort']): SortKey {
  switch (sort) {
    case 'savings':
      return row.savings
    case 'confidence':
      return row.confidence
    case 'resource':
      return row.name
    case 'created':
      return row.createdAtMs
  }
}

const savingsOf = (rows: readonly Slim[], { currency }: Scope): List['savings'] =>
  amountsByCurrency(
    rows.flatMap((row) => row.savings ?? []),
    currency,
  ).map((m) => moneyView(m.femtos, m.currency))

function categoriesOf(rows: readonly Slim[], scope: Scope): List['categories'] {
  const byCategory = Map.groupBy(rows, (row) => row.category)
  return [...byCategory]
    .map(([category, group]) => ({ category, count: group.length, savings: savingsOf(group, scope) }))
    .sort((a, b) => b.count - a.count || compareText(a.category, b.category))
}

function readPage({ db, workspaceId }: Scope, ids: readonly string[]): RecommendationView[] {
  if (ids.length === 0) return []
  const rows = db
    .select({
      id: recommendations.id,
      code: recommendations.code,
      category: recommendations.category,
      status: recommendations.status,
      confidence: recommendations.confidence,
      effort: recommendations.effort,
      currency: recommendations.currency,
      micros: exactText(recommendations.savingsMicros),
      rest: exactText(recommendations.savingsRest),
      resourceId: recommendations.resourceId,
      resourceName: resources.name,
      connectionName: connections.name,
      provider: connections.provider,
      facts: recommendations.facts,
      createdAtMs: recommendations.createdAtMs,
    })
    .from(recommendations)
    .innerJoin(connections, eq(connections.id, recommendations.connectionId))
    .leftJoin(resources, eq(resources.id, recommendations.resourceId))
    .where(and(eq(recommendations.workspaceId, workspaceId), inArray(recommendations.id, [...ids])))
    .all()
  const byId = new Map(
    rows.map(({ currency, micros, rest, resourceName, ...row }): [string, RecommendationView] => [
      row.id,
      {
        ...row,
        resourceName: resourceName ?? '',
        monthlySavings: moneyView(storedMoney(micros, rest, currency)?.femtos ?? 0n, currency),
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Savings of what is still to decide, in the organisation's currency: the sum of the list above without filters. */
export function sumActiveSavings({ db, workspaceId, currency }: Scope): { femtos: bigint; count: number } {
  const rows = db
    .select({
      currency: recommendations.currency,
      count: count(),
      ...exactSum(recommendations.savingsMicros, recommendations.savingsRest),
    })
    .from(recommendations)
    .where(and(eq(recommendations.workspaceId, workspaceId), eq(recommendations.status, 'active')))
    .groupBy(recommendations.currency)
    .all()
  const own = rows.find((row) => row.currency === currency)
  return {
    femtos: own ? fromExactSum(own) : 0n,
    count: rows.reduce((total, row) => total + row.count, 0),
  }
}
