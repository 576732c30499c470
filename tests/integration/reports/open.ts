import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { ReportSpecInput } from '#shared/contract/report-spec.ts'
import type { TestPorts } from '#tests/fakes/ports.ts'
import { csvOf, focusDays, openImporting } from '#tests/support/imports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

type Run = CallOutput<'reports.getRun'>['run']

/** Costs of two services in two months, as a person would ask for them. */
export const costsByService: ReportSpecInput = {
  title: 'Расходы по сервисам',
  period: { preset: 'lastMonth' },
  blocks: [
    { id: 'head', kind: 'title', title: 'Расходы по сервисам' },
    { id: 'costs', kind: 'table', title: 'Сервисы', view: { groupBy: ['service'], granularity: 'total' } },
  ],
}

/** An organisation with bills of September and October 2026; it is 20 November. */
export async function openReports(folder: string = tempFolder(), ports?: TestPorts) {
  const desk = await openImporting(folder, ports)
  const { ask, backend } = desk
  const caller = { host: 'web', clientKey: 'owner-of-the-organisation' } as const

  async function load(name: string, given: Parameters<typeof focusDays>[1], days = 3): Promise<void> {
    const { id, status } = await desk.read(desk.write(name, csvOf(focusDays(days, given))))
    if (status !== 'committed') await ask('imports.commit', { id, mode: 'replace' })
  }

  /** Resolves with the run as soon as it is as it should be. */
  async function until(runId: string, isIt: (run: Run) => boolean): Promise<Run> {
    const { promise, resolve, reject } = Promise.withResolvers<Run>()
    const look = async (): Promise<void> => {
      const { run } = await ask('reports.getRun', { runId })
      if (isIt(run)) resolve(run)
    }
    const unsubscribe = backend.subscribe(caller, ({ name }) => {
      if (name === 'reports.progressed') look().catch(reject)
    })
    await look()
    return promise.finally(unsubscribe)
  }
  const ended = (runId: string): Promise<Run> =>
    until(runId, ({ status }) => status !== 'waiting' && status !== 'running')

  return {
    ...desk,
    load,
    until,
    ended,
    async make(input: Partial<CallInput<'reports.start'>> = {}): Promise<Run> {
      const what = input.reportId === undefined ? { spec: costsByService } : {}
      const { runId } = await ask('reports.start', { formats: ['csv'], ...what, ...input })
      return ended(runId)
    },
    /** The last runs, the latest first. */
    async runs(): Promise<Run[]> {
      return (await ask('reports.listRuns', { limit: 100 })).items
    },
  }
}

export type Reports = Awaited<ReturnType<typeof openReports>>

export const september = {
  BillingPeriodStart: '2026-09-01T00:00:00Z',
  BillingPeriodEnd: '2026-10-01T00:00:00Z',
  ChargePeriodStart: '2026-09-05T00:00:00Z',
  ChargePeriodEnd: '2026-09-06T00:00:00Z',
}
