import { and, eq, ne } from 'drizzle-orm'
import { depthOf } from '#main/core/allocation/hierarchy-problems.ts'
import type { Surroundings } from '#main/core/allocation/rule-problems.ts'
import { unitSeries, unitValues } from '#main/store/schema/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { levelOf, readHierarchy } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'
import { findVirtual } from './known.query.ts'
import { dimensionsOf, virtualIdOf } from './rule-refs.ts'

type Own = Pick<Scope, 'db' | 'workspaceId'>

/** What rules of a tag can look at; null: of one that is not saved yet. */
export const surroundingsOf = (scope: Own, tagId: string | null): Surroundings => ({
  dimension: (dimension) => stateOf(scope, dimension, tagId, new Set()),
  series: (id) => seriesState(scope, id),
})

/** `seen`: tags on the way here, so that a circle that somebody else has closed is walked once. */
function stateOf(
  scope: Own,
  dimension: CostDimension,
  tagId: string | null,
  seen: Set<string>,
): ReturnType<Surroundings['dimension']> {
  if (dimension === 'invoice') return 'ofLines'
  const level = levelOf(dimension)
  if (level) {
    const hierarchy = readHierarchy(scope, level.hierarchyId)
    if (!hierarchy || level.depth >= depthOf(hierarchy.nodes)) return 'gone'
    return stateOf(scope, hierarchy.dimension, tagId, seen)
  }
  const id = virtualIdOf(dimension)
  if (id === null) return 'known'
  if (id === tagId) return 'self'
  const tag = findVirtual(scope, id)
  if (!tag) return 'gone'
  seen.add(id)
  for (const next of dimensionsOf(tag.rules)) {
    if (seen.has(virtualIdOf(next) ?? '')) continue
    if (stateOf(scope, next, tagId, seen) === 'self') return 'self'
  }
  return tag.isOn ? 'known' : 'off'
}

function seriesState({ db, workspaceId }: Own, id: string): ReturnType<Surroundings['series']> {
  const series = db
    .select({ tagId: unitSeries.tagId })
    .from(unitSeries)
    .where(and(eq(unitSeries.id, id), eq(unitSeries.workspaceId, workspaceId)))
    .get()
  if (!series) return 'gone'
  const told = db
    .select({ part: unitValues.part })
    .from(unitValues)
    .where(and(eq(unitValues.seriesId, id), ne(unitValues.part, '')))
    .limit(1)
    .get()
  return told ? 'known' : 'noParts'
}

/** Whether rules of a tag look at levels of a hierarchy, by themselves or through other tags. */
export function looksAtHierarchy(
  scope: Own,
  tagId: string,
  hierarchyId: string,
  seen: Set<string> = new Set(),
): boolean {
  if (seen.has(tagId)) return false
  seen.add(tagId)
  return [...dimensionsOf(findVirtual(scope, tagId)?.rules ?? [])].some((dimension) => {
    const level = levelOf(dimension)
    if (level?.hierarchyId === hierarchyId) return true
    const of = level ? readHierarchy(scope, level.hierarchyId)?.dimension : dimension
    const id = of ? virtualIdOf(of) : null
    return id !== null && looksAtHierarchy(scope, id, hierarchyId, seen)
  })
}
