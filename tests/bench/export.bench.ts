import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const ROWS = Number(process.env.ROWS ?? 1_000_000)
const SECONDS_PER_MILLION = { csv: 90, parquet: 120 }
const WAIT_CEILING_MS = 50
const MEMORY_CEILING_MB = 600

/** FOCUS 1.2 of a whole ledger, every row checked against all rules. */
export async function exportBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./export-scenario.ts')>(
    './tests/bench/export-scenario.ts',
  )
  for (const one of await module.runExportScenario(ROWS))
    printRows(`${one.lines.toLocaleString('en')} lines as ${one.format} of FOCUS 1.2`, [
      {
        what: 'all of it',
        measured: one.seconds,
        unit: 's',
        ceiling: (SECONDS_PER_MILLION[one.format] * one.lines) / 1e6,
        note: `${Math.round(one.lines / one.seconds).toLocaleString('en')} rows/s, ${one.megabytes.toFixed(0)} MB`,
      },
      {
        what: 'a call amid it, p95',
        measured: one.waits.p95,
        unit: 'ms',
        ceiling: WAIT_CEILING_MS,
        note: `p50 ${one.waits.p50.toFixed(1)} ms, worst ${one.waits.worst.toFixed(0)} ms`,
      },
      { what: 'memory that it took', measured: one.grownMb, unit: 'MB', ceiling: MEMORY_CEILING_MB },
    ])
}
