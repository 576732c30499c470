import { exitCodes } from '../exit-codes.ts'
import type { Means, Outcome } from './command.ts'
import { runEnded } from './run-ended.ts'

/** Produces what schedules owe by now, hands it on, and waits for both. */
export async function reportsDue(means: Means): Promise<Outcome> {
  const { runIds } = await means.ask('schedules.startDue', {})
  const rows = []
  for (const runId of runIds) {
    const run = await runEnded(means, runId)
    const delivered = run.deliveries.filter(({ status }) => status === 'done').length
    rows.push({
      name: run.title,
      status: run.status,
      files: run.files.length,
      delivered: `${delivered}/${run.deliveries.length}`,
      run: run.id,
      isWhole: run.status === 'done' && delivered === run.deliveries.length,
    })
  }
  const whole = rows.filter(({ isWhole }) => isWhole).length
  const done = rows.filter(({ status }) => status === 'done').length
  const code = whole === rows.length ? exitCodes.ok : done > 0 ? exitCodes.partly : exitCodes.failed
  return {
    rows: rows.map(({ isWhole: _, ...row }) => row),
    columns: ['name', 'status', 'files', 'delivered', 'run'],
    code,
  }
}
