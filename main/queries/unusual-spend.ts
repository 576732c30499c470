import { lastFullDay } from '#main/core/rules/month-progress.ts'
import { SERIES_DAYS, unusualFloor, unusualRuns } from '#main/core/rules/unusual-spend.ts'
import type { LedgerRow } from '#main/ports/ledger.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import { addDays, type Day, daysBetween, daysOf } from '#shared/lib/day.ts'
import type { Coverage } from './coverage.ts'
import { changeRatio, moneyView, totalsBy } from './figures.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

/** The rule of core/rules/unusual-spend, asked of every service of every connection over the last seven full days. */
export function findUnusualSpend(scope: Scope, coverage: Coverage): AlertView[] {
  const through = lastFullDay(scope.today, coverage.dataThrough)
  if (through === null || through < addDays(scope.today, -7)) return []
  const from = addDays(through, 1 - SERIES_DAYS)
  const days = daysOf(from, through)
  const { ledger, workspaceId, currency } = scope
  const rows = ledger
    .aggregate({
      workspaceId,
      from,
      to: through,
      metric: 'billed',
      groupBy: ['day', 'connection', 'service'],
    })
    .filter((row) => row.currency === currency)
  const byDay = totalsBy(rows, currency)
  const floor = unusualFloor(days.map((day) => byDay.get(day) ?? 0n))
  const names = connectionNames(scope)

  const alerts: AlertView[] = []
  for (const { connectionId, service, amounts } of seriesOf(rows, days)) {
    const covered = coverage.byConnection.get(connectionId)
    if (!covered) continue
    const missingBefore = Math.max(0, daysBetween(from, covered.firstDay))
    const missingAfter = Math.max(0, daysBetween(covered.lastDay, through))
    for (const run of unusualRuns({ amounts, through, missingBefore, missingAfter }, floor)) {
      alerts.push({
        id: `spend.unusual:${connectionId}:${service}:${run.from}`,
        code: 'spend.unusual',
        severity: run.excess > 0n ? 'warning' : 'info',
        subject: `${names.get(connectionId)?.name ?? connectionId} · ${service}`,
        target: { area: 'dashboard', id: connectionId },
        day: run.to,
        amount: moneyView(run.excess, currency),
        ratio: changeRatio(run.excess, run.expected, currency),
      })
    }
  }
  return alerts
}

type ServiceSeries = { connectionId: string; service: string; amounts: bigint[] }

function seriesOf(rows: readonly LedgerRow[], days: readonly Day[]): ServiceSeries[] {
  const places = new Map<string, number>(days.map((day, index) => [day, index]))
  const byKey = new Map<string, ServiceSeries>()
  for (const { keys, femtos } of rows) {
    const [day, connectionId, service] = keys
    const place = places.get(day ?? '')
    if (place === undefined || !connectionId) continue
    const key = `${connectionId}\n${service ?? ''}`
    let series = byKey.get(key)
    if (!series) {
      series = { connectionId, service: service ?? '', amounts: days.map(() => 0n) }
      byKey.set(key, series)
    }
    series.amounts[place] = (series.amounts[place] ?? 0n) + femtos
  }
  return [...byKey.values()]
}
