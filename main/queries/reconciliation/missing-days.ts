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

/**
 * Each day has to be there between the first line of the account and the month's end. An API tells of days without
 * charges too; where it keeps no account of days, a look at the account tells of all days before it.
 */
export function readMissingDays(scope: Scope, month: string): AccountDays[] {
  const first = `${month}-01` as Day
  const last = lastOfMonth(first)
  // The running day is told of tomorrow.
  const to = last < scope.today ? last : addDays(scope.today, -1)
  const { accounts } = getCoverage(scope, { from: first, to: last })
  const asked = new Map(readSources(scope).map((row) => [row.id, row]))
  return accounts.map(({ connectionId, name, days, firstDay }) => {
    const row = asked.get(connectionId)
    const told = new Set(days.map(({ day }) => day))
    const lookedAt = row?.lastSyncAtMs ?? null
    const looked = lookedAt === null ? null : addDays(dayInZone(lookedAt, scope.timeZone), -1)
    const tellsDays = row?.source !== 'api' || days.some(({ from, atMs }) => from === 'api' && atMs > 0)
    const from = firstDay !== null && firstDay > first ? firstDay : first
    const isKnown = (day: Day): boolean => told.has(day) || (!tellsDays && looked !== null && day <= looked)
    return {
      ...{ connectionId, name, hasData: firstDay !== null },
      isActive: row?.status === 'active' || row?.status === 'error',
      missing: firstDay === null || firstDay > to ? [] : daysOf(from, to).filter((day) => !isKnown(day)),
    }
  })
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
