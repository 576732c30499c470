import { and, asc, eq } from 'drizzle-orm'
import { depthOf } from '#main/core/allocation/hierarchy-problems.ts'
import { hierarchies, virtualTags } from '#main/store/schema/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { levelOf, readHierarchy } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'
import { virtualIdOf } from './rule-refs.ts'

type Own = Pick<Scope, 'db' | 'workspaceId'>

export const listHierarchyRows = ({ db, workspaceId }: Own) =>
  db
    .select()
    .from(hierarchies)
    .where(eq(hierarchies.workspaceId, workspaceId))
    .orderBy(asc(hierarchies.name), asc(hierarchies.id))
    .all()

/** Whether a dimension can be asked for: a virtual tag or a hierarchy may have been removed since somebody named it. */
export function isKnownDimension(scope: Own, dimension: CostDimension): boolean {
  const level = levelOf(dimension)
  if (level) {
    const hierarchy = readHierarchy(scope, level.hierarchyId)
    return (
      hierarchy !== undefined &&
      level.depth < depthOf(hierarchy.nodes) &&
      isKnownDimension(scope, hierarchy.dimension)
    )
  }
  const id = virtualIdOf(dimension)
  return id === null || findVirtual(scope, id)?.isOn === true
}

export const findVirtual = ({ db, workspaceId }: Own, id: string) =>
  db
    .select()
    .from(virtualTags)
    .where(and(eq(virtualTags.id, id), eq(virtualTags.workspaceId, workspaceId)))
    .get()
