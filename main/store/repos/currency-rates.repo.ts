import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '../db.ts'
import { currencyRates } from '../schema/rates.ts'
import { inBatches } from './in-batches.ts'

type RateRow = typeof currencyRates.$inferInsert
type RateKey = Pick<RateRow, 'workspaceId' | 'source' | 'currency' | 'day'>

/** What the store has of a source between two days, by currency and day. */
export function readKept(
  db: ReadableDb,
  { workspaceId, source, from, to }: Pick<RateRow, 'workspaceId' | 'source'> & { from: string; to: string },
): Map<string, { nominal: number; value: string }> {
  const rows = db
    .select()
    .from(currencyRates)
    .where(
      and(
        eq(currencyRates.workspaceId, workspaceId),
        eq(currencyRates.source, source),
        gte(sql`${currencyRates.day}`, from),
        lte(sql`${currencyRates.day}`, to),
      ),
    )
    .all()
  return new Map(rows.map((row) => [rateKey(row), row]))
}

export const rateKey = ({ currency, day }: Pick<RateRow, 'currency' | 'day'>): string => `${currency} ${day}`

/** One rate of a source for a currency and a day: the later word replaces the earlier one. */
export function putRates(db: WritableDb, rows: Iterable<RateRow>): void {
  for (const batch of inBatches(rows))
    db.insert(currencyRates)
      .values(batch)
      .onConflictDoUpdate({
        target: [currencyRates.workspaceId, currencyRates.source, currencyRates.currency, currencyRates.day],
        set: {
          nominal: sql`excluded.nominal`,
          value: sql`excluded.value`,
          userId: sql`excluded.user_id`,
          atMs: sql`excluded.at_ms`,
          note: sql`excluded.note`,
        },
      })
      .run()
}

/** False when there was none. */
export const removeRate = (db: WritableDb, { workspaceId, source, currency, day }: RateKey): boolean =>
  db
    .delete(currencyRates)
    .where(
      and(
        eq(currencyRates.workspaceId, workspaceId),
        eq(currencyRates.source, source),
        eq(currencyRates.currency, currency),
        eq(currencyRates.day, day),
      ),
    )
    .run().changes > 0

export function removeRatesOf(
  db: WritableDb,
  workspaceId: string,
  sources: readonly RateRow['source'][],
): void {
  db.delete(currencyRates)
    .where(and(eq(currencyRates.workspaceId, workspaceId), inArray(currencyRates.source, [...sources])))
    .run()
}
