import { and, asc, eq } from 'drizzle-orm'
import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { LedgerFilter, LedgerMetric } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcelDays, parcels } from '#main/store/schema/ledger.ts'
import { noFacts } from './inventory-facts.ts'
import type { KeyDimension, KeySet } from './key-set.ts'
import { type Lane, lanesOfFemtos } from './lanes.ts'
import type { Rows } from './sums.ts'

/** What files tell, summed by day, account and currency as it came in: a thousandth of the lines. */
export type DaySums = {
  keys: KeySet
  months: ReadonlyMap<string, { rows: Rows; lanes: Record<LedgerMetric, Lane[]> }>
}

type Row = ReturnType<typeof readRows>[number]

const TOLD: readonly KeyDimension[] = ['connection', 'provider']
const KEPT_BY: readonly (keyof LedgerFilter)[] = ['connectionIds', 'providers', 'currencies', 'where']

/** Whether days and accounts are all that a question asks for: then nobody has to look at lines. */
export const isTold = (dimensions: readonly KeyDimension[], filter: LedgerFilter): boolean =>
  [...dimensions, ...(filter.where ?? []).flat().map(({ dimension }) => dimension)].every((dimension) =>
    TOLD.includes(dimension),
  ) &&
  Object.entries(filter).every(
    ([name, value]) => value === undefined || KEPT_BY.includes(name as keyof LedgerFilter),
  )

export function readDaySums(db: ReadableDb, workspaceId: string): DaySums {
  const rows = readRows(db, workspaceId)
  const pairs = [...new Map(rows.map((row) => [pairOf(row), row])).values()]
  const numbers = new Map(pairs.map((row, at) => [pairOf(row), at]))
  const months = new Map(
    [...Map.groupBy(rows, ({ day }) => day.slice(0, 7))].map(([month, own]) => [
      month,
      {
        rows: {
          count: own.length,
          days: Uint8Array.from(own, ({ day }) => Number(day.slice(8))),
          keys: Int32Array.from(own, (row) => numbers.get(pairOf(row)) ?? 0),
          lines: Int32Array.from(own, ({ lines }) => lines),
        },
        lanes: {
          billed: lanesOfFemtos(own.map(({ billed }) => billed)),
          effective: lanesOfFemtos(own.map(({ effective }) => effective)),
          list: lanesOfFemtos(own.map(({ list }) => list)),
          contracted: lanesOfFemtos(own.map(({ contracted }) => contracted)),
        },
      },
    ]),
  )
  return { keys: keySetOf(pairs), months }
}

const pairOf = ({ connectionId, currency }: Row): string => `${currency}${connectionId}`

const readRows = (db: ReadableDb, workspaceId: string) =>
  db
    .select({
      connectionId: parcelDays.connectionId,
      provider: connections.provider,
      currency: parcelDays.currency,
      day: parcelDays.day,
      lines: parcelDays.lines,
      billed: parcelDays.billed,
      effective: parcelDays.effective,
      list: parcelDays.list,
      contracted: parcelDays.contracted,
    })
    .from(parcelDays)
    .innerJoin(parcels, eq(parcels.id, parcelDays.parcelId))
    .innerJoin(connections, eq(connections.id, parcelDays.connectionId))
    .where(and(eq(parcels.workspaceId, workspaceId), eq(parcelDays.isLive, true)))
    .orderBy(asc(parcelDays.day))
    .all()

function keySetOf(pairs: readonly Row[]): KeySet {
  const columns = new Map<string, TextColumn>([
    ['connectionId', collectTexts(pairs, ({ connectionId }) => connectionId)],
    ['provider', collectTexts(pairs, ({ provider }) => provider)],
    ['currency', collectTexts(pairs, ({ currency }) => currency)],
  ])
  const none = { texts: [], places: new Int32Array(pairs.length) }
  const column: KeySet['column'] = (name) => columns.get(name) ?? none
  return { size: pairs.length, column, resources: () => none, facts: () => noFacts }
}
