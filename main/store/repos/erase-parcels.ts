import { and, eq, ne, sql } from 'drizzle-orm'
import { decodeTexts, encodeTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { WritableDb } from '../db.ts'
import { parcelDays, parcelKeys, parcels, segments } from '../schema/ledger.ts'
import { createParcelRemoval } from './parcel-removal.ts'

/**
 * Removes what files told of a connection, while there is time; true when nothing is left of it. A file that told of
 * others too stays with what it told of them; one that told of nobody else goes.
 */
export function eraseFromParcels(db: WritableDb, connectionId: string, hasTime: () => boolean): boolean {
  // All at once: no figure may be made of half of it.
  db.update(parcelDays)
    .set({ isLive: false })
    .where(and(eq(parcelDays.connectionId, connectionId), eq(parcelDays.isLive, true)))
    .run()
  db.update(segments)
    .set({ liveDays: 0 })
    .where(and(eq(segments.connectionId, connectionId), ne(segments.liveDays, 0)))
    .run()
  for (;;) {
    if (!hasTime()) return false
    const one = sql`select id from ${segments} where connection_id = ${connectionId} limit 1`
    if (db.run(sql`delete from ${segments} where id = (${one})`).changes === 0) break
  }
  for (;;) {
    if (!hasTime()) return false
    const row = db
      .select({ id: parcelDays.parcelId })
      .from(parcelDays)
      .where(eq(parcelDays.connectionId, connectionId))
      .limit(1)
      .get()
    if (!row) return true
    if (!tellsOfOthers(db, row.id, connectionId)) {
      if (!createParcelRemoval(db, row.id)(hasTime)) return false
      continue
    }
    if (!blankKeys(db, row.id, connectionId, hasTime)) return false
    db.delete(parcelDays)
      .where(and(eq(parcelDays.parcelId, row.id), eq(parcelDays.connectionId, connectionId)))
      .run()
  }
}

const tellsOfOthers = (db: WritableDb, parcelId: number, connectionId: string): boolean =>
  db
    .select({ id: parcels.id })
    .from(parcelDays)
    .innerJoin(parcels, eq(parcels.id, parcelDays.parcelId))
    .where(and(eq(parcelDays.parcelId, parcelId), ne(parcelDays.connectionId, connectionId)))
    .limit(1)
    .get() !== undefined

/** Numbers of keys are places in their block: the block stays as long as it was, and says nothing of the account. */
function blankKeys(db: WritableDb, parcelId: number, connectionId: string, hasTime: () => boolean): boolean {
  const owners = db
    .select({ first: parcelKeys.first, data: parcelKeys.data })
    .from(parcelKeys)
    .where(and(eq(parcelKeys.parcelId, parcelId), eq(parcelKeys.name, 'connectionId')))
    .all()
  for (const { first, data } of owners) {
    const { texts, places } = decodeTexts(data)
    const own = texts.indexOf(connectionId) + 1
    if (own === 0) continue
    if (!hasTime()) return false
    const block = db
      .select({ id: parcelKeys.id, data: parcelKeys.data })
      .from(parcelKeys)
      .where(and(eq(parcelKeys.parcelId, parcelId), eq(parcelKeys.first, first)))
      .all()
    for (const column of block) {
      const left = without(decodeTexts(column.data), (key) => places[key] === own)
      db.update(parcelKeys)
        .set({ data: Buffer.from(encodeTexts(left)) })
        .where(eq(parcelKeys.id, column.id))
        .run()
    }
  }
  return true
}

function without({ texts, places }: TextColumn, isGone: (key: number) => boolean): TextColumn {
  const left = places.map((place, key) => (isGone(key) ? 0 : place))
  const used = new Map<number, number>()
  const kept: string[] = []
  for (const place of left)
    if (place > 0 && !used.has(place)) used.set(place, kept.push(texts[place - 1] ?? ''))
  return { texts: kept, places: left.map((place) => used.get(place) ?? 0) }
}
