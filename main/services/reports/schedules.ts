import type { Session } from '#main/core/model/session.ts'
import { lastMoment, nextMoment, type Timetable } from '#main/core/rules/timetable.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findReport, scheduleNamed } from '#main/queries/reports.query.ts'
import { closedSince, findSchedule, isMet, listOn, type OnSchedule } from '#main/queries/schedules.query.ts'
import { readWorkCalendar } from '#main/queries/workdays.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertSchedule, removeSchedule, updateSchedule } from '#main/store/repos/reports.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import type { Runs } from './runs.ts'

type Empty = Record<string, never>
type Parts = {
  store: Store
  ports: Ports
  runs: Pick<Runs, 'insert' | 'begin'>
  tell(workspaceId: string): void
}

/** Clocks differ by a day at most; what was done in a further future was done by a clock that went wrong. */
const AHEAD_MS = 26 * 3_600_000

/** When reports are to be made by themselves. */
export function createSchedules({ store, ports, runs, tell }: Parts) {
  const { clock, ids, log } = ports

  function refuseBad(db: WritableDb, { rule, timeZone }: Pick<Timetable, 'rule' | 'timeZone'>): void {
    const table = { rule, timeZone, calendar: readWorkCalendar(db) }
    const isZone =
      nextMoment({ ...table, rule: { kind: 'cron', pattern: '0 0 * * *' } }, clock.nowMs()) !== null
    if (!isZone || (rule.kind !== 'close' && nextMoment(table, clock.nowMs()) === null))
      throw new AppError('timetable.badRule')
  }

  function refuseTaken(db: WritableDb, { workspaceId }: Session, name: string, ownId: string | null): void {
    const holder = scheduleNamed({ db, workspaceId }, name)
    if (holder !== null && holder !== ownId) throw new AppError('timetable.nameTaken', { name })
  }

  function refuseUnknown(db: WritableDb, { workspaceId }: Session, reportId: string): void {
    if (!findReport({ db, workspaceId }, reportId)) throw new AppError('report.notFound')
  }

  /** What is due by one schedule: of a rule the last moment that was missed, of closed months each. */
  function dueOf(
    db: WritableDb,
    schedule: OnSchedule,
    nowMs: number,
  ): { atMs: number; month: string | null }[] {
    const { workspaceId, rule, timeZone, doneUntilMs: sinceMs } = schedule
    if (rule.kind === 'close') return closedSince(db, { workspaceId, sinceMs })
    const last = lastMoment({ rule, timeZone, calendar: readWorkCalendar(db) }, sinceMs, nowMs)
    return last === null ? [] : [{ atMs: last, month: null }]
  }

  /** Together with the mark that it is done: however often it is asked, each moment is met once. */
  function meet(db: WritableDb, schedule: OnSchedule, nowMs: number): string[] {
    const { id, workspaceId, reportId, userId, formats, deliveries, role } = schedule
    const due = dueOf(db, schedule, nowMs)
    const [last] = due.slice(-1)
    if (!last) return []
    updateSchedule(db, { workspaceId, id, doneUntilMs: last.atMs })
    const report = findReport({ db, workspaceId }, reportId)
    if (!report) {
      log.write('warn', 'schedule.noReport', { id })
      return []
    }
    const wanted = deliveries.length > 0 ? 'data.write' : 'data.read'
    const isAllowed = role !== null && isGranted(role, wanted)
    const problem = isAllowed ? null : { code: 'auth.forbidden' as const, details: { role: role ?? '—' } }
    return due
      .filter(({ atMs }) => !isMet(db, id, atMs))
      .map(({ atMs, month }) =>
        runs.insert(
          db,
          {
            ...{ workspaceId, reportId, userId, formats, deliveries },
            ...{ scheduleId: id, dueAtMs: atMs, asOfMs: atMs },
            spec: month === null ? report.spec : ofMonth(report.spec, month),
            why: schedule.name,
          },
          problem,
        ),
      )
  }

  return {
    add: (session: Session, input: ParsedInput<'schedules.add'>): { id: string } =>
      store.transaction((db) => {
        refuseDemo(session, input)
        refuseTaken(db, session, input.name, null)
        refuseUnknown(db, session, input.reportId)
        refuseBad(db, input)
        const { workspaceId, userId } = session
        const nowMs = clock.nowMs()
        const id = ids.next()
        insertSchedule(db, { ...input, id, workspaceId, userId, doneUntilMs: nowMs, updatedAtMs: nowMs })
        return { id }
      }),

    /** It goes on by the permission of whoever changed it last. What it owed by another rule is not owed any more. */
    update: (session: Session, { id, ...input }: ParsedInput<'schedules.update'>): Empty =>
      store.transaction((db) => {
        const { workspaceId, userId } = session
        const kept = findSchedule({ db, workspaceId }, id)
        if (!kept) throw new AppError('timetable.notFound')
        const next = { ...kept, ...given(input) }
        refuseDemo(session, next)
        refuseTaken(db, session, next.name, id)
        refuseUnknown(db, session, next.reportId)
        refuseBad(db, next)
        const isAnother =
          JSON.stringify([kept.rule, kept.timeZone]) !== JSON.stringify([next.rule, next.timeZone]) ||
          (next.isOn && !kept.isOn)
        const nowMs = clock.nowMs()
        const since = isAnother ? { doneUntilMs: nowMs } : {}
        updateSchedule(db, { ...next, ...since, userId, updatedAtMs: isAnother ? nowMs : kept.updatedAtMs })
        return {}
      }),

    remove: ({ workspaceId }: Session, id: string): Empty =>
      store.transaction((db) => {
        if (!removeSchedule(db, { workspaceId, id })) throw new AppError('timetable.notFound')
        return {}
      }),

    /** Begins what is due, of one organisation or of all, and says which runs. A clock that was put back brings nothing twice; one that was far ahead is forgiven. */
    startDue(workspaceId?: string): string[] {
      const nowMs = clock.nowMs()
      const all = listOn(store.read).filter((one) => (workspaceId ?? one.workspaceId) === one.workspaceId)
      return all.flatMap((schedule) => {
        if (schedule.doneUntilMs > nowMs + AHEAD_MS) {
          store.transaction((db) => updateSchedule(db, { ...keyOf(schedule), doneUntilMs: nowMs }))
          return []
        }
        const begun = store.transaction((db) => meet(db, schedule, nowMs))
        for (const id of begun) runs.begin(id)
        if (begun.length > 0) tell(schedule.workspaceId)
        return begun
      })
    },
  }
}

const keyOf = ({ workspaceId, id }: OnSchedule) => ({ workspaceId, id })

/** Anyone can open the demo company, and may not write where its owner may. */
function refuseDemo({ isDemo }: Session, { deliveries }: { deliveries: readonly unknown[] }): void {
  if (isDemo && deliveries.length > 0) throw new AppError('delivery.demo')
}

/** After its month was closed a report of "the last month" tells of that one, whenever it was done. */
function ofMonth(spec: ReportSpec, month: string): ReportSpec {
  const { period } = spec
  const isMonth = 'preset' in period && (period.preset === 'lastMonth' || period.preset === 'month')
  const from = `${month}-01` as Day
  return isMonth ? { ...spec, period: { from, to: lastOfMonth(from) } } : spec
}

/** What was left out stays as it is. */
const given = <T extends object>(facts: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never
