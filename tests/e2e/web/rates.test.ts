import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

const problemsOf = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary ?? ''}`),
  )

test('an accountant enters a rate, closes the month and opens it again with a reason', async ({
  ownPage,
}) => {
  const shell = new Shell(ownPage)
  await ownPage.emulateMedia({ colorScheme: 'dark' })
  await ownPage.getByRole('button', { name: /^Открыть демо-компанию/ }).click()
  await expect(shell.heading('Обзор')).toBeVisible()
  await shell.go('/data?tab=rates&month=2026-10')
  await expect(ownPage.getByText('Условные курсы демо-компании').first()).toBeVisible()
  await shell.settled()

  await ownPage.getByRole('button', { name: 'Ввести курс' }).press('Enter')
  await ownPage.getByLabel('Курс, ₽').fill('81,5')
  await ownPage.getByLabel('Основание').fill('пункт 4.2 договора')
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.keyboard.press('Enter')
  const own = ownPage.getByRole('region', { name: 'Свои курсы этого месяца' })
  await expect(own).toContainText('81,5000 ₽ за 1 USD. пункт 4.2 договора')

  await shell.go('/data?tab=months')
  await ownPage.getByRole('button', { name: 'Закрыть октябрь 2026 г.' }).click()
  await ownPage.getByLabel('Примечание').fill('акты подписаны')
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Закрыть', exact: true }).last().click()
  const row = ownPage.getByRole('row', { name: /октябрь 2026/ })
  await expect(row).toContainText('По курсу на день начисления')
  expect(await problemsOf(ownPage)).toEqual([])
  await row.getByRole('link').click()
  await expect(ownPage.getByRole('note').filter({ hasText: 'Месяц закрыт' })).toBeVisible()
  await expect(ownPage.getByRole('button', { name: 'Ввести курс' })).toHaveCount(0)

  await shell.go('/data?tab=months')
  await ownPage.getByRole('button', { name: 'Открыть октябрь 2026 г.' }).click()
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Открыть', exact: true }).click()
  await expect(ownPage.getByText('Укажите причину')).toBeVisible()
  await ownPage.getByLabel('Причина').fill('исправленный акт')
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Открыть', exact: true }).click()
  await expect(row).toContainText('Открыт снова')
  await ownPage.getByRole('button', { name: /^История: октябрь 2026/ }).click()
  await expect(ownPage.getByText('Причина: исправленный акт')).toBeVisible()
})
