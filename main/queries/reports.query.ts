import { and, eq, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { users } from '#main/store/schema/people.ts'
import { reportRuns, reportSchedules, reports } from '#main/store/schema/reports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { type ReportSpec, reportSpec } from '#shared/contract/report-spec.ts'
import { compareNames } from './order.ts'
import { personName } from './person-name.ts'
import type { Scope } from './scope.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId'>

const schedules = sql<number>`(select count(*) from report_schedules s where s.report_id = reports.id)`

/** By name; one that this version cannot read is left where it is and not shown. */
export function listReports({ db, workspaceId }: Asker): CallOutput<'reports.list'> {
  const last = lastRuns({ db, workspaceId })
  const rows = db
    .select({
      id: reports.id,
      name: reports.name,
      spec: sql<string>`${reports.spec}`,
      byName: personName,
      updatedAtMs: reports.updatedAtMs,
      schedules,
    })
    .from(reports)
    .leftJoin(users, eq(users.id, reports.userId))
    .where(eq(reports.workspaceId, workspaceId))
    .all()
  const items = rows.flatMap(({ spec: text, byName, ...row }) => {
    const spec = readSpec(text)
    return spec ? [{ ...row, spec, byName: byName || null, lastRun: last.get(row.id) ?? null }] : []
  })
  return { items: items.sort((a, b) => compareNames(a.name, b.name)) }
}

/** Of each report what it was last asked for. */
function lastRuns({ db, workspaceId }: Asker) {
  const { id, reportId, status, startedAtMs } = reportRuns
  const rows = db
    .select({ id, reportId, status, atMs: startedAtMs })
    .from(reportRuns)
    .where(and(eq(reportRuns.workspaceId, workspaceId), sql`${reportId} is not null`))
    .orderBy(startedAtMs, id)
    .all()
  return new Map(rows.map(({ reportId: of, ...run }) => [of, run]))
}

/** What this version makes of a kept report; null where it can make nothing of it. */
export function readSpec(text: string): ReportSpec | null {
  try {
    return reportSpec.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Null where there is none, or none that this version can read. */
export function findReport(
  { db, workspaceId }: Asker,
  id: string,
): { name: string; spec: ReportSpec } | null {
  const row = db
    .select({ name: reports.name, spec: sql<string>`${reports.spec}` })
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.workspaceId, workspaceId)))
    .get()
  const spec = row && readSpec(row.spec)
  return row && spec ? { name: row.name, spec } : null
}

/** By its name, letter for letter; null where it is free. */
export const reportNamed = ({ db, workspaceId }: Asker, name: string): string | null =>
  db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.workspaceId, workspaceId), eq(reports.name, name)))
    .get()?.id ?? null

/** How many schedules need it. */
export const findReportUse = (
  db: ReadableDb,
  { workspaceId, id }: { workspaceId: string; id: string },
): { name: string; count: number } | null =>
  db
    .select({ name: reports.name, count: schedules })
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.workspaceId, workspaceId)))
    .get() ?? null

/** By its name, letter for letter; null where it is free. */
export const scheduleNamed = ({ db, workspaceId }: Asker, name: string): string | null =>
  db
    .select({ id: reportSchedules.id })
    .from(reportSchedules)
    .where(and(eq(reportSchedules.workspaceId, workspaceId), eq(reportSchedules.name, name)))
    .get()?.id ?? null
