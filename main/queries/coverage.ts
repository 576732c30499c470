import { type MonthProgress, monthProgress } from '#main/core/rules/month-progress.ts'
import type { LedgerCoverage } from '#main/ports/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import type { Scope } from './scope.ts'

/** What days the costs of an organisation span, by connection and together. */
export type Coverage = {
  byConnection: ReadonlyMap<string, LedgerCoverage>
  firstDay: Day | null
  /** The last day that any connection has costs for; one that lags behind is told by an alert. */
  dataThrough: Day | null
  lines: number
}

export function readCoverage({ ledger, workspaceId }: Scope): Coverage {
  const rows = ledger.coverage(workspaceId)
  let firstDay: Day | null = null
  let dataThrough: Day | null = null
  let lines = 0
  for (const row of rows) {
    if (firstDay === null || row.firstDay < firstDay) firstDay = row.firstDay
    if (dataThrough === null || row.lastDay > dataThrough) dataThrough = row.lastDay
    lines += row.lines
  }
  return { byConnection: new Map(rows.map((row) => [row.connectionId, row])), firstDay, dataThrough, lines }
}

export const progressOf = (scope: Scope, coverage: Coverage): MonthProgress =>
  monthProgress(scope.today, coverage.dataThrough)

/** A period that begins before the data does was not cheap but unknown: there is no ratio against it. */
export const isCovered = ({ firstDay }: Coverage, from: Day): boolean => firstDay !== null && firstDay <= from
