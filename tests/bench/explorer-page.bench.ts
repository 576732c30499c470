import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { installScrollProbe } from '#tests/e2e/support/scroll-probe.ts'
import { browserOptions } from '#tests/support/browser.ts'
import { connectWebClient, startWebHost, type WebClient, type WebHost } from '#tests/support/web-host.ts'
import { writeManyResources } from './explorer-page-data.ts'
import { printRows, type Row, spreadOf } from './measure.ts'
import { framesWhile, installPageProbe, threadClock } from './page-probe.ts'

const RESOURCES = 100_000
const FIRST_PAINT_MS = 300
/** Longer than this, and a frame was left out. */
const FRAME_MS = 25
/** What the main thread may take for one key, so that it is drawn with the next frame. */
const KEY_MS = 16
const TYPED = 'machine-0123'
const PRESSES = 9
const NOW = '2026-11-20T09:00:00Z'

const TABLE = '/costs?by=resource&look=table&g=month&vs=none'
/** Of this page and not of the one that was left. */
const HERE = 'body:has(nav a[href="/costs"][aria-current="page"]) main'
const PAINTED = {
  head: `${HERE} h1`,
  chart: `${HERE} .chart canvas`,
  table: `${HERE} [role="grid"] tbody tr[data-row]:not([aria-busy])`,
}

/** The explorer in a real browser, over a hundred thousand resources: what a person waits for and sees. */
export async function explorerPageBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-bench-'))
  const host = await startWebHost({ now: NOW })
  const browser = await chromium.launch(await browserOptions())
  try {
    const client = await connectWebClient(host)
    const page = await openPage(browser, host, client)
    const file = join(folder, 'many.csv')
    writeManyResources(file, RESOURCES)
    await load(page, host, file)
    await page.goto(host.origin)
    await settled(page)
    printRows('The explorer after the click on its link', await paintRows(page))
    printRows('Typing', await typingRows(page, host))
    printRows(`Scrolling tables of ${RESOURCES.toLocaleString('en')} rows and more`, [
      ...(await scrollRows(page, host, 'resources', TABLE)),
      ...(await scrollRows(page, host, 'lines', '/ledger?period=d90')),
    ])
  } finally {
    await browser.close()
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openPage(browser: Browser, host: WebHost, client: WebClient): Promise<Page> {
  await client.value('people.addWorkspace', {
    workspaceName: 'Bench',
    userName: 'Bench',
    password: 'four-quiet-words-41',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  })
  await client.value('settings.update', { language: 'en' })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = client.cookie.split('=')
  await context.addCookies([{ name, value, url: host.origin, httpOnly: true, sameSite: 'Strict' }])
  const page = await context.newPage()
  await installPageProbe(page)
  page.setDefaultTimeout(120_000)
  return page
}

/** Through the page, as a person loads a file. */
async function load(page: Page, host: WebHost, file: string): Promise<void> {
  await page.goto(`${host.origin}/data`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('main').getByRole('button', { name: 'Choose files' }).click(),
  ])
  await chooser.setFiles(file)
  await page.getByRole('main').getByRole('button', { name: 'Load', exact: true }).click()
  await page.getByRole('main').locator('header').getByText('Loaded', { exact: true }).waitFor()
}

/** Nothing is on its way any more: what has just been loaded has been counted. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(1500)
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], [data-stale]') === null)
}

async function paintRows(page: Page): Promise<Row[]> {
  const clock = await threadClock(page)
  const busy: number[] = []
  const seen: Record<string, number[]> = { head: [], chart: [], table: [] }
  for (let n = 0; n < PRESSES; n += 1) {
    await page.getByRole('navigation').getByRole('link', { name: 'Overview', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await settled(page)
    const painted = page.evaluate((what) => paintProbe.watch(what), PAINTED)
    busy.push(
      await clock(async () => {
        await page.getByRole('navigation').getByRole('link', { name: 'Costs', exact: true }).click()
        for (const [what, ms] of Object.entries(await painted)) seen[what]?.push(ms)
      }),
    )
  }
  const own = spreadOf(busy)
  const rows = Object.entries(seen).map(([what, times]): Row => {
    const { p50, worst } = spreadOf(times)
    const note = `p50 ${p50.toFixed(0)} ms, the first time ${(times[0] ?? 0).toFixed(0)} ms`
    return { what: `its ${what}, at worst`, measured: worst, unit: 'ms', ceiling: FIRST_PAINT_MS, note }
  })
  const note = `p50 ${own.p50.toFixed(0)} ms, by the thread's own clock`
  return [
    ...rows,
    {
      what: 'the page at work for it, at worst',
      measured: own.worst,
      unit: 'ms',
      ceiling: FIRST_PAINT_MS,
      note,
    },
  ]
}

async function typingRows(page: Page, host: WebHost): Promise<Row[]> {
  await page.goto(`${host.origin}/costs?by=resource`)
  const field = page.getByRole('main').getByRole('searchbox').first()
  await field.waitFor()
  await page.locator('main [role="grid"] tbody tr[data-row]').first().waitFor()
  await page.waitForTimeout(800)
  const idle = await framesWhile(page, () => page.waitForTimeout(1500))
  const clock = await threadClock(page)
  let typed = idle
  const busy = await clock(async () => {
    typed = await framesWhile(page, () => field.pressSequentially(TYPED, { delay: 70 }))
  })
  const row = (what: string, { worst, late, frames }: typeof idle): Row => ({
    what,
    measured: worst,
    unit: 'ms',
    ceiling: FRAME_MS,
    note: `${late} of ${frames} frames longer than ${FRAME_MS} ms`,
  })
  return [
    row('the longest frame with nothing to do', idle),
    row('the longest frame while typing in a table', typed),
    {
      what: 'the page at work for one key, on average',
      measured: busy / TYPED.length,
      unit: 'ms',
      ceiling: KEY_MS,
      note: 'answers and the rows that they bring included',
    },
  ]
}

/** By the wheel, fast, and by the thumb: how much of the table was empty, frame by frame. */
async function scrollRows(page: Page, host: WebHost, what: string, path: string): Promise<Row[]> {
  await page.goto(host.origin + path)
  await page.locator('[data-scroller] tbody tr[data-row]').first().waitFor()
  await page.waitForTimeout(800)
  await page.evaluate(installScrollProbe, '[data-scroller]')
  const frame = page.locator('[data-scroller]')
  await frame.hover()
  const tallies: [string, Awaited<ReturnType<typeof stop>>][] = []
  const stop = () => page.evaluate(() => scrollProbe.stop())

  await page.evaluate(() => scrollProbe.start())
  for (let i = 0; i < 150; i += 1) await page.mouse.wheel(0, 1200)
  tallies.push(['by the wheel', await stop()])

  const box = await frame.boundingBox()
  if (!box) throw new Error('no table to scroll')
  await page.evaluate(() => scrollProbe.start())
  // Headless browsers draw no thumb: the place that it would go to is set, frame by frame.
  await frame.evaluate(async (element) => {
    for (let step = 1; step <= 120; step += 1) {
      element.scrollTop = (element.scrollHeight * step) / 130
      await new Promise(requestAnimationFrame)
    }
  })
  tallies.push(['by the thumb', await stop()])
  return tallies.map(([way, { frames, slots, blank, waiting }]) => ({
    what: `${what} ${way}: rows that were blank`,
    measured: (blank / Math.max(1, slots)) * 100,
    unit: '%',
    ceiling: 0.01,
    note: `${frames} frames, ${blank} of ${slots} places blank, ${waiting} in outline`,
  }))
}
