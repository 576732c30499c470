import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { isLate, momentsBetween, nextMoment, type Timetable } from '#main/core/rules/timetable.ts'
import { instantAt } from '#main/core/rules/wall-time.ts'
import { daysOffIn, type WorkCalendar } from '#main/core/rules/workdays.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { memberships, users } from '#main/store/schema/people.ts'
import { closedMonths } from '#main/store/schema/rates.ts'
import { reportRuns, reportSchedules, reports } from '#main/store/schema/reports.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { addDays, dayInZone } from '#shared/lib/day.ts'
import { compareNames } from './order.ts'
import { personName } from './person-name.ts'
import type { Scope } from './scope.ts'
import { readWorkCalendar } from './workdays.query.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId' | 'nowMs' | 'timeZone'>

const EXPLAINED = 5
/** A rule that comes every minute fills no page. */
const MOST_MOMENTS = 400

/** By name. */
export function listSchedules({ db, workspaceId }: Asker): CallOutput<'schedules.list'> {
  const calendar = readWorkCalendar(db)
  const last = lastRuns(db, workspaceId)
  const rows = db
    .select({
      id: reportSchedules.id,
      reportId: reportSchedules.reportId,
      name: reportSchedules.name,
      rule: reportSchedules.rule,
      timeZone: reportSchedules.timeZone,
      formats: reportSchedules.formats,
      deliveries: reportSchedules.deliveries,
      isOn: reportSchedules.isOn,
      doneUntilMs: reportSchedules.doneUntilMs,
      reportName: reports.name,
      byName: personName,
    })
    .from(reportSchedules)
    .innerJoin(reports, eq(reports.id, reportSchedules.reportId))
    .leftJoin(users, eq(users.id, reportSchedules.userId))
    .where(eq(reportSchedules.workspaceId, workspaceId))
    .all()
  const items = rows.map(({ doneUntilMs, byName, ...row }) => ({
    ...row,
    byName: byName || null,
    nextAtMs: row.isOn ? nextMoment({ ...row, calendar }, doneUntilMs) : null,
    last: last.get(row.id) ?? null,
  }))
  return { items: items.sort((a, b) => compareNames(a.name, b.name)) }
}

function lastRuns(db: ReadableDb, workspaceId: string) {
  const runs = readRuns(db, workspaceId, 0, Number.MAX_SAFE_INTEGER)
  return new Map(
    runs.map(({ scheduleId, id, dueAtMs, status, startedAtMs }) => [
      scheduleId,
      { runId: id, atMs: dueAtMs, status, isLate: isLate(dueAtMs, startedAtMs) },
    ]),
  )
}

/** What schedules have asked for, in the order in which it was due. */
function readRuns(db: ReadableDb, workspaceId: string, fromMs: number, untilMs: number) {
  const { id, scheduleId, dueAtMs, status, startedAtMs, why, title } = reportRuns
  const rows = db
    .select({ id, scheduleId, dueAtMs, status, startedAtMs, why, title })
    .from(reportRuns)
    .where(
      and(
        eq(reportRuns.workspaceId, workspaceId),
        isNotNull(scheduleId),
        gte(dueAtMs, fromMs),
        lt(dueAtMs, untilMs),
      ),
    )
    .orderBy(asc(dueAtMs), asc(id))
    .all()
  return rows.flatMap(({ scheduleId: of, dueAtMs: at, ...row }) =>
    of === null || at === null ? [] : [{ ...row, scheduleId: of, dueAtMs: at }],
  )
}

/** What a rule means, before anything is kept. */
export function explainRule(
  { db, nowMs }: Asker,
  { rule, timeZone }: ParsedInput<'schedules.explain'>,
): CallOutput<'schedules.explain'> {
  const calendar = readWorkCalendar(db)
  const nextAtMs = momentsBetween({ rule, timeZone, calendar }, nowMs, Number.MAX_SAFE_INTEGER, EXPLAINED)
  if (nextAtMs.length === 0 && rule.kind !== 'close') throw new AppError('timetable.badRule')
  const years = new Set(nextAtMs.map((ms) => Number(dayInZone(ms, timeZone).slice(0, 4))))
  const assumedYears =
    rule.kind === 'workday' ? [...years].filter((year) => calendar.yearOf(year).isAssumed) : []
  return { nextAtMs, assumedYears }
}

type Due = CallOutput<'schedules.listDue'>['items'][number]

/** The calendar of reports: what was made or missed, and what will be. */
export function listDue(
  { db, workspaceId, nowMs, timeZone }: Asker,
  { from, to }: ParsedInput<'schedules.listDue'>,
): CallOutput<'schedules.listDue'> {
  const calendar = readWorkCalendar(db)
  if (from > to) return { items: [], daysOff: [] }
  const [fromMs, untilMs] = [instantAt(from, '00:00', timeZone), instantAt(addDays(to, 1), '00:00', timeZone)]
  const schedules = readSchedules(db, workspaceId)
  const made = readRuns(db, workspaceId, fromMs, untilMs)
  const dayOf = (ms: number): Due['day'] => dayInZone(ms, timeZone)
  const names = new Map(schedules.map(({ id, name, reportName }) => [id, { name, reportName }]))
  const items = made.map(({ scheduleId, dueAtMs, startedAtMs, status, id, why, title }): Due => {
    const { name, reportName } = names.get(scheduleId) ?? { name: why ?? title, reportName: title }
    const state =
      status === 'failed' || status === 'cancelled' ? 'failed' : status === 'done' ? 'done' : 'due'
    const isOverdue = state === 'done' && isLate(dueAtMs, startedAtMs)
    return {
      scheduleId,
      name,
      reportName,
      atMs: dueAtMs,
      day: dayOf(dueAtMs),
      state: isOverdue ? 'late' : state,
      runId: id,
    }
  })
  const seen = new Set(made.map(({ scheduleId, dueAtMs }) => `${scheduleId} ${dueAtMs}`))
  for (const one of schedules)
    for (const atMs of momentsOf(one, calendar, { fromMs, untilMs, nowMs }))
      if (!seen.has(`${one.id} ${atMs}`)) {
        const state = atMs <= nowMs && atMs <= one.doneUntilMs ? 'missed' : 'due'
        const { id: scheduleId, name, reportName } = one
        items.push({ scheduleId, name, reportName, atMs, day: dayOf(atMs), state, runId: null })
      }
  items.sort((a, b) => a.atMs - b.atMs || compareNames(a.name, b.name))
  return { items, daysOff: daysOffIn(from, to, calendar) }
}

type Kept = ReturnType<typeof readSchedules>[number]

/** What its rule says since it was last changed: nobody knows what an earlier one said. */
function momentsOf(
  { rule, timeZone, isOn, updatedAtMs }: Kept,
  calendar: WorkCalendar,
  { fromMs, untilMs, nowMs }: { fromMs: number; untilMs: number; nowMs: number },
): number[] {
  const table: Timetable = { rule, timeZone, calendar }
  const sinceMs = Math.max(fromMs - 1, updatedAtMs)
  return momentsBetween(table, sinceMs, isOn ? untilMs - 1 : Math.min(untilMs - 1, nowMs), MOST_MOMENTS)
}

const readSchedules = (db: ReadableDb, workspaceId: string) =>
  db
    .select({
      id: reportSchedules.id,
      name: reportSchedules.name,
      rule: reportSchedules.rule,
      timeZone: reportSchedules.timeZone,
      isOn: reportSchedules.isOn,
      doneUntilMs: reportSchedules.doneUntilMs,
      updatedAtMs: reportSchedules.updatedAtMs,
      reportName: reports.name,
    })
    .from(reportSchedules)
    .innerJoin(reports, eq(reports.id, reportSchedules.reportId))
    .where(eq(reportSchedules.workspaceId, workspaceId))
    .all()

/** Every schedule that is on, with what its owner may do. */
export const listOn = (db: ReadableDb) =>
  db
    .select({
      id: reportSchedules.id,
      workspaceId: reportSchedules.workspaceId,
      reportId: reportSchedules.reportId,
      name: reportSchedules.name,
      rule: reportSchedules.rule,
      timeZone: reportSchedules.timeZone,
      formats: reportSchedules.formats,
      deliveries: reportSchedules.deliveries,
      userId: reportSchedules.userId,
      doneUntilMs: reportSchedules.doneUntilMs,
      role: memberships.role,
    })
    .from(reportSchedules)
    .leftJoin(
      memberships,
      and(
        eq(memberships.userId, reportSchedules.userId),
        eq(memberships.workspaceId, reportSchedules.workspaceId),
      ),
    )
    .where(eq(reportSchedules.isOn, true))
    .orderBy(asc(reportSchedules.id))
    .all()

export type OnSchedule = ReturnType<typeof listOn>[number]

/** Months that were closed since and still are, in the order in which that was done. */
export const closedSince = (
  db: ReadableDb,
  { workspaceId, sinceMs }: { workspaceId: string; sinceMs: number },
): { month: string; atMs: number }[] =>
  db
    .select({ month: closedMonths.month, atMs: closedMonths.closedAtMs })
    .from(closedMonths)
    .where(
      and(
        eq(closedMonths.workspaceId, workspaceId),
        isNull(closedMonths.reopenedAtMs),
        sql`${closedMonths.closedAtMs} > ${sinceMs}`,
      ),
    )
    .orderBy(asc(closedMonths.closedAtMs), asc(closedMonths.id))
    .all()

/** Whether that moment has been met already, whatever clocks have done since. */
export const isMet = (db: ReadableDb, scheduleId: string, dueAtMs: number): boolean =>
  db
    .select({ id: reportRuns.id })
    .from(reportRuns)
    .where(and(eq(reportRuns.scheduleId, scheduleId), eq(reportRuns.dueAtMs, dueAtMs)))
    .orderBy(desc(reportRuns.id))
    .limit(1)
    .get() !== undefined

/** Null where there is none. */
export const findSchedule = ({ db, workspaceId }: Pick<Asker, 'db' | 'workspaceId'>, id: string) =>
  db
    .select()
    .from(reportSchedules)
    .where(and(eq(reportSchedules.id, id), eq(reportSchedules.workspaceId, workspaceId)))
    .get() ?? null
