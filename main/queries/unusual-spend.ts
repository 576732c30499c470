import { fromFemtos, ratio } from '#main/core/money/money.ts'
import { lastFullDay } from '#main/core/rules/month-progress.ts'
import { HISTORY_DAYS, type Series, unusualFloor, unusualRuns } from '#main/core/rules/unusual-spend.ts'
import type { LedgerRow } from '#main/ports/ledger.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import { addDays, type Day, daysOf, isDay } from '#shared/lib/day.ts'
import type { Coverage } from './coverage.ts'
import { moneyView, totalsBy } from './figures.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

/** The rule of core/rules/unusual-spend, asked of every service of every connection over the last seven full days. */
export function findUnusualSpend(scope: Scope, coverage: Coverage): AlertView[] {
  const through = lastFullDay(scope.today, coverage.dataThrough)
  if (through === null || through < addDays(scope.today, -7)) return []
  const from = addDays(through, -HISTORY_DAYS - 6)
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
  const floor = unusualFloor(daysOf(from, through).map((day) => byDay.get(day) ?? 0n))
  const names = connectionNames(scope)

  const alerts: AlertView[] = []
  for (const { connectionId, service, amounts } of seriesOf(rows)) {
    const covered = coverage.byConnection.get(connectionId)
    if (!covered) continue
    const series: Series = { from: covered.firstDay, to: covered.lastDay, amounts }
    for (const run of unusualRuns(series, through, floor)) {
      alerts.push({
        id: `spend.unusual:${connectionId}:${service}:${run.from}`,
        code: 'spend.unusual',
        severity: run.excess > 0n ? 'warning' : 'info',
        subject: `${names.get(connectionId)?.name ?? connectionId} · ${service}`,
        target: { area: 'dashboard', id: connectionId },
        day: run.to,
        amount: moneyView(run.excess, currency),
        ratio: ratio(fromFemtos(run.excess, currency), fromFemtos(run.expected, currency)),
      })
    }
  }
  return alerts
}

type ServiceSeries = { connectionId: string; service: string; amounts: Map<Day, bigint> }

function seriesOf(rows: readonly LedgerRow[]): ServiceSeries[] {
  const byKey = new Map<string, ServiceSeries>()
  for (const { keys, femtos } of rows) {
    const [day, connectionId, service] = keys
    if (!day || !isDay(day) || !connectionId) continue
    const key = `${connectionId}\n${service ?? ''}`
    const series = byKey.get(key) ?? { connectionId, service: service ?? '', amounts: new Map() }
    series.amounts.set(day, femtos)
    byKey.set(key, series)
  }
  return [...byKey.values()]
}
