import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { connections, resources, resourceTags } from '../schema/inventory.ts'
import {
  resourceNotes,
  resourceOverrides,
  savedFilters,
  typeRules,
  unrecognised,
} from '../schema/judgements.ts'

type Of = { connectionId: string; externalId: string }
type Notes = Pick<typeof resourceNotes.$inferSelect, 'text' | 'userId' | 'atMs'>
type Overrides = Pick<typeof resourceOverrides.$inferSelect, 'field' | 'value' | 'userId' | 'atMs'>
type Tags = Pick<typeof resourceTags.$inferSelect, 'key' | 'value' | 'userId' | 'atMs'>
type Entries = Pick<typeof unrecognised.$inferSelect, 'note' | 'resolvedBy' | 'resolvedAtMs'>

/** What people said of resources, by the provider's number: it outlives the rows that it hangs on. */
export type Judgements = {
  notes: readonly (Of & Notes)[]
  overrides: readonly (Of & Overrides)[]
  tags: readonly (Of & Tags)[]
  entries: readonly (Of & Entries)[]
}

const of = { connectionId: resources.connectionId, externalId: resources.externalId }

export function readJudgements(db: WritableDb, workspaceId: string): Judgements {
  const ours = eq(resources.workspaceId, workspaceId)
  return {
    notes: db
      .select({ ...of, text: resourceNotes.text, userId: resourceNotes.userId, atMs: resourceNotes.atMs })
      .from(resourceNotes)
      .innerJoin(resources, eq(resources.id, resourceNotes.resourceId))
      .where(ours)
      .orderBy(resourceNotes.id)
      .all(),
    overrides: db
      .select({
        ...of,
        field: resourceOverrides.field,
        value: resourceOverrides.value,
        userId: resourceOverrides.userId,
        atMs: resourceOverrides.atMs,
      })
      .from(resourceOverrides)
      .innerJoin(resources, eq(resources.id, resourceOverrides.resourceId))
      .where(ours)
      .all(),
    tags: db
      .select({
        ...of,
        key: resourceTags.key,
        value: resourceTags.value,
        userId: resourceTags.userId,
        atMs: resourceTags.atMs,
      })
      .from(resourceTags)
      .innerJoin(resources, eq(resources.id, resourceTags.resourceId))
      .where(and(ours, eq(resourceTags.source, 'manual')))
      .all(),
    entries: db
      .select({
        connectionId: unrecognised.connectionId,
        externalId: unrecognised.externalId,
        note: unrecognised.note,
        resolvedBy: unrecognised.resolvedBy,
        resolvedAtMs: unrecognised.resolvedAtMs,
      })
      .from(unrecognised)
      .innerJoin(connections, eq(connections.id, unrecognised.connectionId))
      .where(eq(connections.workspaceId, workspaceId))
      .all(),
  }
}

/** What is said of a resource that is not there any more is lost with it. */
export function writeJudgements(db: WritableDb, { notes, overrides, tags, entries }: Judgements): void {
  for (const { text, userId, atMs, ...target } of notes)
    db.run(sql`insert into ${resourceNotes} (resource_id, text, user_id, at_ms)
      select id, ${text}, ${userId}, ${atMs} from ${resourceOf(target)}`)
  for (const { field, value, userId, atMs, ...target } of overrides)
    db.run(sql`insert into ${resourceOverrides} (resource_id, field, value, user_id, at_ms)
      select id, ${field}, ${value}, ${userId}, ${atMs} from ${resourceOf(target)}`)
  for (const { key, value, userId, atMs, ...target } of tags)
    db.run(sql`insert into ${resourceTags} (resource_id, key, value, source, user_id, at_ms)
      select id, ${key}, ${value}, 'manual', ${userId}, ${atMs} from ${resourceOf(target)}`)
  for (const { connectionId, externalId, ...said } of entries)
    db.update(unrecognised)
      .set(said)
      .where(and(eq(unrecognised.connectionId, connectionId), eq(unrecognised.externalId, externalId)))
      .run()
}

const resourceOf = ({ connectionId, externalId }: Of): SQL =>
  sql`${resources} where connection_id = ${connectionId} and external_id = ${externalId}`

/** Filters and rules hang on no resource, and go only when the organisation is made anew from the beginning. */
export function removeTeachings(db: WritableDb, workspaceId: string): void {
  db.delete(savedFilters).where(eq(savedFilters.workspaceId, workspaceId)).run()
  db.delete(typeRules).where(eq(typeRules.workspaceId, workspaceId)).run()
}

export const listTypeRules = (db: WritableDb, workspaceId: string) =>
  db.select().from(typeRules).where(eq(typeRules.workspaceId, workspaceId)).all()
