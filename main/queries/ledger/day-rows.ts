import { and, type Column, eq, sql } from 'drizzle-orm'
import type { LedgerMetric } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { dailyCosts } from '#main/store/schema/costs.ts'
import { type Day, daysOf } from '#shared/lib/day.ts'
import type { KeySet } from './key-set.ts'
import { type Lane, lanesOfMicros, lanesOfParts } from './lanes.ts'
import type { Rows } from './sums.ts'

/** What APIs told of one day, summed by key, as columns: a file's lines and these are added up by one loop. */
export type DayRows = { rows: Rows; lanes: Lane[] }

const PARTS = {
  billed: [dailyCosts.billedMicros, dailyCosts.billedRest],
  effective: [dailyCosts.effectiveMicros, dailyCosts.effectiveRest],
  list: [dailyCosts.listMicros, dailyCosts.listRest],
  contracted: [dailyCosts.contractedMicros, dailyCosts.contractedRest],
} as const satisfies Record<LedgerMetric, readonly Column[]>

type Row = [key: number, lines: number, micros: number | string, rest: number]

/** Without the accounts whose files count for the day (`shadowed`). */
export function readDayRows(
  db: ReadableDb,
  of: { workspaceId: string; day: Day; metric: LedgerMetric },
  { keys, shadowed }: { keys: KeySet; shadowed: ReadonlySet<string> | undefined },
): DayRows {
  const [micros, rest] = PARTS[of.metric]
  // A number where a number can hold it, else its digits: the driver would round it.
  const all = db.values<Row>(sql`select ${dailyCosts.chargeKeyId}, ${dailyCosts.lines},
    iif(${micros} between -9007199254740991 and 9007199254740991, ${micros}, cast(${micros} as text)), ${rest}
    from ${dailyCosts} where ${and(eq(dailyCosts.workspaceId, of.workspaceId), eq(dailyCosts.day, of.day))}
    order by ${dailyCosts.chargeKeyId}`)
  const found = shadowed ? all.filter(isTold(keys, shadowed)) : all
  const rows = {
    count: found.length,
    days: new Uint8Array(found.length).fill(Number(of.day.slice(8))),
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

function isTold(keys: KeySet, shadowed: ReadonlySet<string>): (row: Row) => boolean {
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
