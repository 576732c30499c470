import { column as cellsOf, kopecks } from '../pages/dashboard-page.ts'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

test('resources: a search in Cyrillic or Latin narrows the list, its totals and its address', async ({
  demoPage,
}) => {
  await new Shell(demoPage).open('Ресурсы')
  const table = demoPage.getByRole('table')
  await new Shell(demoPage).settled()
  const before = await table.locator('tbody tr').count()
  await demoPage.keyboard.press('/')
  await demoPage.keyboard.type('POSTGRES')
  await expect(table.locator('tbody tr')).toHaveCount(2)
  expect(before).toBeGreaterThan(40)
  await expect(demoPage).toHaveURL(/search=POSTGRES/)
  await new Shell(demoPage).settled()
  const cells = (await cellsOf(table, 'За период')).map(kopecks)
  const total = cells.pop()
  expect(cells.reduce((a, b) => a + b, 0n)).toBe(total)
  await demoPage.reload()
  await expect(table.locator('tbody tr')).toHaveCount(2)
})

test('resources: nothing found says so and offers the way back', async ({ demoPage }) => {
  await new Shell(demoPage).go('/resources?search=нет-такого')
  await expect(demoPage.getByText('Ничего не найдено')).toBeVisible()
  await demoPage.getByRole('button', { name: 'Сбросить отбор' }).first().click()
  await expect(demoPage.getByRole('table').locator('tbody tr').first()).toBeVisible()
})

test('resources: a header sorts, the other way round at the second click, and tells assistive tools', async ({
  demoPage,
}) => {
  await new Shell(demoPage).open('Ресурсы')
  const column = demoPage.getByRole('columnheader', { name: 'В месяц' })
  const values = async (): Promise<bigint[]> =>
    (await cellsOf(demoPage.getByRole('table'), 'В месяц'))
      .slice(0, -1)
      .filter((text) => text !== '—')
      .map(kopecks)
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'descending')
  await new Shell(demoPage).settled()
  const down = await values()
  expect(down.length).toBeGreaterThan(40)
  expect(down).toEqual([...down].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)))
  await column.getByRole('button').click()
  await expect(column).toHaveAttribute('aria-sort', 'ascending')
  await new Shell(demoPage).settled()
  expect(await values()).toEqual([...down].reverse().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
})

test('recommendations: twenty, each with its resource; amounts and categories add up to the head line', async ({
  demoPage,
}) => {
  await new Shell(demoPage).open('Рекомендации')
  await new Shell(demoPage).settled()
  const main = demoPage.getByRole('main')
  const items = main.getByRole('listitem').filter({ hasText: 'найдено' })
  await expect(items).toHaveCount(20)
  await expect(items.getByRole('link')).toHaveCount(20)
  const sum = (texts: string[]): bigint => texts.map(kopecks).reduce((a, b) => a + b, 0n)
  expect(sum(await items.locator('data').allInnerTexts())).toBe(6_849_220n)
  await expect(main).toContainText('68 492,20')
  const [all = [], ...categories] = await Promise.all(
    (await main.locator('button[aria-pressed]').all()).map((chip) => chip.locator('data').allInnerTexts()),
  )
  expect(categories.length).toBe(6)
  expect(sum(categories.flat())).toBe(sum(all))
  await expect(main).not.toContainText(/undefined|NaN|\{\w+\}/)
})

test('budgets: one will be exceeded on a day that is named, one is in order', async ({ demoPage }) => {
  await new Shell(demoPage).open('Бюджеты')
  await new Shell(demoPage).settled()
  const main = demoPage.getByRole('main')
  await expect(main.getByText('Будет превышен')).toHaveCount(1)
  await expect(main.getByText('В норме')).toHaveCount(1)
  await expect(main).toContainText(/лимит будет исчерпан \d+ ноября/)
  await expect(main).not.toContainText(/undefined|NaN|\{\w+\}/)
})

test('an unknown address says so and leads home', async ({ demoPage }) => {
  await new Shell(demoPage).go('/nowhere')
  await expect(demoPage.getByText('Такой страницы нет')).toBeVisible()
  await demoPage
    .getByRole('link', { name: 'Перейти к обзору' })
    .or(demoPage.getByRole('button', { name: 'Перейти к обзору' }))
    .click()
  await expect(new Shell(demoPage).heading('Обзор')).toBeVisible()
})
