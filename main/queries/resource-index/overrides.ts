import { and, eq, inArray, sql } from 'drizzle-orm'
import { resources } from '#main/store/schema/inventory.ts'
import { resourceOverrides } from '#main/store/schema/judgements.ts'
import type { Scope } from '../scope.ts'
import type { Base } from './read-base.ts'
import { withValues } from './text-column.ts'

const fields = ['type', 'owner', 'project'] as const
export type Effective = Pick<Base, (typeof fields)[number]>

/** The columns that people may state something else of, as they say. */
export function readEffective(
  { db, workspaceId }: Scope,
  { rowOf, ...base }: Base & { rowOf(id: number): number },
): Effective {
  const rows = db.values<[id: number, field: string, value: string]>(sql`
    select ${resourceOverrides.resourceId}, ${resourceOverrides.field}, ${resourceOverrides.value}
    from ${resourceOverrides} inner join ${resources} on ${resources.id} = ${resourceOverrides.resourceId}
    where ${and(eq(resources.workspaceId, workspaceId), inArray(resourceOverrides.field, [...fields]))}`)
  const byField = Map.groupBy(rows, ([, field]) => field)
  const effective = (field: (typeof fields)[number]) => {
    const changes = (byField.get(field) ?? []).flatMap(([id, , value]): [number, string][] => {
      const row = rowOf(id)
      return row < 0 ? [] : [[row, value]]
    })
    return changes.length === 0 ? base[field] : withValues(base[field], changes)
  }
  return { type: effective('type'), owner: effective('owner'), project: effective('project') }
}
