import { and, eq, isNull, sql } from 'drizzle-orm'
import type { FlatState, ResourceTag } from '#main/core/model/resource.ts'
import type { WritableDb } from '../db.ts'
import { resources, resourceTags, resourceVersions } from '../schema/inventory.ts'
import { STATE_COLUMNS, type toRow } from './resource-row.ts'
import { slots } from './slots.ts'

type ResourceRow = ReturnType<typeof toRow>
type Change = (typeof resourceVersions.$inferInsert)['change']
type Context = { workspaceId: string; connectionId: string; snapshotId: number; atMs: number }

/** The statements of one snapshot, compiled once. */
export function createResourceWriter(db: WritableDb, context: Context) {
  const { workspaceId, connectionId, snapshotId, atMs } = context

  const insert = db
    .insert(resources)
    .values({
      ...slots(STATE_COLUMNS),
      ...slots(['workspaceId', 'connectionId', 'externalId', 'firstSeenAtMs']),
    })
    .returning({ id: resources.id })
    .prepare()
  const closeVersion = db
    .update(resourceVersions)
    .set({ validToMs: atMs })
    .where(
      and(eq(resourceVersions.resourceId, sql.placeholder('resourceId')), isNull(resourceVersions.validToMs)),
    )
    .prepare()
  const openVersion = db
    .insert(resourceVersions)
    .values(slots(['resourceId', 'snapshotId', 'validFromMs', 'change', 'state']))
    .prepare()
  const insertTag = db
    .insert(resourceTags)
    .values(slots(['resourceId', 'key', 'value', 'source']))
    .onConflictDoUpdate({
      target: [resourceTags.resourceId, resourceTags.source, resourceTags.key],
      set: { value: sql`excluded.value` },
    })
    .prepare()

  function addVersion(resourceId: number, change: Change, state: FlatState): void {
    closeVersion.run({ resourceId })
    openVersion.run({ resourceId, snapshotId, validFromMs: atMs, change, state })
  }

  function addTags(resourceId: number, tags: readonly ResourceTag[]): void {
    for (const { key, value } of tags) insertTag.run({ resourceId, key, value, source: 'provider' })
  }

  return {
    create(externalId: string, row: ResourceRow, state: FlatState, tags: readonly ResourceTag[]): number {
      const { id } = insert.get({ ...row, workspaceId, connectionId, externalId, firstSeenAtMs: atMs })
      openVersion.run({ resourceId: id, snapshotId, validFromMs: atMs, change: 'created', state })
      addTags(id, tags)
      return id
    },

    update(
      id: number,
      row: ResourceRow,
      { change, changes }: { change: Change; changes: FlatState },
      tags: readonly ResourceTag[],
    ): void {
      db.update(resources)
        .set({ ...row, goneAtMs: null })
        .where(eq(resources.id, id))
        .run()
      addVersion(id, change, changes)
      if (!Object.keys(changes).some((field) => field.startsWith('tags.'))) return
      db.delete(resourceTags)
        .where(and(eq(resourceTags.resourceId, id), eq(resourceTags.source, 'provider')))
        .run()
      addTags(id, tags)
    },

    markGone(id: number, stateHash: string): void {
      db.update(resources)
        .set({ status: 'gone', goneAtMs: atMs, stateHash })
        .where(eq(resources.id, id))
        .run()
      addVersion(id, 'gone', { status: 'gone' })
    },
  }
}
