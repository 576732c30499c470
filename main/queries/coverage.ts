import { eq } from 'drizzle-orm'
import { lastFullDay, type MonthProgress, monthProgress } from '#main/core/rules/month-progress.ts'
import type { LedgerCoverage } from '#main/ports/ledger.ts'
import { chargeKeys, dailyCosts } from '#main/store/schema/costs.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { Comparison } from '#shared/contract/dashboard.ts'
import type { Period } from '#shared/contract/values.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { hasFullDay } from '#shared/lib/period.ts'
import { createPart, createPerWorkspace } from './kept.ts'
import type { Scope } from './scope.ts'

/** What days the costs of an organisation span, by connection and together. */
export type Coverage = {
  byConnection: ReadonlyMap<string, LedgerCoverage>
  firstDay: Day | null
  /** The last day that any connection has costs for; one that lags behind is told by an alert. */
  dataThrough: Day | null
  lines: number
}

const keptOf = createPerWorkspace(() => createPart<Coverage>([chargeKeys, dailyCosts, parcelDays]))

/** Every card asks for it, and it takes a look at every day of every cost. */
export const readCoverage = (scope: Scope): Coverage => keptOf(scope).of(scope, () => lookThrough(scope))

function lookThrough({ ledger, workspaceId }: Scope): Coverage {
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

const STALE_DATA_DAYS = 2

/** Costs of a connection arrive a day or two late; later than that they are missing. */
export const isLate = (through: Day, today: Day): boolean => through < addDays(today, -STALE_DATA_DAYS)

/** Like is compared with like only: days that are over and have costs, of the same connections on either side. */
export function comparisonOf(scope: Scope, coverage: Coverage, period: Period): Comparison {
  const last = lastFullDay(scope.today, coverage.dataThrough)
  if (!hasFullDay(period, scope.today)) return 'noFullDay'
  if (!isCovered(coverage, period.compareFrom)) return 'beforeIncomplete'
  return last === null || period.to > last || isLosing(scope, coverage, period) ? 'incomplete' : 'whole'
}

/** One that should bring data and stopped amid the days compared would look like a fall. */
function isLosing({ db, workspaceId, today }: Scope, coverage: Coverage, period: Period): boolean {
  return db
    .select({ id: connections.id, status: connections.status })
    .from(connections)
    .where(eq(connections.workspaceId, workspaceId))
    .all()
    .some(({ id, status }) => {
      const through = coverage.byConnection.get(id)?.lastDay
      if (!isExpectedToBring(status) || through === undefined) return false
      return isLate(through, today) && through >= period.compareFrom && through < period.to
    })
}

/** One that waits for its first sync or rests is not late. */
export const isExpectedToBring = (status: string): boolean => status === 'active' || status === 'error'
