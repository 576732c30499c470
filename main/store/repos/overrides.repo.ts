import { and, eq, sql } from 'drizzle-orm'
import type { OverrideField } from '#shared/contract/resources.ts'
import type { WritableDb } from '../db.ts'
import { resources } from '../schema/inventory.ts'
import { resourceOverrides } from '../schema/judgements.ts'
import { type Judge, ownResources } from './own-resources.ts'

/** States a field against the provider; null gives it back to the provider. */
export function putOverride(
  db: WritableDb,
  { workspaceId, userId, atMs }: Judge,
  ids: readonly number[],
  field: OverrideField,
  value: string | null,
): void {
  const own = sql`select ${resources.id} from ${ownResources(workspaceId, ids)}`
  if (value === null) {
    db.delete(resourceOverrides)
      .where(and(eq(resourceOverrides.field, field), sql`${resourceOverrides.resourceId} in (${own})`))
      .run()
    return
  }
  db.run(sql`insert into ${resourceOverrides} (resource_id, field, value, user_id, at_ms)
    select ${resources.id}, ${field}, ${value}, ${userId}, ${atMs} from ${ownResources(workspaceId, ids)}
    on conflict (resource_id, field) do update
    set value = excluded.value, user_id = excluded.user_id, at_ms = excluded.at_ms`)
}
