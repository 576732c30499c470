import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import { reportDeliveries, reportRuns, reportSchedules } from '#main/store/schema/reports.ts'
import type { ClosingStepView } from '#shared/contract/reconciliation.ts'
import { lastOfMonth } from '#shared/lib/day.ts'
import { firstDayOf } from '../reconciliation/figures.ts'
import type { Scope } from '../scope.ts'
import { open, stepView } from './step.ts'

type Over = { isOver: boolean }

/** What is made for every month has been made, and has gone where it is to go. */
export function reportSteps(scope: Scope, month: string, over: Over): ClosingStepView[] {
  const runs = readRuns(scope, month)
  return [reportsStep(scope, runs, over), sentStep(scope, runs, over)]
}

type Run = ReturnType<typeof readRuns>[number]

function reportsStep(scope: Scope, runs: readonly Run[], over: Over): ClosingStepView {
  const schedules = readMonthly(scope)
  const runOf = (id: string): Run | undefined => runs.find(({ scheduleId }) => scheduleId === id)
  const others = runs.filter(({ scheduleId }) => !schedules.some(({ id }) => id === scheduleId))
  const lacking = schedules.flatMap(({ id, name, reportId }) => {
    const status = runOf(id)?.status
    if (status === 'done') return []
    return [open(status === 'failed' ? 'report.failed' : 'report.notMade', { subject: name, id: reportId })]
  })
  const failed = others
    .filter(({ status }) => status === 'failed')
    .map(({ title, id }) => open('report.failed', { subject: title, id }))
  const total = schedules.length + others.length
  return stepView('reports', over, {
    done: total - lacking.length - failed.length,
    total,
    open: total === 0 ? [open('reports.none')] : [...lacking, ...failed],
  })
}

function sentStep({ db }: Scope, runs: readonly Run[], over: Over): ClosingStepView {
  const made = runs.filter(({ status }) => status === 'done')
  const titles = new Map(made.map(({ id, title }) => [id, title]))
  const rows =
    made.length === 0
      ? []
      : db
          .select({ runId: reportDeliveries.runId, status: reportDeliveries.status })
          .from(reportDeliveries)
          .where(inArray(reportDeliveries.runId, [...titles.keys()]))
          .all()
  const lacking = rows
    .filter(({ status }) => status !== 'done')
    .map(({ runId, status }) =>
      open(status === 'failed' ? 'delivery.failed' : 'delivery.waiting', {
        subject: titles.get(runId) ?? null,
        id: runId,
      }),
    )
  const isNowhere = made.length > 0 && rows.length === 0
  return stepView('sent', over, {
    done: rows.length - lacking.length,
    total: rows.length,
    open: isNowhere ? [open('delivery.none')] : lacking,
    isWaiting: made.length === 0,
  })
}

/** Those that come by the calendar of workdays, or as soon as a month is closed. */
const readMonthly = ({ db, workspaceId }: Scope) =>
  db
    .select({
      id: reportSchedules.id,
      name: reportSchedules.name,
      reportId: reportSchedules.reportId,
      rule: reportSchedules.rule,
    })
    .from(reportSchedules)
    .where(and(eq(reportSchedules.workspaceId, workspaceId), eq(reportSchedules.isOn, true)))
    .all()
    .filter(({ rule }) => rule.kind !== 'cron')

/** Of each report and schedule the last run that ends with the month and holds all of it. */
function readRuns({ db, workspaceId }: Scope, month: string) {
  const first = firstDayOf(month)
  const rows = db
    .select({
      id: reportRuns.id,
      reportId: reportRuns.reportId,
      scheduleId: reportRuns.scheduleId,
      title: reportRuns.title,
      status: reportRuns.status,
    })
    .from(reportRuns)
    .where(
      and(
        eq(reportRuns.workspaceId, workspaceId),
        lte(reportRuns.fromDay, first),
        eq(reportRuns.toDay, lastOfMonth(first)),
      ),
    )
    .orderBy(desc(reportRuns.startedAtMs), desc(reportRuns.id))
    .all()
  const seen = new Set<string>()
  return rows.filter(({ reportId, scheduleId, title }) => {
    const key = `${scheduleId ?? ''} ${reportId ?? title}`
    return !seen.has(key) && seen.add(key)
  })
}
