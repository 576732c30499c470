import { encodeIndex, encodeNumbers, type NumberColumn } from '#main/core/ledger/column.ts'
import { keyColumnsOf } from '#main/core/ledger/key-columns.ts'
import type { KeyFields } from '#main/core/ledger/line.ts'
import { packDetails } from '#main/core/ledger/line-details.ts'
import {
  costColumns,
  type LineDetail,
  type Segment,
  type SegmentColumnName,
} from '#main/core/ledger/segment.ts'
import { encodeTexts } from '#main/core/ledger/text-column.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import type { WritableDb } from '../db.ts'
import {
  parcelDays,
  parcelDetails,
  parcelKeys,
  quarantine,
  segmentColumns,
  segments,
} from '../schema/ledger.ts'
import type { Amounts } from './amounts.ts'

import { slots } from './slots.ts'

type Context = {
  workspaceId: string
  parcelId: number
  /** The connection of an account of the file, by its number there. */
  connectionOf(account: number): string
}

type RejectedRow = {
  fileIndex: number
  line: number
  text: string
  reason: string
  column: string | null
  value: string | null
}

type SumOfDay = Amounts & { account: number; day: Day; currency: Currency; lines: number }

const REJECTED = ['fileIndex', 'line', 'text', 'reason', 'column', 'value'] as const

/**
 * Writes what is read of a parcel, in whatever transactions the caller makes: nothing of it counts before the parcel is
 * committed. Numbers of keys and details are the parcel's own and count from 0.
 */
export function createSegmentWriter(db: WritableDb, { parcelId, connectionOf }: Context) {
  const insertSegment = db
    .insert(segments)
    .values({ ...slots(['connectionId', 'month', 'lines', 'days']), parcelId } as never)
    .returning({ id: segments.id })
    .prepare()
  const insertColumn = db
    .insert(segmentColumns)
    .values(slots(['segmentId', 'name', 'data']))
    .prepare()
  const insertKeys = db
    .insert(parcelKeys)
    .values({ ...slots(['first', 'name', 'data']), parcelId } as never)
    .prepare()
  const insertDetails = db
    .insert(parcelDetails)
    .values({ ...slots(['first', 'entries']), parcelId } as never)
    .prepare()
  const insertRejected = db
    .insert(quarantine)
    .values({ ...slots(REJECTED), parcelId } as never)
    .prepare()
  const insertDay = db
    .insert(parcelDays)
    .values({ ...slots(['connectionId', 'day', 'currency', 'lines', ...costColumns]), parcelId } as never)
    .prepare()

  const put = (segmentId: number, name: SegmentColumnName, bytes: Uint8Array): void => {
    insertColumn.run({ segmentId, name, data: bufferOf(bytes) })
  }

  return {
    /** As many at once as there are: each batch is a block of its own, and few large ones are read sooner. */
    keys(first: number, batch: readonly { account: number; fields: KeyFields }[]): void {
      const accounts = batch.map(({ account }) => connectionOf(account))
      for (const [name, column] of keyColumnsOf(
        batch.map(({ fields }) => fields),
        accounts,
      ))
        insertKeys.run({ first, name, data: bufferOf(encodeTexts(column)) })
    },

    details(first: number, entries: readonly LineDetail[]): void {
      if (entries.length > 0) insertDetails.run({ first, entries: packDetails(entries) })
    },

    /** A column at a time: at each step the caller may end a transaction and begin another. */
    *segmentSteps(segment: Segment): Generator<void> {
      const { account, month, lines, days, numbers: amounts, indexes } = segment
      const { id } = insertSegment.get({ connectionId: connectionOf(account), month, lines, days })
      for (const [name, column] of Object.entries(amounts) as [SegmentColumnName, NumberColumn][]) {
        put(id, name, encodeNumbers(column))
        yield
      }
      for (const [name, column] of Object.entries(indexes)) {
        put(id, name as SegmentColumnName, encodeIndex(column))
        yield
      }
    },

    segment(segment: Segment): void {
      for (const _ of this.segmentSteps(segment));
    },

    rejected(rows: readonly RejectedRow[]): void {
      for (const row of rows) insertRejected.run({ ...row })
    },

    days(sums: readonly SumOfDay[]): void {
      for (const { account, day, currency, lines, ...amounts } of sums)
        insertDay.run({ connectionId: connectionOf(account), day, currency, lines, ...amounts })
    },
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
