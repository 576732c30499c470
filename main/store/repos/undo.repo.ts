import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { WritableDb } from '../db.ts'
import { chargeDays, chargeKeys, costFacts, dailyCosts } from '../schema/costs.ts'
import {
  resourceAliases,
  resourceRecords,
  resources,
  resourceTags,
  resourceVersions,
} from '../schema/inventory.ts'
import { sightings, unrecognised } from '../schema/judgements.ts'
import { syncUndo } from '../schema/sync.ts'
import { removeChanges } from './charge-changes.repo.ts'
import { restoreRow } from './undo-writer.ts'

/**
 * Takes back one slice of what an unfinished sync wrote, latest first; false when nothing is left of it. Each slice
 * removes what it has taken back, so that it may itself be interrupted anywhere.
 */
export function undoSlice(db: WritableDb, snapshotId: number, limit: number): boolean {
  const steps = db
    .select({ id: syncUndo.id, kind: syncUndo.kind, payload: syncUndo.payload })
    .from(syncUndo)
    .where(eq(syncUndo.snapshotId, snapshotId))
    .orderBy(desc(syncUndo.id))
    .limit(limit)
    .all()
  for (const { id, kind, payload } of steps) {
    takeBack(db, snapshotId, kind, payload)
    db.delete(syncUndo).where(eq(syncUndo.id, id)).run()
  }
  return (
    steps.length > 0 ||
    removeChanges(db, snapshotId, limit) ||
    removeFacts(db, snapshotId, limit) ||
    removeCreated(db, snapshotId, limit)
  )
}

/** What an ended sync would have needed to be taken back. False when nothing is left. */
export function forgetUndo(db: WritableDb, snapshotId: number, limit: number): boolean {
  const ids = db
    .select({ id: syncUndo.id })
    .from(syncUndo)
    .where(eq(syncUndo.snapshotId, snapshotId))
    .limit(limit)
  return db.delete(syncUndo).where(inArray(syncUndo.id, ids)).run().changes > 0
}

/** What it met and nobody had met before is unmet again. */
export function removeSightings(db: WritableDb, snapshotId: number): void {
  db.delete(sightings).where(eq(sightings.snapshotId, snapshotId)).run()
  db.delete(unrecognised)
    .where(
      sql`not exists (select 1 from ${sightings} where ${sightings.unrecognisedId} = ${unrecognised.id})`,
    )
    .run()
}

function takeBack(db: WritableDb, snapshotId: number, kind: string, payload: string): void {
  switch (kind) {
    case 'resource':
      restoreRow(db, resources, ['id'], payload)
      reopenVersion(db, snapshotId, payload)
      return
    case 'tags':
      db.run(
        sql`delete from ${resourceTags} where resource_id = json_extract(${payload}, '$.id') and source = 'provider'`,
      )
      db.run(sql`insert into ${resourceTags} (resource_id, key, value, source)
        select json_extract(${payload}, '$.id'), tag.key, tag.value, 'provider'
        from json_each(${payload}, '$.tags') as tag`)
      return
    case 'record':
      db.run(sql`delete from ${resourceRecords}
        where resource_id = json_extract(${payload}, '$.resource_id') and source = json_extract(${payload}, '$.source')`)
      restoreInner(db, resourceRecords, ['resource_id', 'source'], payload)
      return
    case 'alias':
      db.run(sql`delete from ${resourceAliases}
        where connection_id = json_extract(${payload}, '$.connection_id') and external_id = json_extract(${payload}, '$.external_id')`)
      db.run(sql`insert into ${resourceAliases} (connection_id, external_id, resource_id)
        select json_extract(${payload}, '$.connection_id'), json_extract(${payload}, '$.external_id'), json_extract(${payload}, '$.resource_id')
        where json_extract(${payload}, '$.resource_id') is not null`)
      return
    case 'fact': {
      restoreRow(db, costFacts, ['id'], payload)
      const { charge_key_id: keyId, day } = JSON.parse(payload) as { charge_key_id: number; day: string }
      sumAnew(db, keyId, day)
      return
    }
    case 'day':
      takeBackDay(db, payload)
      return
    default:
      throw new Error(`no way back for ${kind}`)
  }
}

function reopenVersion(db: WritableDb, snapshotId: number, payload: string): void {
  const resourceId = sql`json_extract(${payload}, '$.id')`
  db.delete(resourceVersions)
    .where(
      and(eq(resourceVersions.snapshotId, snapshotId), sql`${resourceVersions.resourceId} = ${resourceId}`),
    )
    .run()
  db.run(sql`update ${resourceVersions} set valid_to_ms = null
    where id = (select max(id) from ${resourceVersions} where resource_id = ${resourceId})`)
}

function takeBackDay(db: WritableDb, payload: string): void {
  db.run(sql`delete from ${chargeDays}
    where connection_id = json_extract(${payload}, '$.connection_id') and day = json_extract(${payload}, '$.day')`)
  restoreInner(db, chargeDays, ['connection_id', 'day'], payload)
}

/** The row that stood there, if one did. */
function restoreInner(db: WritableDb, table: SQLiteTable, key: readonly string[], payload: string): void {
  const { row } = JSON.parse(payload) as { row: object | null }
  if (row !== null) restoreRow(db, table, key, JSON.stringify(row))
}

/** Lines that it added: those that it changed have been given back by now. */
function removeFacts(db: WritableDb, snapshotId: number, limit: number): boolean {
  const added = db
    .select({ id: costFacts.id, keyId: costFacts.chargeKeyId, day: costFacts.day })
    .from(costFacts)
    .where(eq(costFacts.snapshotId, snapshotId))
    .limit(limit)
    .all()
  for (const { id, keyId, day } of added) {
    db.delete(costFacts).where(eq(costFacts.id, id)).run()
    sumAnew(db, keyId, day)
  }
  return added.length > 0
}

function removeCreated(db: WritableDb, snapshotId: number, limit: number): boolean {
  const created = db
    .select({ id: resourceVersions.resourceId })
    .from(resourceVersions)
    .where(and(eq(resourceVersions.snapshotId, snapshotId), eq(resourceVersions.change, 'created')))
    .limit(limit)
    .all()
  for (const { id } of created) db.delete(resources).where(eq(resources.id, id)).run()
  return created.length > 0
}

/** A day's sum of one key from its lines: a handful, so that SQLite's own sums cannot overflow. */
function sumAnew(db: WritableDb, keyId: number, day: string): void {
  db.run(sql`delete from ${dailyCosts} where charge_key_id = ${keyId} and day = ${day}
    and workspace_id = (select workspace_id from ${chargeKeys} where id = ${keyId})`)
  db.run(sql`insert into ${dailyCosts} (workspace_id, day, charge_key_id, lines, billed_micros, billed_rest,
      effective_micros, effective_rest, list_micros, list_rest, contracted_micros, contracted_rest)
    select k.workspace_id, f.day, f.charge_key_id, count(*), sum(f.billed_micros), sum(f.billed_rest),
      sum(f.effective_micros), sum(f.effective_rest), sum(f.list_micros), sum(f.list_rest),
      sum(f.contracted_micros), sum(f.contracted_rest)
    from ${costFacts} f join ${chargeKeys} k on k.id = f.charge_key_id
    where f.charge_key_id = ${keyId} and f.day = ${day}
    group by k.workspace_id, f.day, f.charge_key_id`)
}
