import { kopecks } from '../pages/dashboard-page.ts'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

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
