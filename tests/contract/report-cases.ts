import { reportSpec } from '#shared/contract/report-spec.ts'
import { day } from '#shared/lib/day.ts'
import { type Case, ok, refused, type Seen } from './case.ts'

const spec = reportSpec.parse({
  title: 'Расходы',
  blocks: [
    { id: 'a', kind: 'title', title: 'Расходы' },
    { id: 'b', kind: 'table', view: { groupBy: ['service'], granularity: 'total' } },
  ],
})
const rule = { kind: 'workday', nth: 3, time: '09:00' } as const
const zone = 'Europe/Moscow'

const idIn = (seen: Seen, call: string): string => (seen[call] as { id: string }).id
const run = (seen: Seen): string => (seen['reports.start'] as { runId: string }).runId
const again = (seen: Seen): string => (seen['reports.repeat'] as { runId: string }).runId
const file = (seen: Seen): string =>
  (seen['reports.getRun'] as { run: { files: { id: string }[] } }).run.files[0]?.id ?? ''
const text = (seen: Seen): string => (seen['reports.export'] as { text: string }).text

/**
 * Calls after which the cases wait until nothing is made or handed on any more: by `reports.listRuns` no run waits or runs,
 * and no delivery waits that nothing is said of.
 */
export const madeReports: ReadonlySet<string> = new Set([
  'reports.start',
  'reports.repeat',
  'reports.deliver',
])

/**
 * What anna's organisation reports, and when. The keeper's mail goes to a server of the test's own on the loopback,
 * which speaks no TLS and listens on the port under `mailPort`.
 */
export const reportCases: readonly Case[] = [
  refused('stranger', 'reports.list', {}, 'auth.required', 'not signed in'),
  refused('viewer', 'reports.add', { name: 'x', spec }, 'auth.forbidden', 'a viewer'),
  ok('anna', 'reports.listTemplates', { language: 'ru' }),
  ok('anna', 'reports.add', { name: 'Расходы', spec }),
  refused('anna', 'reports.add', { name: 'Расходы', spec }, 'report.nameTaken', 'the name is taken'),
  refused('anna', 'reports.add', { name: 'x', spec: { ...spec, blocks: [] } }, 'input.invalid', 'no block'),
  ok('anna', 'reports.update', (seen) => ({ id: idIn(seen, 'reports.add'), name: 'Расходы по сервисам' })),
  ok('anna', 'reports.list', {}),
  refused(
    'olga',
    'reports.remove',
    (seen: Seen) => ({ id: idIn(seen, 'reports.add') }),
    'report.notFound',
    'another’s',
  ),
  ok('anna', 'reports.export', { name: 'Расходы', spec }),
  ok('anna', 'reports.read', (seen) => ({ text: text(seen) })),
  refused(
    'anna',
    'reports.read',
    { text: '{"format":"infrazen-report","version":99}' },
    'report.newerFile',
    'of a newer version',
  ),
  ok('anna', 'reports.preview', { spec }),

  refused('anna', 'reports.start', { formats: ['csv'] }, 'input.invalid', 'no report'),
  refused(
    'viewer',
    'reports.start',
    { spec, formats: ['csv'], deliveries: [{ kind: 'folder', path: '/nowhere' }] },
    'auth.forbidden',
    'a viewer sends nothing',
  ),
  refused(
    'guest',
    'reports.start',
    { spec, formats: ['csv'], deliveries: [{ kind: 'mail', to: ['a@example.com'] }] },
    'delivery.demo',
    'an invented company',
  ),
  ok('anna', 'reports.start', (seen) => ({ reportId: idIn(seen, 'reports.add'), formats: ['json'] })),
  ok('anna', 'reports.listRuns', {}),
  ok('anna', 'reports.getRun', (seen) => ({ runId: run(seen) })),
  refused(
    'olga',
    'reports.getRun',
    (seen: Seen) => ({ runId: run(seen) }),
    'report.runNotFound',
    'another’s',
  ),
  ok('anna', 'reports.takeFile', (seen) => ({ runId: run(seen), fileId: file(seen) })),
  ok('anna', 'reports.repeat', (seen) => ({ runId: run(seen) })),
  ok('anna', 'reports.compareRuns', (seen) => ({ runId: again(seen), withRunId: run(seen) })),
  ok('anna', 'reports.verify', {}),
  ok('anna', 'reports.cancel', (seen) => ({ runId: run(seen) })),
  ok('anna', 'reports.removeRun', (seen) => ({ runId: again(seen) })),
  ok('anna', 'reports.updateRetention', { months: 36 }),
  refused('anna', 'reports.updateRetention', { months: 0 }, 'input.invalid', 'no month at all'),

  ok('anna', 'schedules.explain', { rule, timeZone: zone }),
  refused(
    'anna',
    'schedules.explain',
    { rule: { kind: 'cron', pattern: '0 9 31 2 *' }, timeZone: zone },
    'timetable.badRule',
    'a day that no month has',
  ),
  ok('anna', 'schedules.add', (seen) => ({
    reportId: idIn(seen, 'reports.add'),
    name: 'Третий рабочий день',
    rule,
    timeZone: zone,
    formats: ['csv'],
  })),
  refused(
    'anna',
    'reports.remove',
    (seen: Seen) => ({ id: idIn(seen, 'reports.add') }),
    'report.inUse',
    'a schedule needs it',
  ),
  ok('anna', 'schedules.update', (seen) => ({ id: idIn(seen, 'schedules.add'), isOn: false })),
  ok('anna', 'schedules.list', {}),
  ok('anna', 'schedules.listDue', { from: day('2026-11-01'), to: day('2026-12-31') }),
  ok('anna', 'schedules.startDue', {}),
  ok('anna', 'schedules.remove', (seen) => ({ id: idIn(seen, 'schedules.add') })),
  ok('anna', 'reports.remove', (seen) => ({ id: idIn(seen, 'reports.add') })),

  refused(
    'anna',
    'mail.updateSettings',
    { host: 'smtp.example.com' },
    'settings.notKeeper',
    'not the keeper',
  ),
  refused('guest', 'mail.test', { to: 'a@example.com' }, 'demo.noConnections', 'a guest'),
  refused(
    'keeper',
    'mail.updateSettings',
    { host: 'smtp.example.com', security: 'none' },
    'mail.badSettings',
    'unprotected over the network',
  ),
  ok('keeper', 'mail.updateSettings', (seen) => ({
    host: '127.0.0.1',
    port: Number(seen.mailPort),
    security: 'none',
    from: 'reports@example.com',
  })),
  ok('keeper', 'mail.getSettings', {}),
  ok('keeper', 'mail.test', { to: 'anna@example.com' }),
  // The folder is not there: it is tried, and told of in the archive.
  ok('anna', 'reports.deliver', (seen) => ({
    runId: run(seen),
    target: { kind: 'folder', path: '/nowhere-of-the-test' },
  })),
]
