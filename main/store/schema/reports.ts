import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ReportFormat, ReportSpec } from '#shared/contract/report-spec.ts'
import type { DeliveryTarget, ReportFileView, ReportRunView, ScheduleRule } from '#shared/contract/reports.ts'
import { dayColumn, instant, json } from './columns.ts'
import { workspaces } from './people.ts'
import type { StoredProblem } from './stored-shapes.ts'

const ofWorkspace = () =>
  text('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

export const reports = sqliteTable(
  'reports',
  {
    id: text('id').primaryKey(),
    workspaceId: ofWorkspace(),
    name: text('name').notNull(),
    spec: json<ReportSpec>('spec').notNull(),
    userId: text('user_id'),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('reports_name').on(t.workspaceId, t.name)],
)

export const reportSchedules = sqliteTable(
  'report_schedules',
  {
    id: text('id').primaryKey(),
    workspaceId: ofWorkspace(),
    reportId: text('report_id')
      .notNull()
      .references(() => reports.id),
    name: text('name').notNull(),
    rule: json<ScheduleRule>('rule').notNull(),
    timeZone: text('time_zone').notNull(),
    formats: json<ReportFormat[]>('formats').notNull(),
    deliveries: json<DeliveryTarget[]>('deliveries').notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull(),
    /** Whose permission it runs by. */
    userId: text('user_id').notNull(),
    /** Nothing before this moment is owed: when it was made, switched on, or what it last ran for. */
    doneUntilMs: instant('done_until_ms').notNull(),
    updatedAtMs: instant('updated_at_ms').notNull(),
  },
  (t) => [uniqueIndex('report_schedules_name').on(t.workspaceId, t.name)],
)

/** The archive. A run keeps what it was made from when its report or schedule is gone. */
export const reportRuns = sqliteTable(
  'report_runs',
  {
    id: text('id').primaryKey(),
    workspaceId: ofWorkspace(),
    reportId: text('report_id'),
    scheduleId: text('schedule_id'),
    /** The moment that its schedule asked for. */
    dueAtMs: instant('due_at_ms'),
    title: text('title').notNull(),
    spec: json<ReportSpec>('spec').notNull(),
    formats: json<ReportFormat[]>('formats').notNull(),
    status: text('status').$type<ReportRunView['status']>().notNull(),
    fromDay: dayColumn('from_day'),
    toDay: dayColumn('to_day'),
    why: text('why'),
    userId: text('user_id'),
    startedAtMs: instant('started_at_ms').notNull(),
    finishedAtMs: instant('finished_at_ms'),
    asOfMs: instant('as_of_ms').notNull(),
    dataVersion: text('data_version').notNull(),
    problem: json<StoredProblem>('problem'),
  },
  (t) => [
    index('report_runs_workspace').on(t.workspaceId, t.startedAtMs),
    index('report_runs_due').on(t.scheduleId, t.dueAtMs),
  ],
)

export const reportFiles = sqliteTable(
  'report_files',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => reportRuns.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    format: text('format').$type<ReportFormat>().notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    state: text('state').$type<ReportFileView['state']>().notNull(),
  },
  (t) => [index('report_files_run').on(t.runId)],
)

export const reportDeliveries = sqliteTable(
  'report_deliveries',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => reportRuns.id, { onDelete: 'cascade' }),
    target: json<DeliveryTarget>('target').notNull(),
    status: text('status', { enum: ['waiting', 'done', 'retrying', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    lastAtMs: instant('last_at_ms'),
    nextAtMs: instant('next_at_ms'),
    problem: json<StoredProblem>('problem'),
  },
  (t) => [index('report_deliveries_run').on(t.runId), index('report_deliveries_next').on(t.nextAtMs)],
)

/** Days off and days worked besides, of a year; of this installation, not of an organisation. */
export const workdayCalendars = sqliteTable(
  'workday_calendars',
  {
    country: text('country').notNull(),
    year: integer('year').notNull(),
    /** Beyond Saturdays and Sundays. */
    daysOff: json<string[]>('days_off').notNull(),
    workedWeekend: json<string[]>('worked_weekend').notNull(),
    packageId: text('package_id'),
  },
  (t) => [primaryKey({ columns: [t.country, t.year] })],
)
