import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { fromFemtos } from '#main/core/money/money.ts'
import { runRate } from '#main/core/rules/run-rate.ts'
import type { LedgerRow } from '#main/ports/ledger.ts'
import { connections, resources } from '#main/store/schema/inventory.ts'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import type { Period } from '#shared/contract/values.ts'
import { addDays, addMonths, type Day } from '#shared/lib/day.ts'
import { type Coverage, comparisonOf, isCovered, progressOf, readCoverage } from './coverage.ts'
import { amountsByCurrency, changeRatio, moneyView, totalIn } from './figures.ts'
import { effectiveStatus, isKnown, isPresent } from './inventory.ts'
import { sumActiveSavings } from './recommendations.query.ts'
import type { Scope } from './scope.ts'

/** The cards. Totals speak the organisation's currency; what was spent in others stands apart. */
export function getSummary(scope: Scope, { period }: { period: Period }): SummaryView {
  const { currency } = scope
  const coverage = readCoverage(scope)
  const savings = sumActiveSavings(scope)
  const rows = spendOf(scope, period.from, period.to)
  const spend = totalIn(rows, currency)
  const before = totalIn(spendOf(scope, period.compareFrom, period.compareTo), currency)
  const comparison = comparisonOf(scope, coverage, period)
  const others = rows.filter((row) => row.currency !== currency)
  return {
    spend: moneyView(spend, currency),
    spendBefore: moneyView(before, currency),
    comparison,
    changeRatio: comparison === 'whole' ? changeRatio(spend - before, before, currency) : null,
    forecast: forecastOf(scope, coverage),
    savings: { monthly: moneyView(savings.femtos, currency), count: savings.count },
    resources: countResources(scope),
    connections: countConnections(scope),
    otherCurrencies: amountsByCurrency(others, currency).map((m) => moneyView(m.femtos, m.currency)),
    dataThrough: coverage.dataThrough,
  }
}

const spendOf = ({ ledger, workspaceId }: Scope, from: Day, to: Day): LedgerRow[] =>
  ledger.aggregate({ workspaceId, from, to, metric: 'billed', groupBy: [] })

function forecastOf(scope: Scope, coverage: Coverage): SummaryView['forecast'] {
  const { currency } = scope
  const progress = progressOf(scope, coverage)
  if (progress.lastDone === null) return null
  const monthToDate = totalIn(spendOf(scope, progress.first, progress.lastDone), currency)
  const amount = runRate(fromFemtos(monthToDate, currency), progress)
  if (amount === null) return null
  const lastMonthFrom = addMonths(progress.first, -1)
  const lastMonth = totalIn(spendOf(scope, lastMonthFrom, addDays(progress.first, -1)), currency)
  return {
    amount: moneyView(amount.femtos, currency),
    monthToDate: moneyView(monthToDate, currency),
    daysDone: progress.daysDone,
    daysInMonth: progress.daysInMonth,
    lastMonth: moneyView(lastMonth, currency),
    changeRatio: isCovered(coverage, lastMonthFrom)
      ? changeRatio(amount.femtos - lastMonth, lastMonth, currency)
      : null,
  }
}

function countResources({ db, workspaceId }: Scope): SummaryView['resources'] {
  const rows = db
    .select({ status: effectiveStatus, count: count() })
    .from(resources)
    .where(and(eq(resources.workspaceId, workspaceId), isPresent))
    .groupBy(effectiveStatus)
    .all()
  return {
    active: rows.find((row) => row.status === 'running')?.count ?? 0,
    total: rows.reduce((total, row) => total + row.count, 0),
  }
}

/** Those that lead somewhere: an archived one is history, one that is being erased is not even that. */
function countConnections({ db, workspaceId }: Scope): SummaryView['connections'] {
  const rows = db
    .select({ status: connections.status, count: count() })
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, workspaceId),
        ne(connections.status, 'archived'),
        isNull(connections.erasedAtMs),
        isKnown,
      ),
    )
    .groupBy(connections.status)
    .all()
  const of = (status: string): number => rows.find((row) => row.status === status)?.count ?? 0
  return {
    active: of('active'),
    total: rows.reduce((total, row) => total + row.count, 0),
    failing: of('error'),
  }
}
