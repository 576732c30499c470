import type { ReportRunView } from '#shared/contract/reports.ts'
import type { Means } from './command.ts'

/** With its deliveries: each has been tried at least once, so that none is cut off by the command's end. */
export async function runEnded({ ask, until }: Means, runId: string): Promise<ReportRunView> {
  const { run } = await until(
    () => ask('reports.getRun', { runId }),
    ({ run: { status, deliveries } }) =>
      status !== 'waiting' &&
      status !== 'running' &&
      (status !== 'done' || deliveries.every((one) => one.status !== 'waiting')),
  )
  return run
}
