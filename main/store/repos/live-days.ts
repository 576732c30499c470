import { sql } from 'drizzle-orm'
import { liveParcels, type Told } from '#main/core/ledger/precedence.ts'
import type { Day } from '#shared/lib/day.ts'
import type { WritableDb } from '../db.ts'
import { chargeDays } from '../schema/costs.ts'
import { parcelDays, parcels, segments } from '../schema/ledger.ts'

type DayOfParcel = Told & { connectionId: string; day: Day; isLive: number; lines: number }

/** Days of a month of an account in a parcel: those that were judged, those of them that count. Bits as in segments. */
type Month = {
  parcelId: number
  connectionId: string
  month: string
  judged: number
  live: number
  was: number
}

/**
 * Judges anew what counts of the days that a parcel tells of, and writes down where that has changed. Returns how many
 * lines count that did not, and how many do not that did: lines told by an API among them.
 */
export function settleDays(db: WritableDb, parcelId: number): { lines: number; replacedLines: number } {
  const found = { lines: 0, replacedLines: 0 }
  const months = new Map<string, Month>()
  const covered: { connectionId: string; day: Day }[] = []
  const days = Map.groupBy(readDays(db, parcelId), ({ connectionId, day }) => `${day}${connectionId}`)
  for (const told of days.values()) {
    const counting = new Set(liveParcels(told))
    for (const one of told) {
      const isNow = counting.has(one.parcelId)
      note(months, one, isNow)
      if (isNow === (one.isLive === 1)) continue
      if (isNow) found.lines += one.lines
      else found.replacedLines += one.lines
    }
    const [first] = told
    if (first && told.every(({ isLive }) => isLive === 0)) covered.push(first)
  }
  for (const month of months.values()) if (month.live !== month.was) writeMonth(db, month)
  found.replacedLines += linesFromApi(db, covered)
  return found
}

function readDays(db: WritableDb, parcelId: number): DayOfParcel[] {
  const told = db
    .select({ connectionId: parcelDays.connectionId, day: parcelDays.day })
    .from(parcelDays)
    .where(sql`${parcelDays.parcelId} = ${parcelId}`)
  return db.all<DayOfParcel>(sql`
    select d.parcel_id as "parcelId", p.turn, p.mode, d.connection_id as "connectionId", d.day,
      max(d.is_live) as "isLive", sum(d.lines) as lines
    from ${parcelDays} d join ${parcels} p on p.id = d.parcel_id
    where p.status = 'committed' and (d.connection_id, d.day) in ${told}
    group by d.connection_id, d.day, d.parcel_id`)
}

function note(
  months: Map<string, Month>,
  { parcelId, connectionId, day, isLive }: DayOfParcel,
  isNow: boolean,
) {
  const month = day.slice(0, 7)
  const key = `${parcelId} ${month} ${connectionId}`
  const known = months.get(key) ?? { parcelId, connectionId, month, judged: 0, live: 0, was: 0 }
  const bit = 1 << (Number(day.slice(8)) - 1)
  known.judged |= bit
  if (isNow) known.live |= bit
  if (isLive === 1) known.was |= bit
  months.set(key, known)
}

function writeMonth(db: WritableDb, { parcelId, connectionId, month, judged, live }: Month): void {
  const bit = sql`(cast(substr(day, 9) as integer) - 1)`
  db.run(sql`update ${parcelDays} set is_live = (${live} >> ${bit}) & 1
    where parcel_id = ${parcelId} and connection_id = ${connectionId}
      and day between ${`${month}-01`} and ${`${month}-31`} and (${judged} >> ${bit}) & 1`)
  db.run(sql`update ${segments} set live_days = (live_days & ~${judged}) | (days & ${live})
    where parcel_id = ${parcelId} and connection_id = ${connectionId} and month = ${month}`)
}

/** Of days on which no file counted before: what the API told counted. */
function linesFromApi(db: WritableDb, days: readonly { connectionId: string; day: Day }[]): number {
  const asked = JSON.stringify(days.map(({ connectionId, day }) => [connectionId, day]))
  const row = db.get<{ lines: number | null }>(sql`select sum(lines) as lines from ${chargeDays}
    where (connection_id, day) in
      (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(${asked}))`)
  return row.lines ?? 0
}
