import { and, eq, inArray } from 'drizzle-orm'
import { decodeIndex, decodeNumbers } from '#main/core/ledger/column.ts'
import type { SegmentColumnName } from '#main/core/ledger/segment.ts'
import type { LedgerMetric } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { segmentColumns } from '#main/store/schema/ledger.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { ByteCache } from './byte-cache.ts'
import { hoursOf } from './hours.ts'
import { type Invoiced, invoiced, ofOne, readInvoices } from './invoices.ts'
import type { KeySet } from './key-set.ts'
import { bytesOfLanes, type Lane, lanesOf } from './lanes.ts'
import type { LiveSegment } from './live-segments.ts'
import { quantityRows } from './quantities.ts'
import { onesOf, type Rows } from './sums.ts'
import { keysPricedAsConsumed } from './units.ts'

/** Where columns are read from, and kept. */
export type From = { read: () => ReadableDb; columns: ByteCache }

const NO_BYTES = new Uint8Array(16)

export const readColumns = (
  db: ReadableDb,
  segmentId: number,
  names: readonly SegmentColumnName[],
): Map<SegmentColumnName, Buffer> =>
  new Map(
    db
      .select({ name: segmentColumns.name, data: segmentColumns.data })
      .from(segmentColumns)
      .where(and(eq(segmentColumns.segmentId, segmentId), inArray(segmentColumns.name, [...names])))
      .all()
      .map(({ name, data }) => [name, data]),
  )

export function segmentRows({ read, columns }: From, { id, lines }: LiveSegment): Rows {
  return columns.get(`${id} rows`, () => {
    const found = readColumns(read(), id, ['day', 'key'])
    const rows = {
      count: lines,
      days: Uint8Array.from(decodeIndex(found.get('day') ?? NO_BYTES)),
      keys: Int32Array.from(decodeIndex(found.get('key') ?? NO_BYTES)),
      lines: onesOf(lines),
    }
    return { value: rows, bytes: lines * 5 }
  })
}

export function segmentLanes({ read, columns }: From, id: number, metric: LedgerMetric): readonly Lane[] {
  return columns.get(`${id} ${metric}`, () => {
    const data = readColumns(read(), id, [metric]).get(metric)
    const lanes = data ? lanesOf(decodeNumbers(data)) : []
    return { value: lanes, bytes: bytesOfLanes(lanes) }
  })
}

export function segmentQuantities(from: From, segment: LiveSegment, keys: KeySet) {
  const rows = segmentRows(from, segment)
  return from.columns.get(`${segment.id} quantity`, () => {
    const found = readColumns(from.read(), segment.id, ['pricingQuantity', 'consumedQuantity'])
    const numbersOf = (name: SegmentColumnName) => {
      const data = found.get(name)
      return data ? decodeNumbers(data) : null
    }
    const value = quantityRows(
      rows,
      { pricing: numbersOf('pricingQuantity'), consumed: numbersOf('consumedQuantity') },
      keysPricedAsConsumed(keys),
    )
    return { value, bytes: bytesOfLanes(value.lanes) + segment.lines * 4 }
  })
}

export function segmentHours(from: From, segment: LiveSegment, keys: KeySet): Uint8Array {
  const rows = segmentRows(from, segment)
  return from.columns.get(`${segment.id} hours`, () => {
    const found = readColumns(from.read(), segment.id, ['startSecond', 'seconds'])
    const { texts, places } = keys.column('provider')
    // A segment is of one account.
    const provider = texts[(places[rows.keys[0] ?? 0] ?? 0) - 1] as Provider
    const value = hoursOf(
      decodeIndex(found.get('startSecond') ?? NO_BYTES),
      decodeIndex(found.get('seconds') ?? NO_BYTES),
      provider,
    )
    return { value, bytes: segment.lines }
  })
}

export function segmentInvoices(from: From, segment: LiveSegment, keys: KeySet): Invoiced {
  const { read, columns } = from
  const rows = segmentRows(from, segment)
  const { texts, places, only } = columns.get(`${segment.parcelId} invoices of details`, () => {
    const value = readInvoices(read(), segment.parcelId)
    return { value, bytes: value.places.byteLength + value.texts.length * 80 }
  })
  if (only !== null) return { keys: ofOne(keys, texts[only - 1] ?? null), rowKeys: rows.keys }
  return columns.get(`${segment.id} invoices`, () => {
    const details = decodeIndex(readColumns(read(), segment.id, ['detail']).get('detail') ?? NO_BYTES)
    const own = new Int32Array(details.length)
    for (let i = 0; i < own.length; i += 1) own[i] = places[details[i] as number] ?? 0
    const value = invoiced(keys, rows.keys, { texts, places: own })
    return { value, bytes: segment.lines * 4 + value.keys.size * 8 }
  })
}
