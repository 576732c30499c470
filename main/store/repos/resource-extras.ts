import { and, eq, sql } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { resourceAliases, resourceRecords } from '../schema/inventory.ts'
import { slots } from './slots.ts'
import type { UndoWriter } from './undo-writer.ts'

/** What hangs on a resource besides its state: the provider's records and the other numbers that the bill knows it by. */
export function createExtrasWriter(
  db: WritableDb,
  { connectionId, atMs, undo }: { connectionId: string; atMs: number; undo: UndoWriter },
) {
  const putRecord = db
    .insert(resourceRecords)
    .values({ ...slots(['resourceId', 'source', 'text']), atMs })
    .onConflictDoUpdate({
      target: [resourceRecords.resourceId, resourceRecords.source],
      set: { text: sql`excluded.text`, atMs },
    })
    .prepare()
  const putAlias = db
    .insert(resourceAliases)
    .values({ connectionId, ...slots(['externalId', 'resourceId']) })
    .onConflictDoUpdate({
      target: [resourceAliases.connectionId, resourceAliases.externalId],
      set: { resourceId: sql`excluded.resource_id` },
    })
    .prepare()
  const findAlias = db
    .select({ resourceId: resourceAliases.resourceId })
    .from(resourceAliases)
    .where(
      and(
        eq(resourceAliases.connectionId, connectionId),
        eq(resourceAliases.externalId, sql.placeholder('externalId')),
      ),
    )
    .prepare()
  const listAliases = db
    .select({ externalId: resourceAliases.externalId })
    .from(resourceAliases)
    .where(eq(resourceAliases.resourceId, sql.placeholder('resourceId')))
    .prepare()

  return {
    /** `isNew`: the resource is of this very sync, so that there is nothing to bring back. */
    record(resourceId: number, source: string, text: string, isNew: boolean): void {
      if (!isNew) undo.record(resourceId, source)
      putRecord.run({ resourceId, source, text })
    },

    addAlias(resourceId: number, externalId: string): void {
      undo.alias(connectionId, externalId)
      putAlias.run({ externalId, resourceId })
    },

    /** These and no others. Returns whether anything moved. */
    aliases(resourceId: number, externalIds: readonly string[], isNew: boolean): boolean {
      const before = isNew ? [] : listAliases.all({ resourceId }).map(({ externalId }) => externalId)
      const wanted = new Set(externalIds)
      const removed = before.filter((externalId) => !wanted.has(externalId))
      const added = externalIds.filter((externalId) => !before.includes(externalId))
      for (const externalId of removed) {
        undo.alias(connectionId, externalId)
        db.delete(resourceAliases)
          .where(
            and(
              eq(resourceAliases.connectionId, connectionId),
              eq(resourceAliases.externalId, externalId),
              eq(resourceAliases.resourceId, resourceId),
            ),
          )
          .run()
        undo.record(resourceId, externalId)
        db.delete(resourceRecords)
          .where(and(eq(resourceRecords.resourceId, resourceId), eq(resourceRecords.source, externalId)))
          .run()
      }
      for (const externalId of added) {
        // Of a new resource nothing is left when it is taken back, what was nobody's before included.
        if (!isNew || findAlias.get({ externalId })) undo.alias(connectionId, externalId)
        putAlias.run({ externalId, resourceId })
      }
      return removed.length + added.length > 0
    },
  }
}
