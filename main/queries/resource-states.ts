import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { type FlatState, replay } from '#main/core/model/resource.ts'
import { type Difference, differenceOf } from '#main/core/rules/differences.ts'
import { resources, resourceVersions } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Scope } from './scope.ts'

type Version = {
  snapshotId: number
  change: (typeof resourceVersions.$inferSelect)['change']
  state: FlatState
}

/** The record that versions, oldest first, lead to; null where it is not there any more, or not yet. */
function stateAfter(versions: readonly Version[]): FlatState | null {
  const last = versions.at(-1)
  if (!last || last.change === 'gone' || last.change === 'merged') return null
  // Of what it was merged into nothing remains when it is on its own again.
  const { mergedInto: _, ...state } = replay(versions.map(({ state }) => state))
  // Known from the bill alone, and gone before anybody looked.
  return state.status === 'gone' ? null : state
}

export type FoundDifference = Difference & {
  resourceId: number
  externalId: string
  name: string
  type: ResourceType
  region: string | null
}

/**
 * What differs between two looks at one connection. Only resources that were written to in between are read at all:
 * whatever else there is was the same before and after.
 */
export function readDifferences(
  scope: Scope,
  connectionId: string,
  beforeId: number,
  afterId: number,
): FoundDifference[] {
  const chains = readChains(scope, connectionId, beforeId, afterId)
  const differences = new Map<number, Difference>()
  for (const [id, versions] of chains) {
    const before = stateAfter(versions.filter(({ snapshotId }) => snapshotId <= beforeId))
    const difference = differenceOf(before, stateAfter(versions))
    if (difference) differences.set(id, difference)
  }
  return readNames(scope, [...differences.keys()]).flatMap(({ id, ...named }) => {
    const difference = differences.get(id)
    return difference ? [{ resourceId: id, ...named, ...difference }] : []
  })
}

function readChains(
  { db }: Scope,
  connectionId: string,
  beforeId: number,
  afterId: number,
): Map<number, Version[]> {
  const touched = db
    .selectDistinct({ id: resourceVersions.resourceId })
    .from(resourceVersions)
    .innerJoin(resources, eq(resources.id, resourceVersions.resourceId))
    .where(
      and(
        gt(resourceVersions.snapshotId, beforeId),
        lte(resourceVersions.snapshotId, afterId),
        eq(resources.connectionId, connectionId),
      ),
    )
  const rows = db
    .select({
      id: resourceVersions.resourceId,
      snapshotId: resourceVersions.snapshotId,
      change: resourceVersions.change,
      state: resourceVersions.state,
    })
    .from(resourceVersions)
    .where(and(inArray(resourceVersions.resourceId, touched), lte(resourceVersions.snapshotId, afterId)))
    .orderBy(asc(resourceVersions.resourceId), asc(resourceVersions.id))
    .all()
  const chains = new Map<number, Version[]>()
  for (const { id, ...version } of rows) {
    const chain = chains.get(id)
    if (chain) chain.push(version)
    else chains.set(id, [version])
  }
  return chains
}

/** As they are called now. */
function readNames({ db, workspaceId }: Scope, ids: readonly number[]) {
  return db
    .select({
      id: resources.id,
      externalId: resources.externalId,
      name: resources.name,
      type: sql<ResourceType>`coalesce(${resourceOverrides.value}, ${resources.type})`,
      region: resources.region,
    })
    .from(resources)
    .leftJoin(
      resourceOverrides,
      and(eq(resourceOverrides.resourceId, resources.id), eq(resourceOverrides.field, 'type')),
    )
    .where(
      and(
        eq(resources.workspaceId, workspaceId),
        sql`${resources.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .all()
}
