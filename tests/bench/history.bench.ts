import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

/** What a hundred looks at 50,000 resources cost the store when one in a hundred changes each time. */
export async function historyBench(): Promise<void> {
  // The store embeds its migrations through the bundler, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./history-scenario.ts')>(
    './tests/bench/history-scenario.ts',
  )
  const result = await module.runHistoryScenario({ resources: 50_000, syncs: 100, churn: 0.01 })
  printRows('A hundred syncs of 50,000 resources at 1 % churn', [
    {
      what: 'growth of the store',
      measured: result.grownBytes / 1e6,
      unit: 'MB',
      ceiling: Number(((3 * result.changedBytes) / 1e6).toFixed(1)),
      note: `the changes themselves are ${(result.changedBytes / 1e6).toFixed(1)} MB`,
    },
    {
      what: 'the hundredth sync',
      measured: result.lastMs,
      unit: 'ms',
      ceiling: Math.round(result.secondMs * 1.2),
      note: `the second took ${result.secondMs.toFixed(0)} ms`,
    },
  ])
}
