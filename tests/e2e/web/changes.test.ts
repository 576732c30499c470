import type { Locator } from '@playwright/test'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

/** The amounts behind the figures, which are rounded to be read. */
const exact = async (amounts: Locator): Promise<bigint[]> =>
  (await amounts.evaluateAll((all) => all.map((el) => el.getAttribute('value') ?? ''))).map(
    (text) => parseDecimal(text) ?? 0n,
  )

test('two looks far apart: kinds are counted, rows add up to the difference, and each leads to its resource', async ({
  demoPage,
}) => {
  const shell = new Shell(demoPage)
  await shell.open('Изменения')
  await shell.settled()
  await demoPage.getByLabel('Подключение').selectOption({ label: 'Selectel BU-A (prod)' })
  await shell.settled()
  const before = demoPage.getByLabel('Было')
  const oldest = await before.locator('option').last().getAttribute('value')
  await before.selectOption(oldest)
  await expect(demoPage).toHaveURL(new RegExp(`before=${oldest}`))
  await shell.settled()

  const summary = demoPage.getByRole('region', { name: 'Итоги сравнения' })
  const table = demoPage.getByRole('table')
  await expect(table.locator('tbody tr').first()).toBeVisible()
  const changes = await exact(table.locator('tbody td:nth-child(5) data'))
  expect(changes.length).toBeGreaterThan(0)
  const difference = await exact(summary.getByText('Разница в день').locator('xpath=..').locator('data'))
  expect([changes.reduce((a, b) => a + b, 0n)]).toEqual(difference)

  const chip = summary.getByRole('button', { name: /^Подорожали/ })
  const promised = Number((await chip.innerText()).replace(/\D/g, ''))
  await chip.click()
  await expect(demoPage).toHaveURL(/kind=dearer/)
  await shell.settled()
  await expect(table.locator('tbody tr')).toHaveCount(promised)
  await expect(table.locator('tbody tr').filter({ hasText: 'Подорожал' })).toHaveCount(promised)
  await expect(table).not.toContainText(/undefined|NaN|\[object|\{\w+\}/)

  const name = await table.locator('tbody tr a').first().innerText()
  await table.locator('tbody tr a').first().click()
  await expect(new ResourcesPage(demoPage).drawer.getByRole('heading', { level: 2 })).toHaveText(name)
})

test('the changes are saved as a file', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  await shell.open('Изменения')
  await shell.settled()
  const [download] = await Promise.all([
    demoPage.waitForEvent('download'),
    demoPage
      .getByRole('button', { name: 'Экспорт' })
      .click()
      .then(() => demoPage.getByRole('menuitem', { name: 'CSV' }).click()),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  await expect(demoPage.getByText('Файл сохранён')).toBeVisible()
})

test('an organisation without connections is told what to do first', async ({ ownPage }) => {
  await new StartPage(ownPage).createOrganisation()
  await new Shell(ownPage).open('Изменения')
  await expect(ownPage.getByText('Подключений ещё нет')).toBeVisible()
  await expect(ownPage.getByRole('link', { name: 'К подключениям' })).toHaveAttribute('href', '/connections')
})
