import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { fromFemtos, type Money, roundToMinor, scale } from '../money/money.ts'
import type { MonthProgress } from './month-progress.ts'

/** Month to date ÷ days done × days in the month, in whole minor units: an estimate has no finer truth. */
export function runRate<C extends Currency>(monthToDate: Money<C>, progress: MonthProgress): Money<C> | null {
  if (progress.daysDone === 0) return null
  return roundToMinor(scale(monthToDate, BigInt(progress.daysInMonth), BigInt(progress.daysDone)))
}

type BudgetStatus = 'ok' | 'atRisk' | 'willExceed' | 'exceeded'

/** Best first; the order by which budgets are compared. */
export const budgetStatuses: readonly BudgetStatus[] = ['ok', 'atRisk', 'willExceed', 'exceeded']

/** At risk from nine tenths of the limit on. */
export function budgetStatus(limit: Money, spent: Money, forecast: Money | null): BudgetStatus {
  if (spent.femtos > limit.femtos) return 'exceeded'
  if (forecast === null) return 'ok'
  if (forecast.femtos > limit.femtos) return 'willExceed'
  return forecast.femtos * 10n >= limit.femtos * 9n && forecast.femtos > 0n ? 'atRisk' : 'ok'
}

/**
 * The first day of the month whose running total passes the limit: by the costs themselves where they already have,
 * else by the run rate. Null when the month ends before, or when the forecast does not pass the limit.
 */
export function breachDay(limit: Money, daily: readonly bigint[], progress: MonthProgress): Day | null {
  let spent = 0n
  for (const [index, amount] of daily.entries()) {
    spent += amount
    if (spent > limit.femtos) return addDays(progress.first, index)
  }
  const forecast = runRate(fromFemtos(spent, limit.currency), progress)
  if (forecast === null || forecast.femtos <= limit.femtos || spent <= 0n) return null
  const number = (limit.femtos * BigInt(progress.daysDone)) / spent + 1n
  const last = BigInt(progress.daysInMonth)
  return addDays(progress.first, Number(number < last ? number : last) - 1)
}

/** What the limit is passed by; zero when it holds. */
export const excessOver = (limit: Money, amount: Money): Money =>
  fromFemtos(amount.femtos > limit.femtos ? amount.femtos - limit.femtos : 0n, limit.currency)
