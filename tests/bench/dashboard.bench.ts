import { readFileSync } from 'node:fs'
import type { Period } from '#shared/contract/values.ts'
import { day } from '#shared/lib/day.ts'
import { periodBefore, resolvePeriod } from '#shared/lib/period.ts'
import { connectWebClient, startWebHost, type WebClient } from '#tests/support/web-host.ts'
import { printRows, type Row, sample, spreadOf } from './measure.ts'

const CALL_CEILING_MS = 40
/** A file is asked for by a person who then waits for a dialog. */
const FILE_CEILING_MS = 150
const MEMORY_CEILING_MB = 250

/** Every call of the dashboard over HTTP on the demo company, for the widest range it offers. */
export async function dashboardBench(): Promise<void> {
  const host = await startWebHost()
  try {
    const client = await connectWebClient(host)
    await client.value('people.startDemo', {})
    const state = await client.value('app.getState', {})
    const range = resolvePeriod('y1', day(state.session?.today ?? ''))
    const before = periodBefore('y1', range)
    const period = { ...range, compareFrom: before.from, compareTo: before.to }
    const rows: Row[] = []
    for (const [what, work] of calls(client, period)) {
      await sample(5, work)
      const { p50, p95 } = spreadOf(await sample(60, work))
      rows.push({
        what,
        measured: p95,
        unit: 'ms',
        ceiling: what === 'dashboard.export' ? FILE_CEILING_MS : CALL_CEILING_MS,
        note: `p50 ${p50.toFixed(1)} ms`,
      })
    }
    printRows('Dashboard calls, one year of the demo company, p95 over HTTP', rows)
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${host.pid}/status`, 'utf8')
      const mb = (name: string): number =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024
      printRows('Memory of the web host with its backend', [
        { what: 'resident now', measured: mb('VmRSS'), unit: 'MB', ceiling: MEMORY_CEILING_MB },
        { what: 'resident at most', measured: mb('VmHWM'), unit: 'MB', ceiling: MEMORY_CEILING_MB },
      ])
    }
  } finally {
    await host.stop()
  }
}

function calls(client: WebClient, p: Period): [string, () => Promise<unknown>][] {
  const days = { from: p.from, to: p.to }
  const byWeek = { period: days, groupBy: ['service' as const], granularity: 'week' as const }
  const byResource = { period: days, groupBy: ['resource' as const], granularity: 'total' as const }
  return [
    ['dashboard.getSummary', () => client.value('dashboard.getSummary', { period: p })],
    ['boards.get', () => client.value('boards.get', {})],
    ['views.list', () => client.value('views.list', {})],
    ['tile by service, by week', () => client.value('explorer.getChart', { spec: byWeek })],
    ['tile by resource', () => client.value('explorer.getChart', { spec: byResource })],
    [
      'tile of movers',
      () =>
        client.value('explorer.listRows', {
          spec: { ...byResource, sort: { by: 'change', isDescending: true } },
          limit: 7,
        }),
    ],
    ['dashboard.getUtilization', () => client.value('dashboard.getUtilization', { period: p })],
    ['dashboard.listAlerts', () => client.value('dashboard.listAlerts', {})],
    ['connections.list', () => client.value('connections.list', {})],
    ['recommendations.list', () => client.value('recommendations.list', { limit: 5 })],
    ['budgets.list', () => client.value('budgets.list', {})],
    ['resources.list', () => client.value('resources.list', { spendFrom: p.from, spendTo: p.to })],
    [
      'dashboard.export',
      () =>
        client.value('dashboard.export', {
          period: days,
          tiles: [byWeek, byResource].map((spec) => ({ title: 'x', spec })),
          language: 'ru',
        }),
    ],
  ]
}
