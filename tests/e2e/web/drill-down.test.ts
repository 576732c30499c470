import type { Locator } from '@playwright/test'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { DashboardPage, kopecks, SPEND, TOTAL } from '../pages/dashboard-page.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

const KOPECK = 10n ** 13n

/** The picture, once it is drawn. */
async function chartOf(dashboard: DashboardPage): Promise<Locator> {
  const chart = dashboard.panel(SPEND).getByRole('application', { name: /Всего/ })
  await expect(chart.locator('canvas')).toBeVisible()
  return chart
}

for (const [period, days] of [
  ['30 дней', 1],
  ['1 год', 7],
] as const) {
  test(`${period}: a click on a bar opens its costs, whose total is the bar's line in the table`, async ({
    demoPage,
  }) => {
    const dashboard = new DashboardPage(demoPage)
    const shell = new Shell(demoPage)
    await dashboard.choosePeriod(period)
    const address = demoPage.url()
    await (await chartOf(dashboard)).click()
    await expect(shell.heading('Затраты')).toBeVisible()
    await shell.settled()
    const range = new URL(demoPage.url()).searchParams.get('p') ?? ''
    const [from = '', to = ''] = range.split('..')
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(days)
    await shell.go(`/resources?period=custom&from=${from}&to=${to}`)
    await shell.settled()
    const totals = await new ResourcesPage(demoPage)
      .figure(/^За \d/)
      .locator('data')
      .allInnerTexts()

    await demoPage.goto(address)
    const table = await dashboard.showTable()
    const row = table.locator('tbody tr').filter({ has: demoPage.locator(`a[href*="p=${from}..${to}"]`) })
    await expect(row).toHaveCount(1)
    expect(totals.map(kopecks)).toContain(kopecks(await row.locator('td').nth(1).innerText()))
  })
}

test('a year is shown by weeks and says that the period before is incomplete, with no line for it', async ({
  demoPage,
}) => {
  const dashboard = new DashboardPage(demoPage)
  await expect(dashboard.panel(SPEND)).toContainText('Период до этого')
  await dashboard.choosePeriod('1 год')
  const table = await dashboard.showTable()
  await expect(table.getByRole('columnheader', { name: 'Неделя' })).toBeVisible()
  await expect(dashboard.panel(SPEND)).toContainText(/за прошлый период данные неполные/i)
  await expect(dashboard.panel(SPEND)).not.toContainText('Период до этого')
  await expect(dashboard.kpi(TOTAL)).toContainText('за прошлый период данные неполные')
  await expect(dashboard.panel('Что изменилось')).toContainText('данные неполные')
  await expect(dashboard.panel('Что изменилось').locator('data')).toHaveCount(0)
})

test('the forecast says how it is made, and the arithmetic is right to the kopeck', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  await dashboard.kpi('Прогноз на месяц').getByRole('button', { name: 'Как посчитан прогноз' }).click()
  const lines = demoPage.getByRole('dialog', { name: 'Как посчитан прогноз' }).locator('dd')
  await expect(lines).toHaveCount(4)
  const exact = async (line: number): Promise<bigint> =>
    parseDecimal((await lines.nth(line).locator('data').getAttribute('value')) ?? '') ?? -1n
  const [spent, forecast] = [await exact(0), await exact(3)]
  const [done, all] = [BigInt(await lines.nth(1).innerText()), BigInt(await lines.nth(2).innerText())]
  expect(spent).toBeGreaterThan(0n)
  expect([done, all]).toEqual([19n, 30n])
  const rounded = ((spent * all * 2n) / (done * KOPECK) + 1n) / 2n
  expect(forecast).toBe(rounded * KOPECK)
  expect(kopecks(await lines.nth(3).innerText())).toBe(rounded)
})

test('a part hidden in the legend leaves the chart’s total, which says that it is a part', async ({
  demoPage,
}) => {
  const dashboard = new DashboardPage(demoPage)
  const panel = dashboard.panel(SPEND)
  const part = panel.getByRole('button', { name: /^Beget/ })
  const total = panel
    .getByText(/^Всего/)
    .locator('data')
    .last()
  const whole = kopecks(await total.innerText())
  const hidden = (parseDecimal((await part.locator('data').getAttribute('value')) ?? '') ?? -1n) / KOPECK
  await part.click()
  await expect(part).toHaveAttribute('aria-pressed', 'false')
  await expect(panel).toContainText('показана часть')
  await expect(panel).not.toContainText('Период до этого')
  expect(kopecks(await total.innerText())).toBe(whole - hidden)
  await expect(demoPage).toHaveURL(/tiles=providersByDay\*\.\*\.\*\.beget/)
  await part.click()
  await expect(panel).not.toContainText('показана часть')
  expect(kopecks(await total.innerText())).toBe(whole)
})

test('another theme draws the bars in its own colours', async ({ demoPage }) => {
  const chart = await chartOf(new DashboardPage(demoPage))
  /** The colour that most of a line through the lower part of the bars has. */
  const barColor = (): Promise<string> =>
    chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const line = new OffscreenCanvas(canvas.width, 1).getContext('2d')
      line?.drawImage(canvas, 0, -Math.round(canvas.height * 0.75))
      const pixels = line?.getImageData(0, 0, canvas.width, 1).data ?? []
      const counts = new Map<string, number>()
      for (let i = 0; i < pixels.length; i += 4) {
        const color = pixels.slice(i, i + 4).join()
        if (pixels[i + 3] === 255) counts.set(color, (counts.get(color) ?? 0) + 1)
      }
      return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
    })
  await expect.poll(barColor).toMatch(/^\d+,\d+,\d+,255$/)
  const light = await barColor()
  await new Shell(demoPage).profile('Тёмная')
  await expect(demoPage.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(async () => [light, ''].includes(await barColor())).toBe(false)
})

test('a renewal’s alert opens its resource alone; the chip gives the rest back', async ({ demoPage }) => {
  await new DashboardPage(demoPage)
    .panel('Требует внимания')
    .getByRole('link', { name: /infrazen-demo\.ru/ })
    .click()
  await expect(demoPage).toHaveURL(/\/resources\?id=\d+$/)
  const resources = new ResourcesPage(demoPage)
  await expect(resources.cards).toHaveCount(1)
  await expect(resources.cards).toContainText('infrazen-demo.ru')
  await demoPage.getByRole('button', { name: 'Ресурс: infrazen-demo.ru' }).click()
  await expect(demoPage).toHaveURL(/\/resources$/)
  await expect.poll(() => resources.total()).toBeGreaterThan(40)
})

test('a provider’s card opens its resources, as many running as the card says', async ({ demoPage }) => {
  const card = new DashboardPage(demoPage)
    .panel('Подключённые провайдеры')
    .getByRole('listitem')
    .filter({ hasText: 'Selectel BU-A (prod)' })
  const [running = ''] = /\d+(?= ресурс)/.exec(await card.innerText()) ?? []
  await card.getByRole('link').click()
  const resources = new ResourcesPage(demoPage)
  await expect(resources.summary).toContainText(new RegExp(`(^|\\D)${running} работа`))
  await expect(resources.heads).toHaveCount(1)
  await expect(resources.heads).toContainText('Selectel BU-A (prod)')
  const counted = /(\d+) ресурс/.exec(await resources.heads.innerText())?.[1]
  expect(Number(counted)).toBe(await resources.total())
  expect(await resources.total()).toBeGreaterThanOrEqual(Number(running))
})
