import { asc, eq } from 'drizzle-orm'
import { tagPolicies } from '#main/store/schema/allocation.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Scope } from '../scope.ts'

export const listTagPolicies = ({
  db,
  workspaceId,
}: Pick<Scope, 'db' | 'workspaceId'>): CallOutput<'tagPolicies.list'> => ({
  items: db
    .select({
      id: tagPolicies.id,
      tagKey: tagPolicies.tagKey,
      isRequired: tagPolicies.isRequired,
      allowedValues: tagPolicies.allowedValues,
      providers: tagPolicies.providers,
      types: tagPolicies.types,
    })
    .from(tagPolicies)
    .where(eq(tagPolicies.workspaceId, workspaceId))
    .orderBy(asc(tagPolicies.tagKey), asc(tagPolicies.id))
    .all(),
})
