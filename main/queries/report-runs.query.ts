import { and, asc, desc, eq, gte, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { users, workspaces } from '#main/store/schema/people.ts'
import { reportDeliveries, reportFiles, reportRuns } from '#main/store/schema/reports.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import type { ReportRunView } from '#shared/contract/reports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import { personName } from './person-name.ts'
import { readSpec } from './reports.query.ts'
import type { Scope } from './scope.ts'
import { matchesSearch } from './search.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId'>

const fields = {
  id: reportRuns.id,
  reportId: reportRuns.reportId,
  scheduleId: reportRuns.scheduleId,
  dueAtMs: reportRuns.dueAtMs,
  title: reportRuns.title,
  status: reportRuns.status,
  fromDay: reportRuns.fromDay,
  toDay: reportRuns.toDay,
  formats: reportRuns.formats,
  why: reportRuns.why,
  byName: personName,
  startedAtMs: reportRuns.startedAtMs,
  finishedAtMs: reportRuns.finishedAtMs,
  asOfMs: reportRuns.asOfMs,
  dataVersion: reportRuns.dataVersion,
  problem: reportRuns.problem,
}

/** The archive, the latest first; `dataVersion` names the data as they are now. */
export function listRuns(
  { db, workspaceId }: Asker,
  { reportId, search, month, offset, limit }: ParsedInput<'reports.listRuns'>,
  dataVersion: string,
): { items: ReportRunView[]; total: number; bytes: number } {
  const where = and(
    eq(reportRuns.workspaceId, workspaceId),
    reportId === undefined ? undefined : eq(reportRuns.reportId, reportId),
    month === undefined ? undefined : inMonth(`${month}-01` as Day),
    matchesSearch(search, (pattern) => [
      sql`${reportRuns.title} glob ${pattern}`,
      sql`${reportRuns.why} glob ${pattern}`,
      sql`exists (select 1 from ${reportFiles} where ${reportFiles.runId} = ${reportRuns.id} and ${reportFiles.name} glob ${pattern})`,
    ]),
  )
  const rows = selectRuns(db, where).limit(limit).offset(offset).all()
  const total = db.select({ n: sql<number>`count(*)` }).from(reportRuns).where(where).get()
  return {
    items: withParts(db, rows, dataVersion),
    total: total?.n ?? 0,
    bytes: bytesOf({ db, workspaceId }),
  }
}

const selectRuns = (db: ReadableDb, where: SQL | undefined) =>
  db
    .select(fields)
    .from(reportRuns)
    .leftJoin(users, eq(users.id, reportRuns.userId))
    .where(where)
    .orderBy(desc(reportRuns.startedAtMs), desc(reportRuns.id))

/** Those whose days are of that month, in part or whole. */
const inMonth = (first: Day): SQL | undefined =>
  and(lte(reportRuns.fromDay, lastOfMonth(first)), gte(reportRuns.toDay, first))

const bytesOf = ({ db, workspaceId }: Asker): number =>
  db
    .select({ n: sql<number>`coalesce(sum(${reportFiles.bytes}), 0)` })
    .from(reportFiles)
    .innerJoin(reportRuns, eq(reportRuns.id, reportFiles.runId))
    .where(eq(reportRuns.workspaceId, workspaceId))
    .get()?.n ?? 0

type Row = ReturnType<ReturnType<typeof selectRuns>['all']>[number]

function withParts(db: ReadableDb, rows: readonly Row[], dataVersion: string): ReportRunView[] {
  const ids = rows.map(({ id }) => id)
  const files = db
    .select()
    .from(reportFiles)
    .where(inArray(reportFiles.runId, ids))
    .orderBy(asc(reportFiles.position))
    .all()
  const deliveries = db
    .select()
    .from(reportDeliveries)
    .where(inArray(reportDeliveries.runId, ids))
    .orderBy(asc(reportDeliveries.id))
    .all()
  const [filesOf, deliveriesOf] = [
    Map.groupBy(files, ({ runId }) => runId),
    Map.groupBy(deliveries, ({ runId }) => runId),
  ]
  return rows.map(({ fromDay, toDay, dueAtMs: _, byName, ...row }) => ({
    ...row,
    byName: byName || null,
    period: fromDay && toDay ? { from: fromDay, to: toDay } : null,
    isDataSame: row.dataVersion !== '' && row.dataVersion === dataVersion,
    files: (filesOf.get(row.id) ?? []).map(({ runId: __, position: ___, ...file }) => file),
    deliveries: (deliveriesOf.get(row.id) ?? []).map(({ runId: __, ...delivery }) => delivery),
  }))
}

/** With what it was made from. */
export function getRun(
  { db, workspaceId }: Asker,
  runId: string,
  dataVersion: string,
): { run: ReportRunView; spec: ReportSpec } {
  const [row] = selectRuns(db, and(eq(reportRuns.workspaceId, workspaceId), eq(reportRuns.id, runId))).all()
  const [run] = row ? withParts(db, [row], dataVersion) : []
  const kept = findRun(db, runId)
  if (!run || !kept) throw new AppError('report.runNotFound')
  if (!kept.spec) throw new AppError('report.newerFile')
  return { run, spec: kept.spec }
}

/** A run as it is kept. */
export function findRun(db: ReadableDb, id: string) {
  const row = db
    .select({ ...fields, workspaceId: reportRuns.workspaceId, spec: sql<string>`${reportRuns.spec}` })
    .from(reportRuns)
    .leftJoin(users, eq(users.id, reportRuns.userId))
    .where(eq(reportRuns.id, id))
    .get()
  return row ? { ...row, spec: readSpec(row.spec) } : null
}

/** One's own, or it is not there. */
export function ownRun({ db, workspaceId }: Asker, id: string): NonNullable<ReturnType<typeof findRun>> {
  const run = findRun(db, id)
  if (run?.workspaceId !== workspaceId) throw new AppError('report.runNotFound')
  return run
}

export const listFiles = (db: ReadableDb, runId: string) =>
  db.select().from(reportFiles).where(eq(reportFiles.runId, runId)).orderBy(asc(reportFiles.position)).all()

/** Every file of the archive, with whose it is. */
export const listArchive = (db: ReadableDb, workspaceId: string) =>
  db
    .select({
      id: reportFiles.id,
      runId: reportFiles.runId,
      title: reportRuns.title,
      name: reportFiles.name,
      bytes: reportFiles.bytes,
      sha256: reportFiles.sha256,
      state: reportFiles.state,
    })
    .from(reportFiles)
    .innerJoin(reportRuns, eq(reportRuns.id, reportFiles.runId))
    .where(eq(reportRuns.workspaceId, workspaceId))
    .orderBy(asc(reportRuns.startedAtMs), asc(reportRuns.id), asc(reportFiles.position))
    .all()

/** Whether a file of these bytes has ever come out of the organisation's archive. */
export const isFromArchive = ({ db, workspaceId }: Asker, sha256: string): boolean =>
  db
    .select({ id: reportFiles.id })
    .from(reportFiles)
    .innerJoin(reportRuns, eq(reportRuns.id, reportFiles.runId))
    .where(and(eq(reportRuns.workspaceId, workspaceId), eq(reportFiles.sha256, sha256)))
    .limit(1)
    .get() !== undefined

/** Runs that have ended, however they did, before a moment. */
export const listEndedBefore = (db: ReadableDb, workspaceId: string, ms: number): string[] =>
  db
    .select({ id: reportRuns.id })
    .from(reportRuns)
    .where(and(eq(reportRuns.workspaceId, workspaceId), lte(reportRuns.finishedAtMs, ms - 1)))
    .all()
    .map(({ id }) => id)

/** Runs that no program is at any more, when it has just begun. */
export const listUnfinished = (db: ReadableDb) =>
  db
    .select({ id: reportRuns.id, workspaceId: reportRuns.workspaceId })
    .from(reportRuns)
    .where(inArray(reportRuns.status, ['waiting', 'running']))
    .all()

/** The same report's run before: of the latest days that end before these begin, the latest run. */
export function runBefore({ db, workspaceId }: Asker, run: { id: string }): string | null {
  const own = findRun(db, run.id)
  if (!own?.fromDay) return null
  // One that was never saved is known by its title.
  const isSame = own.reportId
    ? eq(reportRuns.reportId, own.reportId)
    : and(sql`${reportRuns.reportId} is null`, eq(reportRuns.title, own.title))
  return (
    db
      .select({ id: reportRuns.id })
      .from(reportRuns)
      .where(
        and(
          eq(reportRuns.workspaceId, workspaceId),
          eq(reportRuns.status, 'done'),
          ne(reportRuns.id, own.id),
          isSame,
          sql`${reportRuns.toDay} < ${own.fromDay}`,
        ),
      )
      .orderBy(desc(reportRuns.toDay), desc(reportRuns.startedAtMs), desc(reportRuns.id))
      .limit(1)
      .get()?.id ?? null
  )
}

/** Deliveries that may be tried at that moment. */
export const listDueDeliveries = (db: ReadableDb, nowMs: number) =>
  selectDeliveries(db)
    .where(
      and(
        inArray(reportDeliveries.status, ['waiting', 'retrying']),
        eq(reportRuns.status, 'done'),
        sql`coalesce(${reportDeliveries.nextAtMs}, 0) <= ${nowMs}`,
      ),
    )
    .orderBy(asc(reportDeliveries.id))
    .all()

export const listDeliveries = (db: ReadableDb, runId: string) =>
  selectDeliveries(db).where(eq(reportDeliveries.runId, runId)).orderBy(asc(reportDeliveries.id)).all()

export const findDelivery = (db: ReadableDb, id: string) =>
  selectDeliveries(db).where(eq(reportDeliveries.id, id)).get() ?? null

const selectDeliveries = (db: ReadableDb) =>
  db
    .select({
      id: reportDeliveries.id,
      runId: reportDeliveries.runId,
      target: reportDeliveries.target,
      status: reportDeliveries.status,
      attempts: reportDeliveries.attempts,
      workspaceId: reportRuns.workspaceId,
      title: reportRuns.title,
      fromDay: reportRuns.fromDay,
      toDay: reportRuns.toDay,
      language: sql<'ru' | 'en'>`json_extract(${reportRuns.spec}, '$.language')`,
      organisation: workspaces.name,
    })
    .from(reportDeliveries)
    .innerJoin(reportRuns, eq(reportRuns.id, reportDeliveries.runId))
    .innerJoin(workspaces, eq(workspaces.id, reportRuns.workspaceId))

export type DeliveryRow = NonNullable<ReturnType<typeof findDelivery>>
