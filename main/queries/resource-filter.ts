import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Money } from '#main/core/money/money.ts'
import { connections, resources, resourceTags } from '#main/store/schema/inventory.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { ResourceStatus } from '#shared/contract/resources.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { exactText, storedMoney } from './figures.ts'
import { effectiveStatus, isPresent } from './inventory.ts'
import type { Scope } from './scope.ts'
import { matchesSearch } from './search.ts'

export type ResourceFilter = ParsedInput<'resources.list'>

/** A row of the first pass over the inventory: just enough to filter, count, add up and sort. */
export type SlimRow = {
  id: number
  name: string
  connectionId: string
  type: string
  status: ResourceStatus
  service: string
  region: string | null
  /** What is gone has no price any more; what it did cost stands in the spend. */
  monthly: Money | null
}

type Parts = [
  id: number,
  name: string,
  connectionId: string,
  type: string,
  status: ResourceStatus,
  service: string,
]
type Price = [currency: Currency | null, micros: string | null, rest: string | null]

/** The one resource, search and provider are settled in SQL; what facets must be able to leave out is settled by `tally`. */
export function readSlim({ db, workspaceId }: Scope, filter: ResourceFilter): SlimRow[] {
  const where = and(
    eq(resources.workspaceId, workspaceId),
    filter.id === undefined ? undefined : eq(resources.id, filter.id),
    filter.provider ? eq(connections.provider, filter.provider) : undefined,
    matchesSearch(filter.search, searched),
  )
  const rows = db.values<[...Parts, string | null, ...Price]>(sql`
    select ${resources.id}, ${resources.name}, ${resources.connectionId}, ${resources.type}, ${effectiveStatus},
      ${resources.service}, ${resources.region}, case when ${isPresent} then ${resources.currency} end,
      ${exactText(resources.monthlyMicros)}, ${exactText(resources.monthlyRest)}
    from ${resources}
    inner join ${connections} on ${connections.id} = ${resources.connectionId}
    where ${where}`)
  return rows.map(([id, name, connectionId, type, status, service, region, currency, micros, rest]) => ({
    id,
    name,
    connectionId,
    type,
    status,
    service,
    region,
    monthly: storedMoney(micros, rest, currency),
  }))
}

const searched = (pattern: string): SQL[] => [
  sql`${resources.name} glob ${pattern}`,
  sql`${resources.externalId} glob ${pattern}`,
  sql`${resources.service} glob ${pattern}`,
  sql`${resources.region} glob ${pattern}`,
  sql`${connections.name} glob ${pattern}`,
  sql`${resources.attributes} ->> '$.address' glob ${pattern}`,
  sql`exists (select 1 from ${resourceTags} where ${resourceTags.resourceId} = ${resources.id}
    and (${resourceTags.value} glob ${pattern} or ${resourceTags.key} glob ${pattern}))`,
]

export const facetNames = ['connection', 'type', 'status', 'service'] as const
export type FacetName = (typeof facetNames)[number]
type FacetCounts = Record<FacetName, Map<string, number>>

/**
 * One pass that keeps what passes every filter and counts each facet as if its own filter were not set: a row that fails
 * exactly one filter still counts in that facet, so that a person sees what another choice would bring.
 */
export function tally(
  rows: readonly SlimRow[],
  filter: ResourceFilter,
): { kept: SlimRow[]; facets: FacetCounts } {
  const wanted: Record<FacetName, string | undefined> = {
    connection: filter.connectionId,
    type: filter.type,
    status: filter.status,
    service: filter.service,
  }
  const facets: FacetCounts = {
    connection: new Map(),
    type: new Map(),
    status: new Map(),
    service: new Map(),
  }
  const kept: SlimRow[] = []
  for (const row of rows) {
    const failed = facetNames.filter(
      (name) => wanted[name] !== undefined && wanted[name] !== facetValue(row, name),
    )
    if (failed.length > 1) continue
    if (failed.length === 0) kept.push(row)
    for (const name of failed.length === 1 ? failed : facetNames) {
      const value = facetValue(row, name)
      facets[name].set(value, (facets[name].get(value) ?? 0) + 1)
    }
  }
  return { kept, facets }
}

function facetValue(row: SlimRow, name: FacetName): string {
  switch (name) {
    case 'connection':
      return row.connectionId
    case 'type':
      return row.type
    case 'status':
      return row.status
    case 'service':
      return row.service
  }
}
