import { and, inArray, notInArray, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import {
  parcelDays,
  parcelDetails,
  parcelKeys,
  parcels,
  quarantine,
  segments,
} from '#main/store/schema/ledger.ts'

/** In the whole installation. */
export const listInterrupted = (db: ReadableDb): number[] =>
  db
    .select({ id: parcels.id })
    .from(parcels)
    .where(inArray(parcels.status, ['waiting', 'reading']))
    .all()
    .map(({ id }) => id)

const hasAny = sql.join(
  [segments, parcelDays, parcelDetails, quarantine, parcelKeys].map(
    (table) => sql`exists (select 1 from ${table} where ${table.parcelId} = ${parcels.id})`,
  ),
  sql` or `,
)

/** Those that hold something which belongs to no preview and does not count. */
export const listUnclean = (db: ReadableDb): number[] =>
  db
    .select({ id: parcels.id })
    .from(parcels)
    .where(
      and(
        notInArray(parcels.status, ['reading', 'ready', 'committed', 'withdrawn']),
        sql`(${sql`select ${hasAny}`})`,
      ),
    )
    .all()
    .map(({ id }) => id)

/** Files that somebody will still read. */
export const listNeededFiles = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    db
      .select({ files: parcels.files })
      .from(parcels)
      .where(notInArray(parcels.status, ['committed', 'withdrawn', 'same']))
      .all()
      .flatMap(({ files }) => files.map(({ path }) => path)),
  )
