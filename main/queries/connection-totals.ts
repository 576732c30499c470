import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { isPresent } from './inventory.ts'
import { exactSum, fromExactSum } from './ledger/exact-sum.ts'

/** What a connection costs by its present prices; null when they are in several currencies, or there are none. */
export function readConnectionTotals(
  db: ReadableDb,
  connectionId: string,
): { daily: Money; monthly: Money } | null {
  const totalOf = (micros: typeof resources.dailyMicros, rest: typeof resources.dailyRest): Money | null => {
    const [row, ...others] = db
      .select({ currency: resources.currency, ...exactSum(micros, rest) })
      .from(resources)
      .where(and(eq(resources.connectionId, connectionId), isPresent, isNotNull(resources.currency)))
      .groupBy(sql`${resources.currency}`)
      .all()
    return row?.currency && others.length === 0 ? fromFemtos(fromExactSum(row), row.currency) : null
  }
  const daily = totalOf(resources.dailyMicros, resources.dailyRest)
  const monthly = totalOf(resources.monthlyMicros as never, resources.monthlyRest as never)
  return daily && monthly ? { daily, monthly } : null
}
