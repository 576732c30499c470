import type { Page } from '@playwright/test'
import { ResourcesPage } from '../pages/resources-page.ts'
import { installScrollProbe } from '../support/scroll-probe.ts'
import { expect, startSeeded, test } from '../support/seeded.ts'
import { enterAs } from '../support/test.ts'

const MANY = 50_000

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let seeded: Awaited<ReturnType<typeof startSeeded>>
test.beforeAll(async ({ filler }) => {
  seeded = await startSeeded(filler, { resources: { count: MANY, clouds: 10 } })
})
test.afterAll(() => seeded.stop())

async function openPage(page: Page): Promise<ResourcesPage> {
  await enterAs(page.context(), seeded.host, seeded.client)
  await page.goto(seeded.host.origin)
  return new ResourcesPage(page)
}

test(`the table scrolls through ${MANY} rows and no line of it is ever blank`, async ({ page }) => {
  const resources = await openPage(page)
  await resources.open('table')
  expect(await resources.total()).toBe(MANY)
  await page.evaluate(installScrollProbe, '[data-scroller]')
  const frame = page.locator('[data-scroller]')
  await frame.hover()

  // By the wheel, well past the first windows: every line is there before it comes into sight.
  await page.evaluate(() => scrollProbe.start())
  for (let i = 0; i < 150; i += 1) await page.mouse.wheel(0, 240)
  await expect.poll(() => frame.evaluate((el) => el.scrollTop)).toBe(36_000)
  const steady = await page.evaluate(() => scrollProbe.stop())
  process.stdout.write(`scrolling ${MANY} rows by the wheel: ${JSON.stringify(steady)}\n`)
  expect(steady.frames).toBeGreaterThan(50)
  expect(steady.blank).toBe(0)
  expect(steady.waiting).toBe(0)

  // Thrown to the middle: lines in outline until their window is there, and never a blank one.
  await page.evaluate(() => scrollProbe.start())
  await frame.evaluate((el) => {
    el.scrollTop = el.scrollHeight / 2
  })
  await resources.settled()
  await expect(resources.grid).toContainText(/resource-\d{6}/)
  const jump = await page.evaluate(() => scrollProbe.stop())
  process.stdout.write(`thrown to the middle of ${MANY} rows: ${JSON.stringify(jump)}\n`)
  expect(jump.blank).toBe(0)
})

test('End goes to the last of them, and Home comes back', async ({ page }) => {
  const resources = await openPage(page)
  await resources.open('table', 'sort=name')
  await resources.shell.tabTo(resources.grid)
  await page.keyboard.press('End')
  await resources.settled()
  await expect(resources.rows.filter({ hasText: 'resource-049999' })).toBeInViewport()
  await expect(resources.grid).toHaveAttribute('aria-rowcount', String(MANY + 2))
  await page.keyboard.press('Home')
  await expect(resources.rows.filter({ hasText: 'resource-000000' })).toBeInViewport()
})

test('a section of five thousand cards opens, scrolls and keeps its head in sight', async ({ page }) => {
  const resources = await openPage(page)
  await resources.open('sections', 'sort=name')
  await expect(resources.heads).toHaveCount(10)
  await expect(resources.cards).toHaveCount(0)
  const head = resources.heads.filter({ hasText: 'cloud-3' })
  await head.click()
  await expect(resources.cards.first()).toContainText('resource-015000')
  await page.evaluate(() => window.scrollTo(0, 200_000))
  await resources.settled()
  await expect(head).toBeInViewport()
  await expect(resources.cards.first()).toContainText(/resource-01[5-9]\d{3}/)
  expect(await resources.cards.count()).toBeLessThan(80)
})
