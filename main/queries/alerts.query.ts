import { and, between, eq, isNull, sql } from 'drizzle-orm'
import { fromFemtos } from '#main/core/money/money.ts'
import { compareText } from '#main/core/rules/exact.ts'
import { excessOver } from '#main/core/rules/run-rate.ts'
import { connections, resources } from '#main/store/schema/inventory.ts'
import type { BudgetView } from '#shared/contract/budgets.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { addDays, type Day, daysBetween, isDay } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { accountAlerts } from './account-alerts.ts'
import { listBudgets } from './budgets.query.ts'
import { type Coverage, isExpectedToBring, isLate, readCoverage } from './coverage.ts'
import { exactText, moneyView, storedMoney } from './figures.ts'
import type { Scope } from './scope.ts'
import { findUnusualSpend } from './unusual-spend.ts'

const RENEWAL_DAYS = 30
const URGENT_RENEWAL_DAYS = 7
const STALE_SYNC_MS = 26 * 3_600_000

/** What needs a person's eye, the most serious first. An alert keeps its id as long as it speaks of the same thing. */
export function listAlerts(scope: Scope): { items: AlertView[] } {
  const coverage = readCoverage(scope)
  const items = [
    ...renewals(scope),
    ...budgetAlerts(scope, coverage),
    ...accountAlerts(scope),
    ...staleData(scope, coverage),
    ...findUnusualSpend(scope, coverage),
  ]
  return { items: items.sort(bySeverity) }
}

/** What must be paid again soon. A day that has passed while the resource is still there is the gravest case. */
function renewals({ db, workspaceId, today }: Scope): AlertView[] {
  const renewsOn = sql<string>`${resources.attributes} ->> '$.renewsOn'`
  const rows = db
    .select({
      id: resources.id,
      name: resources.name,
      renewsOn,
      currency: resources.currency,
      micros: exactText(resources.priceMicros),
      rest: exactText(resources.priceRest),
    })
    .from(resources)
    .where(
      and(
        eq(resources.workspaceId, workspaceId),
        isNull(resources.goneAtMs),
        between(renewsOn, addDays(today, -RENEWAL_DAYS), addDays(today, RENEWAL_DAYS)),
      ),
    )
    .all()
  return rows.flatMap((row): AlertView[] => {
    if (!isDay(row.renewsOn)) return []
    const price = storedMoney(row.micros, row.rest, row.currency)
    return [
      {
        id: `renewal.due:${row.id}:${row.renewsOn}`,
        code: 'renewal.due',
        severity: renewalSeverity(daysBetween(today, row.renewsOn)),
        subject: row.name,
        target: { area: 'resources', id: String(row.id) },
        day: row.renewsOn,
        amount: price && moneyView(price.femtos, price.currency),
        ratio: null,
      },
    ]
  })
}

function renewalSeverity(daysLeft: number): AlertView['severity'] {
  if (daysLeft < 0) return 'critical'
  return daysLeft <= URGENT_RENEWAL_DAYS ? 'warning' : 'info'
}

function budgetAlerts(scope: Scope, coverage: Coverage): AlertView[] {
  return listBudgets(scope, coverage).items.flatMap((budget): AlertView[] => {
    const isExceeded = budget.status === 'exceeded'
    const amount = isExceeded ? budget.spent : budget.forecast
    if (!amount || (!isExceeded && budget.status !== 'willExceed')) return []
    const code = isExceeded ? 'budget.exceeded' : 'budget.willExceed'
    return [
      {
        id: `${code}:${budget.id}:${budget.month}`,
        code,
        severity: isExceeded ? 'critical' : 'warning',
        subject: budget.name,
        target: { area: 'budgets', id: budget.id },
        day: budget.breachDay,
        amount: overLimit(budget, amount),
        ratio: isExceeded ? budget.spentRatio : budget.forecastRatio,
      },
    ]
  })
}

function overLimit({ limit }: BudgetView, amount: MoneyView): MoneyView {
  const femtosOf = (m: MoneyView): bigint => parseDecimal(m.amount) ?? 0n
  const over = excessOver(
    fromFemtos(femtosOf(limit), limit.currency),
    fromFemtos(femtosOf(amount), limit.currency),
  )
  return moneyView(over.femtos, limit.currency)
}

/** A connection that is meant to bring data and has not. */
function staleData({ db, workspaceId, today, nowMs }: Scope, coverage: Coverage): AlertView[] {
  const rows = db.select().from(connections).where(eq(connections.workspaceId, workspaceId)).all()
  return rows.flatMap((row): AlertView[] => {
    // Bills that come in by file come when somebody brings them.
    if (!isExpectedToBring(row.status) || row.source === 'files') return []
    const through: Day | null = coverage.byConnection.get(row.id)?.lastDay ?? null
    const isSyncOld = nowMs - (row.lastSyncAtMs ?? row.addedAtMs) > STALE_SYNC_MS
    const isDataOld = through !== null && isLate(through, today)
    if (!isSyncOld && !isDataOld) return []
    return [
      {
        id: `data.stale:${row.id}`,
        code: 'data.stale',
        severity: row.status === 'error' ? 'critical' : 'warning',
        subject: row.name,
        target: { area: 'connections', id: row.id },
        day: through,
        amount: null,
        ratio: null,
      },
    ]
  })
}

const SEVERITIES = ['critical', 'warning', 'info']

function bySeverity(a: AlertView, b: AlertView): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.day ?? '9999', b.day ?? '9999') ||
    compareText(a.id, b.id)
  )
}
