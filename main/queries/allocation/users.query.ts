import { and, eq, ne } from 'drizzle-orm'
import { clientTerms, hierarchies, unitSeries, virtualTags } from '#main/store/schema/allocation.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { levelOf } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'
import { dimensionsOf } from './rule-refs.ts'

type Own = Pick<Scope, 'db' | 'workspaceId'>

/** What cannot be without a virtual tag, by name: hierarchies, series, clients with terms, rules of other tags. */
export function usersOfTag(scope: Own, id: string): string[] {
  const { db, workspaceId } = scope
  const dimension: CostDimension = `virtual:${id}`
  const gathering = db
    .select({ name: hierarchies.name })
    .from(hierarchies)
    .where(and(eq(hierarchies.workspaceId, workspaceId), eq(hierarchies.dimension, dimension)))
    .all()
  const told = db.select({ name: unitSeries.name }).from(unitSeries).where(eq(unitSeries.tagId, id)).all()
  const paying = db
    .selectDistinct({ name: clientTerms.part })
    .from(clientTerms)
    .where(eq(clientTerms.tagId, id))
    .all()
  const looking = tagsThatLook(scope, (of) => of === dimension, id)
  return [...gathering, ...told, ...paying].map(({ name }) => name).concat(looking)
}

/** Virtual tags whose rules look at a level of a hierarchy. */
export const usersOfHierarchy = (scope: Own, id: string): string[] =>
  tagsThatLook(scope, (of) => levelOf(of)?.hierarchyId === id)

function tagsThatLook(
  { db, workspaceId }: Own,
  isIt: (dimension: CostDimension) => boolean,
  butId = '',
): string[] {
  const looksAtIt = (rules: readonly AllocationRule[]): boolean => [...dimensionsOf(rules)].some(isIt)
  return db
    .select({ name: virtualTags.name, rules: virtualTags.rules })
    .from(virtualTags)
    .where(and(eq(virtualTags.workspaceId, workspaceId), ne(virtualTags.id, butId)))
    .all()
    .filter(({ rules }) => looksAtIt(rules))
    .map(({ name }) => name)
}
