import type { BudgetView } from '#shared/contract/budgets.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { type Day, daysInMonth, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import { divideHalfAway, formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

/** Spend to date, day by day. */
export function runningTotals(daily: BudgetView['daily']): { day: Day; amount: string; sum: string }[] {
  let sum = 0n
  return daily.map(({ day, amount }) => {
    sum += femtos(amount)
    return { day, amount, sum: formatDecimal(sum) }
  })
}

export type BurnLines = {
  days: Day[]
  spent: (string | null)[]
  /** The limit spread evenly over the month. */
  even: string[]
  /** From the last day done on, at the rate so far. */
  forecast: (string | null)[]
}

/** The whole month, so that the eye sees how much of it is left. */
export function burnLines(
  budget: Pick<BudgetView, 'month' | 'daily' | 'limit' | 'spent' | 'forecast'>,
): BurnLines {
  const days = daysOf(budget.month, lastOfMonth(budget.month))
  const sums = new Map(runningTotals(budget.daily).map((row) => [row.day, row.sum]))
  const done = budget.daily.length
  const limit = femtos(budget.limit.amount)
  const spent = femtos(budget.spent.amount)
  const forecast = budget.forecast === null ? null : femtos(budget.forecast.amount)
  const share = (whole: bigint, part: number, of: number): bigint =>
    divideHalfAway(whole * BigInt(part), BigInt(of))
  return {
    days,
    spent: days.map((day) => sums.get(day) ?? null),
    even: days.map((_, i) => formatDecimal(roundFemtos(share(limit, i + 1, days.length), 2))),
    forecast: days.map((_, i) => {
      if (forecast === null || done === 0 || i + 1 < done || done === days.length) return null
      const rest = share(forecast - spent, i + 1 - done, days.length - done)
      return formatDecimal(roundFemtos(spent + rest, 2))
    }),
  }
}

/** Places on the bar in percent of its length; the bar is as long as the greatest of limit, spend and forecast. */
export function barPlaces(budget: Pick<BudgetView, 'limit' | 'spent' | 'forecast'>): {
  spent: number
  forecast: number
  limit: number
} {
  const limit = Number(budget.limit.amount)
  const spent = Math.max(0, Number(budget.spent.amount))
  const forecast = Math.max(spent, Number(budget.forecast?.amount ?? 0))
  const whole = Math.max(limit, forecast)
  if (whole <= 0) return { spent: 0, forecast: 0, limit: 100 }
  const place = (value: number): number => (value / whole) * 100
  return { spent: place(spent), forecast: place(forecast), limit: place(limit) }
}

const minus = (a: MoneyView, b: MoneyView): MoneyView => ({
  amount: formatDecimal(femtos(a.amount) - femtos(b.amount)),
  currency: a.currency,
})

/** Limit less spend; below zero once the limit is passed. */
export const leftOf = ({ limit, spent }: Pick<BudgetView, 'limit' | 'spent'>): MoneyView =>
  minus(limit, spent)

/** What may be spent on each day left to stay within the limit; null when nothing is left or no day is. */
export function allowedPerDay(
  budget: Pick<BudgetView, 'limit' | 'spent' | 'month'>,
  daysDone: number,
): MoneyView | null {
  const days = daysInMonth(budget.month) - daysDone
  const left = femtos(leftOf(budget).amount)
  if (days <= 0 || left <= 0n) return null
  const step = 10n ** 13n
  return { amount: formatDecimal((left / BigInt(days) / step) * step), currency: budget.limit.currency }
}

type BudgetSaying =
  | { kind: 'exceeded'; amount: MoneyView }
  | { kind: 'breach'; day: Day }
  | { kind: 'willExceed'; amount: MoneyView }
  | { kind: 'spare'; amount: MoneyView }
  | { kind: 'noPace' }

/** The one thing that a reader has to know of a budget. */
export function sayingOf(budget: BudgetView): BudgetSaying {
  if (femtos(leftOf(budget).amount) < 0n) {
    return { kind: 'exceeded', amount: minus(budget.spent, budget.limit) }
  }
  if (budget.forecast === null) return { kind: 'noPace' }
  if (budget.breachDay !== null) return { kind: 'breach', day: budget.breachDay }
  const spare = minus(budget.limit, budget.forecast)
  return femtos(spare.amount) < 0n
    ? { kind: 'willExceed', amount: minus(budget.forecast, budget.limit) }
    : { kind: 'spare', amount: spare }
}

export function statusTone(status: BudgetView['status']): 'ok' | 'warn' | 'bad' {
  return status === 'ok' ? 'ok' : status === 'exceeded' ? 'bad' : 'warn'
}
