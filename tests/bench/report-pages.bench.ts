import { runnerImport } from 'vite'
import { printRows } from './measure.ts'

const CEILINGS = {
  previewMs: 150,
  briefMs: 400,
  pictureMs: 500,
  secondsPerHundredThousand: 30,
  waitMs: 50,
  memoryMb: 250,
}

/** What paper costs once the figures are there: the first page on screen, a brief, a chart, a table without end. */
export async function reportPagesBench(): Promise<void> {
  // Fonts come out of the bundle, hence through Vite's runner and not by plain import.
  const { module } = await runnerImport<typeof import('./report-pages-scenario.ts')>(
    './tests/bench/report-pages-scenario.ts',
  )
  const { preview, brief, picture, long } = module.reportPages
  const first = (ms: number): string => `the very first ${ms.toFixed(0)} ms`
  printRows('A brief of two pages', [
    {
      what: 'preview of a page, p95',
      measured: preview.again.p95,
      unit: 'ms',
      ceiling: CEILINGS.previewMs,
      note: first(preview.firstMs),
    },
    {
      what: 'as PDF, p95',
      measured: brief.again.p95,
      unit: 'ms',
      ceiling: CEILINGS.briefMs,
      note: `p50 ${brief.again.p50.toFixed(0)} ms, ${first(brief.firstMs)}, ${brief.kilobytes.toFixed(0)} KB`,
    },
    {
      what: 'a chart as PNG of 1600 × 900, p95',
      measured: picture.p95,
      unit: 'ms',
      ceiling: CEILINGS.pictureMs,
    },
  ])
  printRows(`${long.rows.toLocaleString('en')} rows as PDF`, [
    {
      what: 'all of it',
      measured: long.seconds,
      unit: 's',
      ceiling: (CEILINGS.secondsPerHundredThousand * long.rows) / 100_000,
      note: `${long.megabytes.toFixed(1)} MB`,
    },
    {
      what: 'a call amid it, p95',
      measured: long.waits.p95,
      unit: 'ms',
      ceiling: CEILINGS.waitMs,
      note: `worst ${long.waits.worst.toFixed(0)} ms`,
    },
    { what: 'memory that it took', measured: long.grownMb, unit: 'MB', ceiling: CEILINGS.memoryMb },
  ])
}
