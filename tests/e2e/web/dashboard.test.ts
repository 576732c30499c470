import { readFileSync } from 'node:fs'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { column, DashboardPage, kopecks, SPEND, TOTAL } from '../pages/dashboard-page.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

for (const period of ['7 дней', '30 дней', '90 дней', '1 год', 'Этот месяц', 'Этот квартал']) {
  test(`${period}: card, table, lists and the resources page agree to the kopeck`, async ({ demoPage }) => {
    const dashboard = new DashboardPage(demoPage)
    await dashboard.choosePeriod(period)
    const card = kopecks(await dashboard.kpi(TOTAL).locator('data').innerText())
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

    const amounts = (
      await dashboard
        .panel('Самые дорогие ресурсы')
        .locator('data')
        .evaluateAll((all) => all.map((d) => d.textContent ?? ''))
    ).map(kopecks)
    expect(amounts.at(-1)).toBe(card)
    expect(amounts.slice(0, -1).reduce((a, b) => a + b, 0n)).toBe(card)

    const { from, to } = await dashboard.range()
    await new Shell(demoPage).go(`/resources?period=custom&from=${from}&to=${to}`)
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
  await dashboard.cut(SPEND, 'Сервис')
  const address = demoPage.url()
  const shown = await dashboard.panel(SPEND).getByRole('table').innerText()
  await demoPage.reload()
  await expect(dashboard.panel(SPEND).getByRole('table')).toHaveText(shown, {
    useInnerText: true,
  })
  const copy = await context.newPage()
  await copy.goto(address)
  await expect(new DashboardPage(copy).panel(SPEND).getByRole('table')).toHaveText(shown, {
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
    ['Прогноз на месяц', 'Бюджеты'],
    ['Можно сэкономить', 'Рекомендации'],
    ['Ресурсы', 'Ресурсы'],
  ] as const) {
    await new Shell(demoPage).go('/')
    await dashboard.kpi(label).getByRole('link').first().click()
    await expect(new Shell(demoPage).heading(heading)).toBeVisible()
  }
})

test('every tile of a view opens its view: the same costs on the same days', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  const shell = new Shell(demoPage)
  await dashboard.choosePeriod('90 дней')
  const address = demoPage.url()
  const total = kopecks(await dashboard.kpi(TOTAL).locator('data').innerText())
  for (const [title, view] of [
    [TOTAL, 'periodSpend'],
    [SPEND, 'providersByDay'],
    ['Самые дорогие ресурсы', 'topResources'],
    ['Что изменилось', 'movers'],
  ] as const) {
    await dashboard.panel(title).getByRole('link', { name: title }).click()
    await expect(shell.heading('Затраты')).toBeVisible()
    await expect(demoPage).toHaveURL(new RegExp(`p=d90.*view=builtin%3A${view}`))
    await shell.settled()
    const sums = await demoPage
      .getByRole('main')
      .locator('data')
      .evaluateAll((all) => all.map((d) => d.getAttribute('value') ?? ''))
    expect(
      sums.map((sum) => (parseDecimal(sum) ?? 0n) / 10n ** 13n),
      title,
    ).toContain(total)
    await demoPage.goto(address)
  }
})

test('the dashboard is arranged by the keys alone, and stays so', async ({ ownPage }) => {
  await new StartPage(ownPage).openDemo()
  const dashboard = new DashboardPage(ownPage)
  const shell = new Shell(ownPage)
  const keys = ownPage.keyboard
  const handle = (name: string) => ownPage.getByRole('button', { name: `Переместить: ${name}` })
  const before = await dashboard.tiles()
  expect(before.slice(0, 2)).toEqual([TOTAL, 'Прогноз на месяц'])

  await shell.tabTo(ownPage.getByRole('button', { name: 'Настроить' }))
  await keys.press('Enter')
  await shell.tabTo(handle(TOTAL))
  await keys.press('ArrowRight')
  await expect(handle(TOTAL)).toBeFocused()
  await expect(ownPage.getByRole('status').filter({ hasText: 'место 2 из 11' })).toBeAttached()
  await keys.press('Shift+ArrowRight')
  await expect(ownPage.getByLabel(`Ширина: ${TOTAL}`)).toHaveValue('4')
  await shell.tabTo(handle('Можно сэкономить'))
  await keys.press('Delete')
  await expect(handle('Можно сэкономить')).toHaveCount(0)
  await keys.press('Control+z')
  await expect(handle('Можно сэкономить')).toHaveCount(1)
  await shell.tabTo(handle('Загрузка ресурсов'))
  await keys.press('Delete')

  await shell.tabTo(ownPage.getByRole('button', { name: 'Добавить плитку' }))
  await keys.press('Enter')
  await keys.type('сервисы по')
  await shell.tabTo(ownPage.getByRole('dialog').getByRole('button', { name: 'Сервисы по месяцам' }))
  await keys.press('Enter')
  await expect(handle('Сервисы по месяцам')).toBeFocused()
  await keys.press('Home')
  await shell.tabTo(ownPage.getByRole('button', { name: 'Готово' }))
  await keys.press('Enter')

  const arranged = [
    'Сервисы по месяцам',
    'Прогноз на месяц',
    TOTAL,
    ...before.slice(2).filter((name) => name !== 'Загрузка ресурсов'),
  ]
  await expect.poll(() => dashboard.tiles()).toEqual(arranged)
  await ownPage.reload()
  await expect.poll(() => dashboard.tiles()).toEqual(arranged)
})

test('a tile is dragged by the mouse; what is cancelled leaves the dashboard as it was', async ({
  demoPage,
}) => {
  const dashboard = new DashboardPage(demoPage)
  const before = await dashboard.tiles()
  await dashboard.arrange()
  const tile = (name: string) =>
    demoPage
      .getByRole('listitem')
      .filter({ has: demoPage.getByRole('button', { name: `Переместить: ${name}` }) })
  await tile('Ресурсы').dragTo(tile(TOTAL), {
    targetPosition: { x: 20, y: 12 },
    sourcePosition: { x: 20, y: 12 },
  })
  await expect(demoPage.getByRole('button', { name: /^Переместить/ }).first()).toHaveText('Ресурсы')
  await demoPage.getByRole('button', { name: 'Шаг назад' }).click()
  await demoPage.getByRole('button', { name: 'Отменить' }).click()
  expect(await dashboard.tiles()).toEqual(before)
})

test('the savings on the card are the recommendations’ total', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  const savings = await dashboard.kpi('Можно сэкономить').locator('data').innerText()
  await dashboard.kpi('Можно сэкономить').getByRole('link').click()
  await expect(demoPage.getByRole('main').getByText(savings).first()).toBeVisible()
})

test('CSV holds what the screen shows, for a Russian Excel', async ({ demoPage }) => {
  const dashboard = new DashboardPage(demoPage)
  const card = await dashboard.kpi(TOTAL).locator('data').innerText()
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
  expect(text).toMatch(/;19\.11\.2026, RUB;/)
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
