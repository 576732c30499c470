import { and, eq, ne, sql } from 'drizzle-orm'
import { decodeIndex } from '#main/core/ledger/column.ts'
import type { WritableDb } from '../db.ts'
import { chargeKeys, costFacts } from '../schema/costs.ts'
import { snapshots } from '../schema/inventory.ts'
import { keyBlocks, parcels, segmentColumns, segments } from '../schema/ledger.ts'

const PAGE = 500

type Block = { id: number; first: number; count: number }

/**
 * Removes the charge keys that a parcel brought in, a slice at each call; true when it is done. Those that lines of
 * others point at stay. While something else is read or synchronised all of them stay, for it may be about to point at
 * them: a key that nothing points at does no harm.
 */
export function createKeyRemoval(db: WritableDb, parcelId: number): (hasTime: () => boolean) => boolean {
  let used: { keys: ReadonlySet<number>; through: number } | null = null

  return (hasTime) => {
    const blocks: Block[] = db
      .select({ id: keyBlocks.id, first: keyBlocks.first, count: keyBlocks.count })
      .from(keyBlocks)
      .where(eq(keyBlocks.parcelId, parcelId))
      .all()
    if (blocks.length === 0) return true
    if (isBusy(db, parcelId)) {
      db.update(keyBlocks).set({ parcelId: null }).where(eq(keyBlocks.parcelId, parcelId)).run()
      return true
    }
    const through = lastSegment(db)
    if (used?.through !== through) used = { keys: usedKeys(db, parcelId, blocks), through }
    for (const block of blocks) if (!removeBlock(db, block, used.keys, hasTime)) return false
    return true
  }
}

/** From its end, so that what is left is a block as before. */
function removeBlock(
  db: WritableDb,
  { id, first, count }: Block,
  used: ReadonlySet<number>,
  hasTime: () => boolean,
): boolean {
  const numbers = Array.from({ length: count }, (_, at) => first + at)
  const isUsed = numbers.some((number) => used.has(number))
  for (let at = 0; at < count; at += PAGE) {
    if (!hasTime()) return false
    const gone = numbers.slice(at, at + PAGE).filter((number) => !used.has(number))
    db.run(sql`delete from ${chargeKeys} where id in (select value from json_each(${JSON.stringify(gone)}))
      and not exists (select 1 from ${costFacts} f where f.charge_key_id = ${chargeKeys.id})`)
  }
  if (isUsed) db.update(keyBlocks).set({ parcelId: null }).where(eq(keyBlocks.id, id)).run()
  else db.delete(keyBlocks).where(eq(keyBlocks.id, id)).run()
  return true
}

/** Of the keys in these blocks, those that lines of other parcels point at. */
function usedKeys(db: WritableDb, parcelId: number, blocks: readonly Block[]): Set<number> {
  const from = Math.min(...blocks.map(({ first }) => first))
  const to = Math.max(...blocks.map(({ first, count }) => first + count))
  const found = new Set<number>()
  const workspace = db.select({ id: parcels.workspaceId }).from(parcels).where(eq(parcels.id, parcelId))
  const others = db
    .select({ data: segmentColumns.data })
    .from(segments)
    .innerJoin(parcels, eq(parcels.id, segments.parcelId))
    .innerJoin(segmentColumns, and(eq(segmentColumns.segmentId, segments.id), eq(segmentColumns.name, 'key')))
    .where(and(ne(segments.parcelId, parcelId), sql`${parcels.workspaceId} = ${workspace}`))
    .all()
  for (const { data } of others)
    for (const key of decodeIndex(data)) if (key >= from && key < to) found.add(key)
  return found
}

const lastSegment = (db: WritableDb): number =>
  db.get<{ id: number | null }>(sql`select max(id) as id from ${segments}`).id ?? 0

function isBusy(db: WritableDb, parcelId: number): boolean {
  const row = db.get<{ busy: number }>(sql`select
    exists (select 1 from ${parcels} p join ${parcels} own on own.workspace_id = p.workspace_id
      where own.id = ${parcelId} and p.id <> ${parcelId} and p.status = 'reading')
    or exists (select 1 from ${snapshots} s join ${parcels} own on own.workspace_id = s.workspace_id
      where own.id = ${parcelId} and s.status = 'running') as busy`)
  return row.busy === 1
}
