import { reportSpec } from '#shared/contract/report-spec.ts'
import { day } from '#shared/lib/day.ts'
import { asks, governs, never, no, type Row, reads, shut, works } from './row.ts'

type Names =
  | 'reports.list'
  | 'reports.listTemplates'
  | 'reports.add'
  | 'reports.update'
  | 'reports.remove'
  | 'reports.export'
  | 'reports.read'
  | 'reports.preview'
  | 'reports.start'
  | 'reports.cancel'
  | 'reports.listRuns'
  | 'reports.getRun'
  | 'reports.takeFile'
  | 'reports.compareRuns'
  | 'reports.repeat'
  | 'reports.verify'
  | 'reports.removeRun'
  | 'reports.updateRetention'
  | 'reports.deliver'
  | 'schedules.list'
  | 'schedules.add'
  | 'schedules.update'
  | 'schedules.remove'
  | 'schedules.explain'
  | 'schedules.listDue'
  | 'mail.getSettings'
  | 'mail.updateSettings'
  | 'mail.test'

const spec = reportSpec.parse({
  title: 'Отчёт',
  blocks: [{ id: 'a', kind: 'title', title: 'Отчёт' }],
})
const rule = { kind: 'cron', pattern: '0 9 * * *' } as const
const folder = { kind: 'folder', path: '/nowhere' } as const
const runId = 'none'

export const reportsRows: { [N in Names]: Row<N> } = {
  'reports.list': [{}, ...reads],
  'reports.listTemplates': [{ language: 'ru' }, ...reads],
  // Whoever comes first takes the name.
  'reports.add': [{ name: 'Отчёт', spec }, no, shut, never, 'ok', 'report.nameTaken', 'report.nameTaken'],
  'reports.update': [{ id: 'none', name: 'x' }, ...works('report.notFound')],
  'reports.remove': [{ id: 'none' }, ...works('report.notFound')],
  'reports.export': [{ name: 'Отчёт', spec }, ...reads],
  'reports.read': [{ text: 'x' }, ...asks('report.badFile')],
  'reports.preview': [{ spec }, ...reads],
  // Whoever may only look sends nothing anywhere.
  'reports.start': [
    { reportId: 'none', formats: ['csv'], deliveries: [folder] },
    no,
    shut,
    never,
    'report.notFound',
    'report.notFound',
    'report.notFound',
  ],
  'reports.cancel': [{ runId }, ...asks('report.runNotFound')],
  'reports.listRuns': [{}, ...reads],
  'reports.getRun': [{ runId }, ...asks('report.runNotFound')],
  'reports.takeFile': [{ runId, fileId: 'none' }, ...asks('report.runNotFound')],
  'reports.compareRuns': [{ runId }, ...asks('report.runNotFound')],
  'reports.repeat': [{ runId }, ...asks('report.runNotFound')],
  'reports.verify': [{}, ...reads],
  'reports.removeRun': [{ runId }, no, shut, never, never, 'report.runNotFound', 'report.runNotFound'],
  'reports.updateRetention': [{ months: 12 }, ...governs],
  'reports.deliver': [{ runId, target: folder }, ...works('report.runNotFound')],
  'schedules.list': [{}, ...reads],
  'schedules.add': [
    { reportId: 'none', name: 'Утро', rule, timeZone: 'Europe/Moscow', formats: ['csv'] },
    ...works('report.notFound'),
  ],
  'schedules.update': [{ id: 'none', isOn: false }, ...works('timetable.notFound')],
  'schedules.remove': [{ id: 'none' }, ...works('timetable.notFound')],
  'schedules.explain': [{ rule, timeZone: 'Europe/Moscow' }, ...reads],
  'schedules.listDue': [{ from: day('2026-11-01'), to: day('2026-11-30') }, ...reads],
  'mail.getSettings': [{}, ...reads],
  'mail.updateSettings': [{ host: 'smtp.example.com' }, ...governs],
  // No sender has been named.
  'mail.test': [
    { to: 'anna@example.com' },
    no,
    shut,
    never,
    never,
    'delivery.mailNotSet',
    'delivery.mailNotSet',
  ],
}
