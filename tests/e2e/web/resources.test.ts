import { column as cellsOf, kopecks } from '../pages/dashboard-page.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

// High enough for the demo company's whole list: sums and orders are checked over every row.
test.use({ viewport: { width: 1440, height: 2600 } })

test('a search in Cyrillic or Latin narrows the list, its totals and its address', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  expect(await resources.rows.count()).toBeGreaterThan(40)
  await demoPage.keyboard.press('/')
  await demoPage.keyboard.type('POSTGRES')
  await expect(resources.rows).toHaveCount(2)
  await expect(demoPage).toHaveURL(/search=POSTGRES/)
  await resources.settled()
  const cells = (await cellsOf(resources.grid, 'За период')).map(kopecks)
  const total = cells.pop()
  expect(cells.reduce((a, b) => a + b, 0n)).toBe(total)
  expect(kopecks(await resources.figure(/^За \d/).innerText())).toBe(total)
  await demoPage.reload()
  await expect(resources.rows).toHaveCount(2)
})

test('nothing found says so and offers the way back', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.shell.go('/resources?view=table&search=нет-такого')
  await expect(demoPage.getByText('Ничего не найдено')).toBeVisible()
  await demoPage.getByRole('button', { name: 'Сбросить отбор' }).last().click()
  await expect(resources.rows.first()).toBeVisible()
})

test('a header sorts, the other way round at the second click, and tells assistive tools', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  const column = demoPage.getByRole('columnheader', { name: 'В месяц' })
  const values = async (): Promise<bigint[]> =>
    (await cellsOf(resources.grid, 'В месяц'))
      .slice(0, -1)
      .filter((text) => text !== '—')
      .map(kopecks)
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  await resources.settled()
  const down = await values()
  expect(down.length).toBeGreaterThan(40)
  expect(down).toEqual([...down].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)))
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'ascending')
  await resources.settled()
  expect(await values()).toEqual([...down].reverse().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
})

test('every column sorts, by the mouse and by the keyboard alone', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  const heads = resources.grid.getByRole('columnheader')
  await expect(heads.filter({ hasText: 'В день' })).toHaveAttribute('aria-sort', 'descending')
  await demoPage.getByRole('button', { name: 'Столбцы' }).click()
  for (const box of await demoPage.getByRole('dialog').getByRole('checkbox').all()) await box.check()
  await demoPage.keyboard.press('Escape')
  const names = await heads.filter({ has: demoPage.getByRole('button') }).allInnerTexts()
  expect(names).toHaveLength(18)
  for (const name of names) {
    const head = demoPage.getByRole('columnheader', { name, exact: true })
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', /^(asc|desc)ending$/)
  }
  const size = demoPage.getByRole('columnheader', { name: 'Размер', exact: true })
  await size.getByRole('button').focus()
  await demoPage.keyboard.press('Enter')
  await expect(size).toHaveAttribute('aria-sort', 'descending')
  await resources.settled()
  const vcpu = (await cellsOf(resources.grid, 'Размер')).flatMap(
    (text) => /^(\d+)\svCPU/.exec(text)?.[1] ?? [],
  )
  expect(vcpu.length).toBeGreaterThan(5)
  expect(vcpu.map(Number)).toEqual(vcpu.map(Number).sort((a, b) => b - a))
  await demoPage.keyboard.press('Space')
  await expect(size).toHaveAttribute('aria-sort', 'ascending')
  await expect(demoPage).toHaveURL(/dir=asc&sort=size/)
  await expect(resources.drawer).toHaveCount(0)
  await expect(resources.bulk).toHaveCount(0)
})

test('the sections sort by what their cards show', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('sections')
  const order = demoPage.getByRole('combobox', { name: 'Порядок' })
  await expect(order).toHaveValue('dailyCost')
  await order.selectOption({ label: 'По адресу' })
  await resources.settled()
  await expect(demoPage).toHaveURL(/sort=address&dir=asc/)
  const first = resources.cards.first()
  await expect(first).toContainText(/\d+\.\d+\.\d+\.\d+/)
})

test('one section a connection: their counts and daily costs add up to the summary', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('sections')
  const heads = await resources.heads.allInnerTexts()
  expect(heads.length).toBe(4)
  const counts = heads.map((text) => Number(/(\d+) ресурс/.exec(text)?.[1]))
  expect(counts.reduce((a, b) => a + b, 0)).toBe(await resources.total())
  const daily = heads.map((text) => kopecks(/([\d\s\u00a0]+,\d\d)\s₽ в день/.exec(text)?.[1] ?? ''))
  expect(daily.reduce((a, b) => a + b, 0n)).toBe(kopecks(await resources.figure('В день').innerText()))
})

test('a section folds and unfolds by its whole header and by the keyboard, and stays so after a reload', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('sections', 'connectionId=')
  const head = resources.heads.filter({ hasText: 'Beget Dev' })
  await expect(head).toHaveAttribute('aria-expanded', 'true')
  await expect(demoPage.getByRole('article').filter({ hasText: 'dev-vps-01' })).toBeVisible()
  await resources.shell.tabTo(head)
  await demoPage.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-expanded', 'false')
  await expect(demoPage.getByRole('article').filter({ hasText: 'dev-vps-01' })).toHaveCount(0)
  await demoPage.reload()
  await expect(head).toHaveAttribute('aria-expanded', 'false')
  const box = await head.boundingBox()
  await demoPage.mouse.click((box?.x ?? 0) + 400, (box?.y ?? 0) + 8)
  await expect(head).toHaveAttribute('aria-expanded', 'true')
})

test('filters narrow each other, say how many each value leaves, and live in the address', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  await resources.filter('Тип').click()
  const option = demoPage.getByRole('option', { name: /^Диск/ })
  const promised = Number((await option.innerText()).replace(/\D/g, ''))
  expect(promised).toBeGreaterThan(0)
  await option.click()
  await expect.poll(() => resources.total()).toBe(promised)
  await expect(demoPage).toHaveURL(/type=volume/)
  await resources.choose('Провайдер', 'Selectel')
  await expect.poll(() => resources.total()).toBeLessThan(promised)
  await expect(resources.grid).toContainText('Selectel')
  await demoPage.getByRole('button', { name: 'Тип: снять отбор' }).click()
  await expect(demoPage).toHaveURL(/provider=selectel/)
  await expect(demoPage).not.toHaveURL(/type=/)
})

test('a range of monthly cost keeps what lies in it, both ends included', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  await resources.filter('Цена в месяц').click()
  await demoPage.getByLabel('от', { exact: true }).fill('9 600,00')
  await demoPage.getByLabel('до', { exact: true }).fill('abc')
  await demoPage.getByRole('button', { name: 'Применить' }).click()
  await expect(demoPage.getByText('Введите сумму числом')).toBeVisible()
  await demoPage.getByLabel('до', { exact: true }).fill('15000')
  await demoPage.keyboard.press('Enter')
  await expect(demoPage).toHaveURL(/costFrom=9600.00&costTo=15000/)
  await resources.settled()
  const cells = (await cellsOf(resources.grid, 'В месяц')).slice(0, -1).map(kopecks)
  expect(cells.length).toBeGreaterThan(2)
  expect(cells.filter((amount) => amount < 960_000n || amount > 1_500_000n)).toEqual([])
  expect(cells).toContain(960_000n)
})

test('a column that is taken away stays away after a reload; the way back brings it', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  const header = (name: string) => demoPage.getByRole('columnheader', { name, exact: true })
  await demoPage.getByRole('button', { name: 'Столбцы' }).click()
  await demoPage.getByRole('checkbox', { name: 'Теги' }).uncheck()
  await demoPage.getByRole('checkbox', { name: 'Владелец' }).check()
  await demoPage.keyboard.press('Escape')
  await expect(header('Теги')).toHaveCount(0)
  await demoPage.reload()
  await expect(header('Владелец')).toBeVisible()
  await expect(header('Теги')).toHaveCount(0)
  await demoPage.getByRole('button', { name: 'Столбцы' }).click()
  await demoPage.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(header('Теги')).toBeVisible()
})

test('the export is the filtered list with its total, in both formats', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table', 'type=server')
  const names = await resources.rows.locator('td:nth-child(2) span[title]').allInnerTexts()
  const save = async (item: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      demoPage.waitForEvent('download'),
      demoPage
        .getByRole('button', { name: 'Экспорт' })
        .click()
        .then(() => demoPage.getByRole('menuitem', { name: item }).click()),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  const csv = (await save('CSV')).toString('utf8')
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) expect(csv).toContain(name)
  const total = await resources.figure(/^За \d/).innerText()
  expect(csv.replace(/\s/g, '')).toContain(total.replace(/[\s\u00a0₽]/g, ''))
  expect((await save('Excel')).subarray(0, 2).toString()).toBe('PK')
})
