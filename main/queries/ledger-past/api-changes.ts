import { sql } from 'drizzle-orm'
import { type Covered, dayOf } from '#main/core/ledger/past.ts'
import { fromStored } from '#main/core/money/stored.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { chargeChanges, chargeKeys, costFacts } from '#main/store/schema/costs.ts'
import { snapshots } from '#main/store/schema/inventory.ts'
import type { Day } from '#shared/lib/day.ts'

/** A line of an API, or a piece of what it was: it counted then, or counts now. */
type ApiLine = { chargeKeyId: number; day: Day; femtos: bigint; isBefore: boolean }

type Row = { chargeKeyId: number; day: Day; micros: string; rest: string; isNew: number }

/** Looks that had not ended at that moment. */
const isLater = (snapshotId: unknown, sinceMs: number) => sql`coalesce((select
  coalesce(s.finished_at_ms, 9e15) > ${sinceMs} from ${snapshots} s where s.id = ${snapshotId}), 0)`

/** Months of an account in which an API has told, corrected or taken back anything since. */
export const monthsToldSince = (db: ReadableDb, connectionId: string, sinceMs: number): string[] =>
  db
    .all<{ month: string }>(sql`
      with later as (select id from ${snapshots}
        where connection_id = ${connectionId} and coalesce(finished_at_ms, 9e15) > ${sinceMs})
      select substr(day, 1, 7) as month from ${costFacts} where snapshot_id in later
      union select substr(day, 1, 7) from ${chargeChanges} where snapshot_id in later order by 1`)
    .map(({ month }) => month)

/**
 * What an API says of a month of an account that it did not say then, and what it said that it does not say now; and all of
 * it, on one side, for days that files have come to tell of or do not tell of any more.
 */
export function apiChanges(
  db: ReadableDb,
  of: { connectionId: string; month: string; sinceMs: number },
  covered: Covered,
): ApiLine[] {
  const { connectionId, month, sinceMs } = of
  const within = sql`k.connection_id = ${connectionId} and c.day between ${`${month}-01`} and ${`${month}-31`}`
  const facts = db.all<Row>(sql`select c.charge_key_id as "chargeKeyId", c.day,
      cast(c.billed_micros as text) as micros, cast(c.billed_rest as text) as rest,
      ${isLater(sql`c.snapshot_id`, sinceMs)} as "isNew"
    from ${chargeKeys} k cross join ${costFacts} c on c.charge_key_id = k.id where ${within}`)
  const changed = db.all<Row>(sql`select c.charge_key_id as "chargeKeyId", c.day,
      cast(c.billed_micros as text) as micros, cast(c.billed_rest as text) as rest, 0 as "isNew"
    from ${chargeKeys} k cross join ${chargeChanges} c on c.charge_key_id = k.id
    where ${within} and ${isLater(sql`c.snapshot_id`, sinceMs)}
      and not ${isLater(sql`c.earlier_snapshot_id`, sinceMs)}`)
  const lines: ApiLine[] = []
  const put = ({ chargeKeyId, day, micros, rest }: Row, isBefore: boolean): void => {
    lines.push({ chargeKeyId, day, femtos: fromStored(micros, rest), isBefore })
  }
  for (const fact of facts) {
    const at = dayOf(connectionId, fact.day)
    const [counted, counts] = [!covered.before.has(at), !covered.after.has(at)]
    // What stands as it stood is no difference.
    if (counted && counts && fact.isNew === 0) continue
    if (counts) put(fact, false)
    if (counted && fact.isNew === 0) put(fact, true)
  }
  for (const row of changed) if (!covered.before.has(dayOf(connectionId, row.day))) put(row, true)
  return lines
}
