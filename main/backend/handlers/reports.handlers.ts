import { templateSpec } from '#main/core/report/templates/template-spec.ts'
import { exportReport, readReport } from '#main/queries/portable-report.query.ts'
import { getRun, listRuns } from '#main/queries/report-runs.query.ts'
import { readRetention } from '#main/queries/report-settings.query.ts'
import { listReports } from '#main/queries/reports.query.ts'
import { explainRule, listDue, listSchedules } from '#main/queries/schedules.query.ts'
import { reportTemplates } from '#shared/contract/report-spec.ts'
import type { reports } from '#shared/contract/reports.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const reportsHandlers = ({ reports: made, mail, scopeOf }: Parts): HandlersOf<typeof reports> => ({
  'reports.list': (_, { session }) => listReports(scopeOf(session)),
  'reports.listTemplates': ({ language }) => ({
    items: reportTemplates.map((key) => ({ key, spec: templateSpec(key, language) })),
  }),
  'reports.add': (input, { session }) => made.definitions.add(session, input),
  'reports.update': (input, { session }) => made.definitions.update(session, input),
  'reports.remove': ({ id }, { session }) => made.definitions.remove(session, id),
  'reports.export': (input, { session }) => exportReport(scopeOf(session), input),
  'reports.read': (input, { session }) => readReport(scopeOf(session), input),
  'reports.preview': (input, { session }) => made.preview(scopeOf(session), input),
  'reports.start': (input, { session }) => made.start(session, input),
  'reports.cancel': ({ runId }, { session }) => made.cancel(session, runId),
  'reports.listRuns': (input, { session }) => {
    const scope = scopeOf(session)
    return { ...listRuns(scope, input, made.versionOf(session.workspaceId)), retention: readRetention(scope) }
  },
  'reports.getRun': ({ runId }, { session }) =>
    getRun(scopeOf(session), runId, made.versionOf(session.workspaceId)),
  'reports.takeFile': (input, { session }) => made.calls.takeFile(session, input),
  'reports.compareRuns': (input, { session }) => made.calls.compare(session, input),
  'reports.repeat': ({ runId }, { session }) => made.repeat(session, runId),
  'reports.verify': (_, { session }) => made.calls.verify(session),
  'reports.removeRun': ({ runId }, { session }) => made.calls.removeRun(session, runId),
  'reports.updateRetention': (input, { session }) => made.calls.updateRetention(session, input),
  'reports.deliver': (input, { session }) => made.deliver(session, input),
  'schedules.list': (_, { session }) => listSchedules(scopeOf(session)),
  'schedules.add': (input, { session }) => made.schedules.add(session, input),
  'schedules.update': (input, { session }) => made.schedules.update(session, input),
  'schedules.remove': ({ id }, { session }) => made.schedules.remove(session, id),
  'schedules.explain': (input, { session }) => explainRule(scopeOf(session), input),
  'schedules.listDue': (input, { session }) => listDue(scopeOf(session), input),
  'schedules.startDue': (_, { session }) => made.startDue(session.workspaceId),
  'mail.getSettings': (_, { session }) => mail.getSettings(session),
  'mail.updateSettings': (input, { session }) => mail.updateSettings(session, input),
  'mail.test': ({ to }, { session }) => mail.test(session, to),
})
