import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  changesBetween,
  type FlatState,
  flatten,
  type ResourceState,
  type ResourceTag,
} from '#main/core/model/resource.ts'
import type { WritableDb } from '../db.ts'
import { resources, resourceTags, resourceVersions } from '../schema/inventory.ts'
import { hashOf, readFlat, STATE_COLUMNS, toRow } from './resource-row.ts'
import { slots } from './slots.ts'
import type { UndoWriter } from './undo-writer.ts'

type Change = (typeof resourceVersions.$inferInsert)['change']
type Context = {
  workspaceId: string
  connectionId: string
  snapshotId: number
  atMs: number
  /** Remembers how to take each step back; null where all is one transaction anyway. */
  undo: UndoWriter | null
}

export type KnownResource = { id: number; stateHash: string; goneAtMs: number | null; scope: string | null }

type Written = { id: number; result: 'created' | 'updated' | 'unchanged' }

/** The statements of one snapshot, compiled once. Every method runs within the caller's transaction. */
export function createResourceWriter(db: WritableDb, context: Context) {
  const { workspaceId, connectionId, snapshotId, atMs, undo } = context

  const insert = db
    .insert(resources)
    .values({
      ...slots(STATE_COLUMNS),
      ...slots(['workspaceId', 'connectionId', 'externalId', 'firstSeenAtMs', 'goneAtMs']),
    })
    .returning({ id: resources.id })
    .prepare()
  const update = db
    .update(resources)
    .set({ ...slots(STATE_COLUMNS), ...slots(['goneAtMs']) } as never)
    .where(eq(resources.id, sql.placeholder('id')))
    .prepare()
  const updateScope = db
    .update(resources)
    .set(slots(['scope']) as never)
    .where(eq(resources.id, sql.placeholder('id')))
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

  function create(state: ResourceState, flat: FlatState, hash: string, scope: string | null): number {
    const goneAtMs = state.status === 'gone' ? atMs : null
    const place = { workspaceId, connectionId, externalId: state.externalId, firstSeenAtMs: atMs }
    const { id } = insert.get({ ...toRow(state, hash, scope), ...place, goneAtMs })
    openVersion.run({ resourceId: id, snapshotId, validFromMs: atMs, change: 'created', state: flat })
    addTags(id, state.tags)
    return id
  }

  return {
    /** Brings a resource to this state and writes history for what changed only. */
    put(state: ResourceState, known: KnownResource | undefined, scope: string | null = null): Written {
      const flat = flatten(state)
      const hash = hashOf(flat)
      if (!known) return { id: create(state, flat, hash, scope), result: 'created' }
      const { id } = known
      if (known.stateHash === hash && known.goneAtMs === null) {
        if (known.scope !== scope) updateScope.run({ id, scope })
        return { id, result: 'unchanged' }
      }
      const changes = changesBetween(readFlat(db, id), flat)
      undo?.resource(id)
      update.run({ ...toRow(state, hash, scope), id, goneAtMs: null })
      addVersion(id, known.goneAtMs === null ? 'updated' : 'returned', changes)
      if (Object.keys(changes).some((field) => field.startsWith('tags.'))) {
        undo?.tags(id)
        db.delete(resourceTags)
          .where(and(eq(resourceTags.resourceId, id), eq(resourceTags.source, 'provider')))
          .run()
        addTags(id, state.tags)
      }
      return { id, result: 'updated' }
    },

    /** `into`: the resource that it is a part of now. */
    markGone({ id }: KnownResource, into: string | null = null): void {
      undo?.resource(id)
      const change = { status: 'gone', ...(into === null ? {} : { mergedInto: into }) }
      const stateHash = hashOf({ ...readFlat(db, id), ...change })
      db.update(resources)
        .set({ status: 'gone', goneAtMs: atMs, stateHash })
        .where(eq(resources.id, id))
        .run()
      addVersion(id, into === null ? 'gone' : 'merged', change)
    },
  }
}
