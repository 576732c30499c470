import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const LINES = Number(process.env.LINES ?? 100_000)
const SECONDS_PER_MILLION = { make: 90, open: 40, merge: 90 }
const WAIT_CEILING_MS = 120
const MEMORY_CEILING_MB = 600

/** Months of a ledger from one installation to another: made, looked at, merged. */
export async function transferBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./transfer-scenario.ts')>(
    './tests/bench/transfer-scenario.ts',
  )
  for (const one of await module.runTransferScenario(LINES))
    printRows(
      `${one.lines.toLocaleString('en')} lines, a parcel of ${one.megabytes.toFixed(1)} MB: ${one.step}`,
      [
        {
          what: 'all of it',
          measured: one.seconds,
          unit: 's',
          ceiling: 1 + (SECONDS_PER_MILLION[one.step] * one.lines) / 1e6,
        },
        { what: 'a call in the middle, p95', measured: one.waits.p95, unit: 'ms', ceiling: WAIT_CEILING_MS },
        { what: 'memory besides', measured: one.grownMb, unit: 'MB', ceiling: MEMORY_CEILING_MB },
      ],
    )
}
