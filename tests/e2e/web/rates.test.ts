import { DataPage } from '../pages/data-page.ts'
import { LedgerPage } from '../pages/ledger-page.ts'
import { ReportsPage } from '../pages/reports-page.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { focusFile, november } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

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

test('a bill in dollars has a sum in roubles once its rates are loaded, and the sum names them', async ({
  ownPage,
}) => {
  const data = new DataPage(ownPage)
  const ledger = new LedgerPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await data.open()
  await data.choose(
    focusFile('aws.csv', { days: november(2, 3), given: { BillingCurrency: 'USD', BilledCost: '10' } }),
  )
  await data.stands('Готов к загрузке')
  await data.load()
  await ledger.open()
  await expect(ledger.totals).toContainText('Общей суммы нет: не хватает курсов: USD: 2–3 ноября 2026 г.')
  await ledger.totals.getByRole('link', { name: 'К курсам' }).click()
  await expect(ownPage.getByRole('note').filter({ hasText: 'USD: нет курса за 20 дней' })).toBeVisible()

  const [chooser] = await Promise.all([
    ownPage.waitForEvent('filechooser'),
    ownPage.getByRole('button', { name: 'Загрузить файл' }).click(),
  ])
  const rates = 'дата;валюта;номинал;курс\n31.10.2026;USD;1;80,5\n03.11.2026;USD;1;81\n14.11.2026;USD;1;82\n'
  await chooser.setFiles({ name: 'курсы.csv', mimeType: 'text/csv', buffer: Buffer.from(rates) })
  await expect(ownPage.getByText('Курсы загружены: новых 3, изменено 0')).toBeVisible()
  await expect(ownPage.getByRole('row', { name: /02\.11\.2026 80,5000 курс от 31\.10\.2026/ })).toBeVisible()

  await ledger.open()
  await expect(ledger.totals).toContainText('1 615,00')
  await ledger.totals.getByRole('button', { name: /Пересчёт: по курсу на день начисления/ }).click()
  await expect(ledger.totals.getByRole('row', { name: /USD 31\.10\.2026 80,5000/ })).toBeVisible()

  // A report follows the organisation's rule until somebody gives it one of its own.
  const reports = new ReportsPage(ownPage)
  await reports.open()
  await ownPage.keyboard.press('n')
  await reports.drawn()
  await ownPage.getByRole('tab', { name: 'Отчёт' }).click()
  await ownPage.getByRole('button', { name: /^Прошлый месяц/ }).click()
  await ownPage.getByRole('button', { name: 'Этот месяц' }).click()
  await expect(ownPage.getByLabel('Пересчёт')).toHaveCount(0)
  await ownPage.getByLabel('Валюта').selectOption({ label: 'Всё в RUB' })
  await expect(reports.sheet.getByText(/Пересчёт в RUB .* на день начисления/)).toBeVisible()
  await ownPage.getByLabel('Пересчёт').selectOption({ label: 'По курсу на день начисления' })
  await ownPage.getByLabel('Пересчёт').selectOption({ label: 'По среднему курсу месяца' })
  await expect(reports.sheet.getByText(/Пересчёт в RUB .*средн/)).toBeVisible()
  await reports.shell.settled()
  expect(await problemsOf(ownPage)).toEqual([])
})
