import { exitCodes } from '../exit-codes.ts'
import type { Means, Outcome } from './command.ts'

/** Produces what schedules owe by now, and waits for it. */
export async function reportsDue({ ask, until }: Means): Promise<Outcome> {
  const { runIds } = await ask('schedules.startDue', {})
  const rows = []
  for (const runId of runIds) {
    const { run } = await until(
      () => ask('reports.getRun', { runId }),
      ({ run: { status } }) => status !== 'waiting' && status !== 'running',
    )
    rows.push({ name: run.title, status: run.status, files: run.files.length, run: run.id })
  }
  const done = rows.filter(({ status }) => status === 'done').length
  const code = done === rows.length ? exitCodes.ok : done > 0 ? exitCodes.partly : exitCodes.failed
  return { rows, columns: ['name', 'status', 'files', 'run'], code }
}
