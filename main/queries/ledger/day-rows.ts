import { and, type Column, eq, sql } from 'drizzle-orm'
import type { LedgerMetric } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { costFacts, dailyCosts } from '#main/store/schema/costs.ts'
import { type Day, daysOf } from '#shared/lib/day.ts'
import type { KeySet } from './key-set.ts'
import { type Lane, lanesOfMicros, lanesOfParts } from './lanes.ts'
import type { Rows } from './sums.ts'

/** What APIs told of one day, as columns: a file's lines and these are added up by one loop. */
export type DayRows = { rows: Rows; lanes: Lane[] }

type Metric = LedgerMetric | 'quantity'

const SUMS = {
  billed: [dailyCosts.billedMicros, dailyCosts.billedRest],
  effective: [dailyCosts.effectiveMicros, dailyCosts.effectiveRest],
  list: [dailyCosts.listMicros, dailyCosts.listRest],
  contracted: [dailyCosts.contractedMicros, dailyCosts.contractedRest],
} as const satisfies Record<LedgerMetric, readonly Column[]>

const FACTS = {
  billed: [costFacts.billedMicros, costFacts.billedRest],
  effective: [costFacts.effectiveMicros, costFacts.effectiveRest],
  list: [costFacts.listMicros, costFacts.listRest],
  contracted: [costFacts.contractedMicros, costFacts.contractedRest],
  quantity: [costFacts.quantityMicros, costFacts.quantityRest],
} as const satisfies Record<Metric, readonly Column[]>

type Row = [key: number, lines: number, micros: number | string, rest: number]

type Of<M> = { workspaceId: string; day: Day; metric: M }
/** Accounts whose files count for the day stay out (`shadowed`). */
type Told = { keys: KeySet; shadowed: ReadonlySet<string> | undefined }

/** A number where a number can hold it, else its digits: the driver would round it. */
const exactly = (micros: Column) =>
  sql`iif(${micros} between -9007199254740991 and 9007199254740991, ${micros}, cast(${micros} as text))`

/** Summed by key. */
export function readDayRows(db: ReadableDb, of: Of<LedgerMetric>, told: Told): DayRows {
  const [micros, rest] = SUMS[of.metric]
  const all =
    db.values<Row>(sql`select ${dailyCosts.chargeKeyId}, ${dailyCosts.lines}, ${exactly(micros)}, ${rest}
    from ${dailyCosts} where ${and(eq(dailyCosts.workspaceId, of.workspaceId), eq(dailyCosts.day, of.day))}
    order by ${dailyCosts.chargeKeyId}`)
  return columnsOf(all.filter(isTold(told)), of.day)
}

/** Line by line, with the invoice of each: for what the daily sums do not tell. Without a figure it is no line. */
export function readFactRows(
  db: ReadableDb,
  of: Of<Metric>,
  told: Told,
): DayRows & { invoices: (string | null)[] } {
  const [micros, rest] = FACTS[of.metric]
  // From the sums to the lines: there is no index of these by day.
  const all = db.values<
    [...Row, string | null]
  >(sql`select ${costFacts.chargeKeyId}, 1, ${exactly(micros)}, ${rest},
    ${costFacts.invoice} from ${dailyCosts} cross join ${costFacts}
    on ${costFacts.chargeKeyId} = ${dailyCosts.chargeKeyId} and ${costFacts.day} = ${dailyCosts.day}
    where ${and(eq(dailyCosts.workspaceId, of.workspaceId), eq(dailyCosts.day, of.day))}
      and ${micros} is not null order by ${costFacts.chargeKeyId}, ${costFacts.id}`)
  const found = all.filter(isTold(told))
  return { ...columnsOf(found, of.day), invoices: found.map(([, , , , invoice]) => invoice) }
}

function columnsOf(found: readonly (Row | [...Row, unknown])[], day: Day): DayRows {
  const rows = {
    count: found.length,
    days: new Uint8Array(found.length).fill(Number(day.slice(8))),
    keys: Int32Array.from(found, ([key]) => key),
    lines: Int32Array.from(found, ([, lines]) => lines),
  }
  const rests = Int32Array.from(found, ([, , , rest]) => rest)
  const isWide = found.some(([, , micros]) => typeof micros === 'string')
  const lanes = isWide
    ? lanesOfParts(
        BigInt64Array.from(found, ([, , micros]) => BigInt(micros)),
        rests,
      )
    : lanesOfMicros(
        Float64Array.from(found, ([, , micros]) => micros as number),
        rests,
      )
  return { rows, lanes }
}

function isTold({ keys, shadowed }: Told): (row: readonly [key: number, ...unknown[]]) => boolean {
  if (!shadowed) return () => true
  const { texts, places } = keys.column('connectionId')
  const isShadowed = Uint8Array.from([null, ...texts], (id) => (id !== null && shadowed.has(id) ? 1 : 0))
  return ([key]) => isShadowed[places[key] ?? 0] === 0
}

/** The days of a span on which there is anything to find, at most. */
export function daysToRead(db: ReadableDb, workspaceId: string, from: Day, to: Day): Day[] {
  const { first, last } = db.get<{ first: Day | null; last: Day | null }>(sql`select
    (select min(${dailyCosts.day}) from ${dailyCosts} where ${dailyCosts.workspaceId} = ${workspaceId}) as first,
    (select max(${dailyCosts.day}) from ${dailyCosts} where ${dailyCosts.workspaceId} = ${workspaceId}) as last`)
  if (first === null || last === null) return []
  return daysOf(from > first ? from : first, to < last ? to : last)
}
