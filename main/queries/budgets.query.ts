import { eq } from 'drizzle-orm'
import { fromFemtos, type Money, ratio } from '#main/core/money/money.ts'
import { fromStored } from '#main/core/money/stored.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { MonthProgress } from '#main/core/rules/month-progress.ts'
import { breachDay, budgetStatus, budgetStatuses, runRate } from '#main/core/rules/run-rate.ts'
import { budgets } from '#main/store/schema/insights.ts'
import type { BudgetView } from '#shared/contract/budgets.ts'
import { daysOf } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { type Coverage, progressOf, readCoverage } from './coverage.ts'
import { exactText, moneyView, totalsBy } from './figures.ts'
import { type ConnectionName, connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

/** The current month's budgets, the most troubled first. Spend counts whole days only, as everywhere on the overview. */
export function listBudgets(
  scope: Scope,
  coverage: Coverage = readCoverage(scope),
): { items: BudgetView[]; daysDone: number; daysInMonth: number } {
  const progress = progressOf(scope, coverage)
  return {
    items: budgetsIn(scope, progress),
    daysDone: progress.daysDone,
    daysInMonth: progress.daysInMonth,
  }
}

/** Budgets against the days of any month; of one that is over, what it will be is what it was. */
export function budgetsIn(scope: Scope, progress: MonthProgress): BudgetView[] {
  const names = connectionNames(scope)
  const rows = scope.db
    .select({
      id: budgets.id,
      name: budgets.name,
      connectionIds: budgets.connectionIds,
      currency: budgets.currency,
      micros: exactText(budgets.limitMicros),
      rest: exactText(budgets.limitRest),
    })
    .from(budgets)
    .where(eq(budgets.workspaceId, scope.workspaceId))
    .all()
  const items = rows.map((row) => {
    const limit = fromFemtos(fromStored(row.micros ?? '0', row.rest ?? '0'), row.currency)
    return viewOf({ ...row, limit }, readDaily(scope, progress, row.connectionIds, limit), progress, names)
  })
  return items.sort(byTrouble)
}

type Budget = { id: string; name: string; connectionIds: string[]; limit: Money }

function viewOf(
  budget: Budget,
  daily: readonly bigint[],
  progress: MonthProgress,
  names: ReadonlyMap<string, ConnectionName>,
): BudgetView {
  const { limit } = budget
  const spent = fromFemtos(
    daily.reduce((total, amount) => total + amount, 0n),
    limit.currency,
  )
  const forecast = runRate(spent, progress)
  const days = progress.lastDone === null ? [] : daysOf(progress.first, progress.lastDone)
  return {
    id: budget.id,
    name: budget.name,
    scope: { connectionNames: budget.connectionIds.map((id) => names.get(id)?.name ?? id) },
    month: progress.first,
    limit: moneyView(limit.femtos, limit.currency),
    spent: moneyView(spent.femtos, limit.currency),
    spentRatio: ratio(spent, limit),
    forecast: forecast && moneyView(forecast.femtos, limit.currency),
    forecastRatio: forecast && ratio(forecast, limit),
    breachDay: breachDay(limit, daily, progress),
    status: budgetStatus(limit, spent, forecast),
    daily: days.map((day, index) => ({ day, amount: formatDecimal(daily[index] ?? 0n) })),
  }
}

function readDaily(
  { ledger, workspaceId }: Scope,
  progress: MonthProgress,
  connectionIds: readonly string[],
  limit: Money,
): bigint[] {
  if (progress.lastDone === null) return []
  const rows = ledger.aggregate({
    workspaceId,
    from: progress.first,
    to: progress.lastDone,
    metric: 'billed',
    groupBy: ['day'],
    ...(connectionIds.length > 0 ? { filter: { connectionIds } } : {}),
  })
  const byDay = totalsBy(rows, limit.currency)
  return daysOf(progress.first, progress.lastDone).map((day) => byDay.get(day) ?? 0n)
}

const byTrouble = (a: BudgetView, b: BudgetView): number =>
  budgetStatuses.indexOf(b.status) - budgetStatuses.indexOf(a.status) ||
  Number(b.forecastRatio ?? b.spentRatio ?? 0) - Number(a.forecastRatio ?? a.spentRatio ?? 0) ||
  compareText(a.name, b.name) ||
  compareText(a.id, b.id)
