import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const ROWS = 100_000
const SECONDS = 3
const MEMORY_MB = 250

/** A long table in each of the formats that hold one. */
export async function reportSheetsBench(): Promise<void> {
  const { module } = await runnerImport<typeof import('./report-sheets-scenario.ts')>(
    './tests/bench/report-sheets-scenario.ts',
  )
  for (const { format, seconds, megabytes, grownMb } of await module.runReportSheets(ROWS))
    printRows(`${ROWS.toLocaleString('en')} rows of twelve columns as ${format}`, [
      {
        what: 'with its checksum',
        measured: seconds,
        unit: 's',
        ceiling: SECONDS,
        note: `${megabytes.toFixed(1)} MB`,
      },
      { what: 'memory that it took', measured: grownMb, unit: 'MB', ceiling: MEMORY_MB },
    ])
}
