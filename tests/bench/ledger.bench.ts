import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const ROWS = Number(process.env.ROWS ?? 5_000_000)
const QUESTION_CEILING_MS = 100
const CALL_CEILING_MS = 500
const OPEN_CEILING_MS = 1000

/** The questions of the explorer against DuckDB over the same lines, what else a page asks, and how long opening takes. */
export async function ledgerBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./ledger-scenario.ts')>(
    './tests/bench/ledger-scenario.ts',
  )
  const { opened, answers, charts, others } = await module.runLedgerScenario(ROWS)
  const title = `${ROWS.toLocaleString('en')} lines of files, 50,000 resources, thirteen months`
  printRows(`${title}: median against DuckDB's in the same run`, [
    ...[...answers, ...charts].map(({ name, ledger, duck, isEqual }) => ({
      what: name,
      measured: ledger.p50,
      unit: 'ms',
      ceiling: Number((duck?.p50 ?? Number.NaN).toFixed(1)),
      note: isEqual === null ? '' : isEqual ? 'sums equal' : 'SUMS DIFFER',
    })),
  ])
  printRows(`${title}: p95`, [
    ...[...answers, ...charts].map(({ name, ledger }) => ({
      what: name,
      measured: ledger.p95,
      unit: 'ms',
      ceiling: QUESTION_CEILING_MS,
    })),
    ...others.map(({ name, ledger }) => ({
      what: name,
      measured: ledger.p95,
      unit: 'ms',
      ceiling: CALL_CEILING_MS,
    })),
  ])
  printRows(`${title}: opening`, [
    { what: 'the store and its backend', measured: opened.openMs, unit: 'ms', ceiling: OPEN_CEILING_MS },
    { what: 'with the dashboard', measured: opened.dashboardMs, unit: 'ms', ceiling: OPEN_CEILING_MS },
  ])
}
