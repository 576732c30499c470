import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const ROWS = Number(process.env.ROWS ?? 5_000_000)
/** A brief from the press of a button to its file; gathering it may take two of these three. */
const BRIEF_CEILING_MS = 3000

/** How long the figures of a report take to gather. */
export async function reportBriefBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./report-scenario.ts')>(
    './tests/bench/report-scenario.ts',
  )
  const found = await module.runReportScenario(ROWS)
  printRows(
    `Reports over ${ROWS.toLocaleString('en')} lines, gathered with every row read`,
    found.map(({ name, first, warm, rows }) => ({
      what: name,
      measured: warm,
      unit: 'ms',
      ceiling: BRIEF_CEILING_MS,
      note: `the first time ${first.toFixed(0)} ms, ${rows} rows`,
    })),
  )
}
