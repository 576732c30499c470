import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const ROWS = Number(process.env.ROWS ?? 5_000_000)

/** How long it takes until costs are divided by other rules, and what a page asks of rules that stand. */
export async function allocationBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./allocation-scenario.ts')>(
    './tests/bench/allocation-scenario.ts',
  )
  const measured = await module.runAllocationScenario(ROWS)
  const title = `${ROWS.toLocaleString('en')} lines of files, 50,000 resources, thirteen months, twenty rules`
  printRows(`${title}: p95`, [
    ...measured.map(({ name, ceiling, first, spread }) => ({
      what: `${name} (the first time ${first.toFixed(0)} ms)`,
      measured: spread.p95,
      unit: 'ms',
      ceiling,
    })),
  ])
}
