import { readFileSync } from 'node:fs'
import { column, DashboardPage, kopecks } from '../pages/dashboard-page.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

for (const period of ['7 дней', '30 дней', '90 дней', '1 год', 'Этот месяц', 'Этот квартал']) {
  test(`${period}: card, table, lists and the resources page agree to the kopeck`, async ({ demoPage }) => {
    const dashboard = new DashboardPage(demoPage)
    await dashboard.choosePeriod(period)
    const card = kopecks(await dashboard.kpi('Расходы за период').locator('data').innerText())
    expect(card).toBeGreaterThan(0n)

    const table = await dashboard.showTable()
    const headings = (await table.locator('thead th').allInnerTexts()).slice(1)
    const parts: bigint[] = []
    for (const heading of headings) {
      const cells = (await column(table, heading)).filter((text) => text !== '—').map(kopecks)
      const foot = cells.pop() ?? -1n
      expect(
        cells.reduce((a, b) => a + b, 0n),
        heading,
      ).toBe(foot)
      if (heading === 'Всего') expect(foot).toBe(card)
      else if (heading !== 'Период до этого') parts.push(foot)
    }
    expect(headings).toContain('Всего')
    expect(parts.reduce((a, b) => a + b, 0n)).toBe(card)

    const amounts = await dashboard
      .panel('На что уходят деньги')
      .locator('data')
      .evaluateAll((all) => all.map((d) => d.textContent ?? ''))
    expect(amounts.map(kopecks)).toContain(card)

    await dashboard.kpi('Расходы за период').getByRole('link').click()
    const resources = new ResourcesPage(demoPage)
    await expect(resources.shell.heading('Ресурсы')).toBeVisible()
    await resources.settled()
    expect(kopecks(await resources.figure(/^За /).locator('data').innerText())).toBe(card)
  })
}

test('the period lives in the address: a reload and a copied link restore the view', async ({
  demoPage,
  context,
}) => {
  const dashboard = new DashboardPage(demoPage)
  await dashboard.choosePeriod('90 дней')
  await dashboard.showTable()
  await dashboard.choose('Расходы по дням', 'Сервисы')
  const address = demoPage.url()
  const shown = await dashboard.panel('Расходы по дням').getByRole('table').innerText()
  await demoPage.reload()
  await expect(dashboard.panel('Расходы по дням').getByRole('table')).toHaveText(shown, {
    useInnerText: true,
  })
  const copy = await context.newPage()
  await copy.goto(address)
  await expect(new DashboardPage(copy).panel('Расходы по дням').getByRole('table')).toHaveText(shown, {
    useInnerText: true,
  })
})

test('a custom period takes two dates and says what it is compared with', async ({ demoPage }) => {
  await demoPage.getByRole('main').locator('button[aria-haspopup="dialog"]').first().click()
  await demoPage.getByLabel('С', { exact: true }).fill('2026-10-01')
  await demoPage.getByLabel('По', { exact: true }).fill('2026-10-15')
  await demoPage.getByRole('button', { name: 'Применить' }).click()
  await expect(demoPage).toHaveURL(/from=2026-10-01.*to=2026-10-15/)
  await expect(demoPage.getByText(/против 16[\s–\u2009]*.*30 сентября/).first()).toBeVisible()
})

test('every card opens the page that explains it', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  for (const [label, heading] of [
    ['Прогноз', 'Бюджеты'],
    ['сэкономить', 'Рекомендации'],
    ['ресурс', 'Ресурсы'],
  ] as const) {
    await new Shell(demoPage).go('/')
    await dashboard.kpi(label).getByRole('link').first().click()
    await expect(new Shell(demoPage).heading(heading)).toBeVisible()
  }
})

test('the savings on the card are the recommendations’ total', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  const savings = await dashboard.kpi('сэкономить').locator('data').innerText()
  await dashboard.kpi('сэкономить').getByRole('link').click()
  await expect(demoPage.getByRole('main').getByText(savings).first()).toBeVisible()
})

test('CSV holds what the screen shows, for a Russian Excel', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  const card = await dashboard.kpi('Расходы за период').locator('data').innerText()
  await demoPage.getByRole('button', { name: 'Экспорт' }).click()
  const [download] = await Promise.all([
    demoPage.waitForEvent('download'),
    demoPage.getByRole('menuitem', { name: /CSV/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const bytes = readFileSync(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = bytes.toString('utf8')
  expect(text).toContain('\r\n')
  expect(text).toContain(card.replace(/[\s\u00a0\u202f₽]/g, ''))
  expect(text).toMatch(/19\.11\.2026;/)
})

test('PNG is a picture of the overview at twice the screen’s density', async ({ demoPage }) => {
  await new Shell(demoPage).settled()
  await demoPage.getByRole('button', { name: 'Экспорт' }).click()
  const [download] = await Promise.all([
    demoPage.waitForEvent('download'),
    demoPage.getByRole('menuitem', { name: /PNG/ }).click(),
  ])
  const bytes = readFileSync(await download.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(1600)
  expect(bytes.length).toBeGreaterThan(20_000)
})

test('the rouble sign comes from our own font, whatever the system has', async ({ demoPage }) => {
  const families = await demoPage.evaluate(async () => {
    const face = getComputedStyle(document.body).fontFamily.split(',')[0] ?? ''
    return (await document.fonts.load(`16px ${face}`, '₽'))
      .filter((f) => f.status === 'loaded')
      .map((f) => f.family)
  })
  expect(families.join()).toContain('Golos Text')
})
