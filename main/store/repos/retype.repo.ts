import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type Retyping, remark, retypeVersion } from '#main/core/rules/retype.ts'
import type { ResourceMark } from '#shared/contract/resources.ts'
import type { ReadableDb, WritableDb } from '../db.ts'
import { connections, resources, resourceVersions } from '../schema/inventory.ts'
import { hashOf, readFlat } from './resource-row.ts'
import type { Kind } from './unrecognised.repo.ts'

/** Resources that the bill alone knows, by the provider's word for them. Inventories name a type themselves. */
export const listOfKind = (
  db: ReadableDb,
  workspaceId: string,
  { provider, kind }: Kind,
  page: { afterId: number; limit: number },
): number[] =>
  db
    .select({ id: resources.id })
    .from(resources)
    .innerJoin(connections, eq(connections.id, resources.connectionId))
    .where(
      and(
        eq(resources.workspaceId, workspaceId),
        eq(connections.provider, provider),
        sql`${resources.attributes} ->> '$.kind' = ${kind}`,
        gt(resources.id, page.afterId),
      ),
    )
    .orderBy(asc(resources.id))
    .limit(page.limit)
    .all()
    .map(({ id }) => id)

/** The resource and its history as if the type had been known all along; the next sync finds nothing to change. */
export function retypeResource(db: WritableDb, id: number, to: Retyping): void {
  const before = db.select({ marks: resources.marks }).from(resources).where(eq(resources.id, id)).get()
  const marks = remark(before?.marks ?? [], to.isRecognised) as ResourceMark[]
  db.update(resources)
    .set({ type: to.type, marks: marks.length === 0 ? null : marks })
    .where(eq(resources.id, id))
    .run()
  db.update(resources)
    .set({ stateHash: hashOf(readFlat(db, id)) })
    .where(eq(resources.id, id))
    .run()
  const versions = db
    .select({ id: resourceVersions.id, change: resourceVersions.change, state: resourceVersions.state })
    .from(resourceVersions)
    .where(eq(resourceVersions.resourceId, id))
    .all()
  for (const { id: versionId, change, state } of versions)
    db.update(resourceVersions)
      .set({ state: retypeVersion(change === 'created', state, to) })
      .where(eq(resourceVersions.id, versionId))
      .run()
}
