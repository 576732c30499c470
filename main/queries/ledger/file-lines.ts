import { and, desc, eq, getTableName, inArray } from 'drizzle-orm'
import { keyFrom } from '#main/core/ledger/key-columns.ts'
import type { KeyFields } from '#main/core/ledger/line.ts'
import { unpackDetails } from '#main/core/ledger/line-details.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import { textIn } from '#main/core/ledger/text-column.ts'
import type { LedgerLine } from '#main/ports/ledger.ts'
import { parcelDetails, parcelKeys } from '#main/store/schema/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import type { LiveSegment } from './live-segments.ts'
import { segmentLines, singleLine } from './segment-lines.ts'
import type { Tiers } from './tiers.ts'

const MS_PER_SECOND = 1000
/** Keys of one parcel are fewer: a number that no other line has, below the numbers of keys that APIs told. */
const KEYS_PER_PARCEL = 2 ** 26

/** A line of a file as it is kept. `isAlone`: few others of its segment are asked for. */
export function fileLine(tiers: Tiers, segment: LiveSegment, at: number, isAlone = false): LedgerLine {
  const { id, parcelId, connectionId, month } = segment
  const { femtos, whole } = isAlone ? singleLine(tiers, id, at) : segmentLines(tiers, id)
  const key = whole('key', at)
  const dayOfMonth = whole('day', at)
  const day = `${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}` as Day
  const startMs = Date.parse(`${day}T00:00:00Z`) + whole('startSecond', at) * MS_PER_SECOND
  return {
    id: `f${id}.${at}`,
    day,
    connectionId,
    chargeKeyId: -(parcelId * KEYS_PER_PARCEL + key + 1),
    key: keyOf(tiers, parcelId, key),
    startMs,
    endMs: startMs + whole('seconds', at) * MS_PER_SECOND,
    billed: femtos('billed', at) ?? 0n,
    effective: femtos('effective', at) ?? 0n,
    list: femtos('list', at) ?? 0n,
    contracted: femtos('contracted', at) ?? 0n,
    pricingQuantity: femtos('pricingQuantity', at),
    consumedQuantity: femtos('consumedQuantity', at),
    commitmentQuantity: femtos('commitmentQuantity', at),
    detail: detailOf(tiers, parcelId, whole('detail', at)),
    importId: parcelId,
    sourceLine: whole('sourceLine', at),
  }
}

type KeyBlock = { first: number; at(place: number): KeyFields }

/** Of each key its fields are put together once. */
function keyOf(tiers: Tiers, parcelId: number, key: number): KeyFields {
  const first = firstOf(tiers, parcelKeys, { parcelId, number: key })
  const block = tiers.single.get(`${parcelId} keys ${first}`, () => {
    const rows = tiers
      .read()
      .select({ name: parcelKeys.name, data: parcelKeys.data })
      .from(parcelKeys)
      .where(
        and(
          eq(parcelKeys.parcelId, parcelId),
          inArray(parcelKeys.name, namesOf(tiers, parcelId)),
          eq(parcelKeys.first, first),
        ),
      )
      .all()
    const columns = new Map(rows.map(({ name, data }) => [name, data]))
    const made = new Map<number, KeyFields>()
    const textOf = (name: string, place: number): string | null => {
      const data = columns.get(name)
      return data ? textIn(data, place) : null
    }
    const value: KeyBlock = {
      first,
      at(place) {
        const known = made.get(place) ?? keyFrom(columns.keys(), (name) => textOf(name, place))
        made.set(place, known)
        return known
      },
    }
    // With the fields that will be put together of it.
    return { value, bytes: rows.reduce((sum, { data }) => sum + 4 * data.byteLength, 0) }
  })
  return block.at(key - block.first)
}

const namesOf = (tiers: Tiers, parcelId: number): string[] =>
  tiers.single.get(`${parcelId} names`, () => {
    const value = tiers
      .read()
      .selectDistinct({ name: parcelKeys.name })
      .from(parcelKeys)
      .where(eq(parcelKeys.parcelId, parcelId))
      .all()
      .map(({ name }) => name)
    return { value, bytes: value.length * 40 }
  })

function detailOf(tiers: Tiers, parcelId: number, number: number): LineDetail | null {
  const first = firstOf(tiers, parcelDetails, { parcelId, number })
  const entries = tiers.single.get(`${parcelId} details ${first}`, () => {
    const text =
      tiers
        .read()
        .select({ entries: parcelDetails.entries })
        .from(parcelDetails)
        .where(and(eq(parcelDetails.parcelId, parcelId), eq(parcelDetails.first, first)))
        .get()?.entries ?? '[]'
    return { value: unpackDetails(text), bytes: 8 * text.length }
  })
  return entries[number - first] ?? null
}

/** Where the block begins that a key or a detail lies in. */
function firstOf(
  tiers: Tiers,
  table: typeof parcelKeys | typeof parcelDetails,
  { parcelId, number }: { parcelId: number; number: number },
): number {
  const firsts = tiers.single.get(`${parcelId} firsts of ${getTableName(table)}`, () => {
    const value = tiers
      .read()
      .selectDistinct({ first: table.first })
      .from(table)
      .where(eq(table.parcelId, parcelId))
      .orderBy(desc(table.first))
      .all()
      .map(({ first }) => first)
    return { value, bytes: value.length * 8 }
  })
  return firsts.find((first) => first <= number) ?? 0
}
