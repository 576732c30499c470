import { and, eq, isNull } from 'drizzle-orm'
import { connections } from '#main/store/schema/inventory.ts'
import { addDays, type Day, dayInZone, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import { getCoverage } from '../imports-coverage.query.ts'
import type { Scope } from '../scope.ts'

export type AccountDays = {
  connectionId: string
  name: string
  isActive: boolean
  /** Any lines at all, in any month. */
  hasData: boolean
  /** Days of the month, until today, that nothing is known of. */
  missing: Day[]
}

/** The same for one month. */
export const readMissingDays = (scope: Scope, month: string): AccountDays[] =>
  missingDaysIn(scope, month, month)(month)

/**
 * Each day has to be there between the first line of the account and the month's end. An API tells of days without
 * charges too; where it keeps no account of days, a look at the account tells of all days before it. The days of all
 * months are read at once.
 */
export function missingDaysIn(
  scope: Scope,
  fromMonth: string,
  toMonth: string,
): (month: string) => AccountDays[] {
  const from = `${fromMonth}-01` as Day
  const { accounts } = getCoverage(scope, { from, to: lastOfMonth(`${toMonth}-01` as Day) })
  const asked = new Map(readSources(scope).map((row) => [row.id, row]))
  const known = accounts.map((account) => ({
    ...account,
    row: asked.get(account.connectionId),
    byMonth: Map.groupBy(account.days, ({ day }) => day.slice(0, 7)),
  }))
  return (month) => {
    const first = `${month}-01` as Day
    const last = lastOfMonth(first)
    // The running day is told of tomorrow.
    const to = last < scope.today ? last : addDays(scope.today, -1)
    return known.map(({ connectionId, name, firstDay, row, byMonth }) => {
      const days = byMonth.get(month) ?? []
      const told = new Set(days.map(({ day }) => day))
      const lookedAt = row?.lastSyncAtMs ?? null
      const looked = lookedAt === null ? null : addDays(dayInZone(lookedAt, scope.timeZone), -1)
      const tellsDays = row?.source !== 'api' || days.some((one) => one.from === 'api' && one.atMs > 0)
      const begins = firstDay !== null && firstDay > first ? firstDay : first
      const isKnown = (day: Day): boolean => told.has(day) || (!tellsDays && looked !== null && day <= looked)
      return {
        ...{ connectionId, name, hasData: firstDay !== null },
        isActive: row?.status === 'active' || row?.status === 'error',
        missing: firstDay === null || firstDay > to ? [] : daysOf(begins, to).filter((day) => !isKnown(day)),
      }
    })
  }
}

const readSources = ({ db, workspaceId }: Scope) =>
  db
    .select({
      id: connections.id,
      source: connections.source,
      status: connections.status,
      lastSyncAtMs: connections.lastSyncAtMs,
    })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .all()

/** Days that follow one another as one range. */
export function rangesOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const ranges: { from: Day; to: Day }[] = []
  for (const day of days) {
    const last = ranges.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else ranges.push({ from: day, to: day })
  }
  return ranges
}
