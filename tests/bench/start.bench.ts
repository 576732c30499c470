import { chromium } from '@playwright/test'
import { browserOptions } from '#tests/support/browser.ts'
import { startWebHost } from '#tests/support/web-host.ts'
import { printRows, spreadOf } from './measure.ts'

const RUNS = 5

/** From the start of the process to a dashboard whose figures stand and whose controls answer, on a store with the demo. */
export async function startBench(): Promise<void> {
  const browser = await chromium.launch(await browserOptions())
  const toLink: number[] = []
  const toDashboard: number[] = []
  try {
    for (let i = 0; i < RUNS; i += 1) {
      const from = performance.now()
      const host = await startWebHost()
      toLink.push(host.startMs)
      const context = await browser.newContext({ locale: 'ru-RU' })
      const page = await context.newPage()
      await page.goto(host.link)
      await page.getByRole('button', { name: /демо-компанию/ }).click()
      await page.getByRole('region', { name: 'Затраты за период' }).getByText('₽').first().waitFor()
      toDashboard.push(performance.now() - from)
      await context.close()
      await host.stop()
    }
  } finally {
    await browser.close()
  }
  printRows('Start of the web host (five runs, an empty folder each)', [
    { what: 'process to one-time link, p50', measured: spreadOf(toLink).p50, unit: 'ms', ceiling: 1000 },
    {
      what: 'process to interactive demo dashboard, p50',
      measured: spreadOf(toDashboard).p50,
      unit: 'ms',
      ceiling: 4000,
      note: 'with making the demo company',
    },
  ])
}
