import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { recommendations } from '#main/store/schema/insights.ts'
import {
  connectionScopes,
  connections,
  resourceMetrics,
  resources,
  resourceTags,
} from '#main/store/schema/inventory.ts'
import { resourceNotes, resourceOverrides } from '#main/store/schema/judgements.ts'
import type { ResourceType, ResourceView } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { exactText, moneyView, storedMoney } from './figures.ts'
import { effectiveStatus } from './inventory.ts'
import { factsOf } from './resource-facts.ts'
import type { Scope } from './scope.ts'

/** The rows of one page, whole, in the order of `ids`, as people state them where they do. */
export function readPage(
  { db, workspaceId }: Scope,
  ids: readonly number[],
  spendOf: (id: number) => MoneyView | null,
): ResourceView[] {
  if (ids.length === 0) return []
  const rows = db
    .select({
      id: resources.id,
      externalId: resources.externalId,
      name: resources.name,
      type: resources.type,
      service: resources.service,
      region: resources.region,
      status: effectiveStatus,
      marks: resources.marks,
      connectionId: resources.connectionId,
      connectionName: connections.name,
      provider: connections.provider,
      owner: resources.owner,
      project: resources.project,
      currency: resources.currency,
      dailyMicros: exactText(resources.dailyMicros),
      dailyRest: exactText(resources.dailyRest),
      monthlyMicros: exactText(resources.monthlyMicros),
      monthlyRest: exactText(resources.monthlyRest),
      attributes: resources.attributes,
      firstSeenAtMs: resources.firstSeenAtMs,
      staleSinceMs: staleSince,
      hasUsage: sql<number>`exists (select 1 from ${resourceMetrics} where ${resourceMetrics.resourceId} = ${resources.id})`,
    })
    .from(resources)
    .innerJoin(connections, eq(connections.id, resources.connectionId))
    .leftJoin(
      connectionScopes,
      and(
        eq(connectionScopes.connectionId, resources.connectionId),
        eq(connectionScopes.scope, resources.scope),
      ),
    )
    .where(and(eq(resources.workspaceId, workspaceId), inArray(resources.id, [...ids])))
    .all()
  const tags = readTags(db, ids)
  const advice = countRecommendations(db, ids)
  const notes = countNotes(db, ids)
  const stated = readStated(db, ids)
  const byId = new Map(
    rows.map((row): [number, ResourceView] => {
      const { attributes, currency, dailyMicros, dailyRest, monthlyMicros, monthlyRest, ...plain } = row
      // What is gone has no price any more; what it did cost stands in the spend.
      const priceIn = plain.status === 'gone' ? null : currency
      const said = stated.get(row.id)
      return [
        row.id,
        {
          ...plain,
          marks: plain.marks ?? [],
          type: (said?.get('type') as ResourceType | undefined) ?? plain.type,
          owner: said?.get('owner') ?? plain.owner,
          project: said?.get('project') ?? plain.project,
          dailyCost: priceView(dailyMicros, dailyRest, priceIn),
          monthlyCost: priceView(monthlyMicros, monthlyRest, priceIn),
          spend: spendOf(row.id),
          ...factsOf(attributes),
          tags: tags.get(row.id) ?? [],
          recommendations: advice.get(row.id) ?? 0,
          hasUsage: row.hasUsage === 1,
          notes: notes.get(row.id) ?? 0,
        },
      ]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** When the part of the account that lists it last answered, if that was before the last sync. */
const staleSince = sql<
  number | null
>`iif(${connectionScopes.lastGoodAtMs} < ${connections.lastSyncAtMs}, ${connectionScopes.lastGoodAtMs}, null)`

export function priceView(
  micros: string | null,
  rest: string | null,
  currency: Currency | null,
): MoneyView | null {
  const price = storedMoney(micros, rest, currency)
  return price && moneyView(price.femtos, price.currency)
}

/** A tag set by hand stands before the provider's of the same key. */
function readTags(db: Scope['db'], ids: readonly number[]): Map<number, ResourceView['tags']> {
  const rows = db
    .select()
    .from(resourceTags)
    .where(inArray(resourceTags.resourceId, [...ids]))
    .orderBy(resourceTags.resourceId, resourceTags.key, resourceTags.source)
    .all()
  const byId = new Map<number, ResourceView['tags']>()
  for (const { resourceId, key, value } of rows) {
    const list = byId.get(resourceId) ?? []
    if (list.at(-1)?.key !== key) list.push({ key, value })
    byId.set(resourceId, list)
  }
  return byId
}

function readStated(db: Scope['db'], ids: readonly number[]): Map<number, Map<string, string>> {
  const rows = db
    .select({
      id: resourceOverrides.resourceId,
      field: resourceOverrides.field,
      value: resourceOverrides.value,
    })
    .from(resourceOverrides)
    .where(inArray(resourceOverrides.resourceId, [...ids]))
    .orderBy(asc(resourceOverrides.resourceId))
    .all()
  const byId = new Map<number, Map<string, string>>()
  for (const { id, field, value } of rows) byId.set(id, (byId.get(id) ?? new Map()).set(field, value))
  return byId
}

function countRecommendations(db: Scope['db'], ids: readonly number[]): Map<number | null, number> {
  const rows = db
    .select({ resourceId: recommendations.resourceId, count: count() })
    .from(recommendations)
    .where(and(inArray(recommendations.resourceId, [...ids]), eq(recommendations.status, 'active')))
    .groupBy(recommendations.resourceId)
    .all()
  return new Map(rows.map((row) => [row.resourceId, row.count]))
}

function countNotes(db: Scope['db'], ids: readonly number[]): Map<number, number> {
  const rows = db
    .select({ resourceId: resourceNotes.resourceId, count: count() })
    .from(resourceNotes)
    .where(inArray(resourceNotes.resourceId, [...ids]))
    .groupBy(resourceNotes.resourceId)
    .all()
  return new Map(rows.map((row) => [row.resourceId, row.count]))
}
