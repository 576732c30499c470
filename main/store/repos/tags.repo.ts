import { and, eq, sql } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { resources, resourceTags } from '../schema/inventory.ts'
import { type Judge, ownResources } from './own-resources.ts'

/** A tag set by hand; null takes it away again, and the provider's of the same key shows. */
export function putManualTag(
  db: WritableDb,
  { workspaceId, userId, atMs }: Judge,
  ids: readonly number[],
  key: string,
  value: string | null,
): void {
  const own = sql`select ${resources.id} from ${ownResources(workspaceId, ids)}`
  if (value === null) {
    db.delete(resourceTags)
      .where(
        and(
          eq(resourceTags.source, 'manual'),
          eq(resourceTags.key, key),
          sql`${resourceTags.resourceId} in (${own})`,
        ),
      )
      .run()
    return
  }
  db.run(sql`insert into ${resourceTags} (resource_id, key, value, source, user_id, at_ms)
    select ${resources.id}, ${key}, ${value}, 'manual', ${userId}, ${atMs}
    from ${ownResources(workspaceId, ids)}
    on conflict (resource_id, source, key) do update
    set value = excluded.value, user_id = excluded.user_id, at_ms = excluded.at_ms`)
}
