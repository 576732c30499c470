import { ClosingPage } from '../pages/closing-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('an accountant signs what agrees and explains what does not, and the month is ready to be closed', async ({
  ownPage,
}) => {
  const closing = new ClosingPage(ownPage)
  await new StartPage(ownPage).openDemo()
  await closing.open()
  await expect(closing.step('Данные полны')).toContainText('Полны данные 4 из 4 подключений')
  await expect(closing.step('Акты сверены')).toContainText('Подписана сверка 0 из 4 подключений')
  expect(await problemsOf(ownPage)).toEqual([])

  // The one way on leads to the first account that is not signed.
  await ownPage.getByRole('button', { name: 'Сверить акты' }).click()
  await expect(closing.drawer.getByRole('heading', { name: 'Beget Dev' })).toBeVisible()
  await expect(closing.drawer.getByText('Акт и детализация сходятся до копейки.')).toBeVisible()
  await closing.sign()
  await expect(closing.row('Beget Dev')).toContainText('Есть')

  await closing.openAccount('Selectel BU-A (prod)')
  const causes = closing.drawer.getByRole('region', { name: 'Почему есть разница' })
  await expect(causes).toContainText('Корректировка+1 200,00 ₽')
  await expect(causes).toContainText('Округление+4,18 ₽')
  expect(await problemsOf(ownPage)).toEqual([])
  await closing.drawer.getByRole('button', { name: 'Подписать сверку' }).click()
  await expect(closing.drawer.getByText('Напишите, почему разница принята')).toBeVisible()
  await closing.sign('Корректировку поставщик подтвердил')
  for (const name of ['Beget Prod', 'Selectel BU-B (dev/stage)']) {
    await closing.openAccount(name)
    await closing.sign()
  }

  await closing.choose('Закрытие')
  await expect(closing.step('Акты сверены')).toContainText('Готово')
  await expect(ownPage.getByRole('button', { name: 'Закрыть месяц', exact: true })).toBeVisible()
})

test('a month is closed without waiting for the rest, stands as it is, and is opened again with a reason', async ({
  ownPage,
}) => {
  const closing = new ClosingPage(ownPage)
  await new StartPage(ownPage).openDemo()
  await closing.open()
  await ownPage.getByRole('button', { name: 'Закрыть месяц, не дожидаясь остального' }).click()
  await closing.drawer.getByRole('button', { name: 'Закрыть', exact: true }).last().click()
  await expect(closing.step('Месяц закрыт')).toContainText('Анна Соколова')
  await expect(ownPage.getByRole('button', { name: 'Закрыть месяц, не дожидаясь остального' })).toHaveCount(0)

  await closing.choose('Сверка')
  await closing.openAccount('Beget Dev')
  await expect(closing.drawer.getByText('Месяц закрыт: подписи не меняются.')).toBeVisible()
  await ownPage.keyboard.press('Escape')

  await closing.choose('Закрытие')
  await ownPage.getByRole('button', { name: 'Открыть месяц' }).click()
  await closing.drawer.getByLabel('Причина').fill('Поставщик прислал исправленный акт')
  await closing.drawer.getByRole('button', { name: 'Открыть', exact: true }).click()
  await expect(closing.step('Месяц закрыт')).toContainText('Нужно сделать')
  await ownPage.getByText(/^История/).click()
  await expect(ownPage.getByText('Причина: Поставщик прислал исправленный акт')).toBeVisible()
})

test('acts go into 1C as a table and as text once it is said what 1C calls them', async ({ ownPage }) => {
  const closing = new ClosingPage(ownPage)
  await new StartPage(ownPage).openDemo()
  await closing.open('oneC')
  await expect(ownPage.getByText('Не заполнены соответствия: 4.')).toBeVisible()
  await expect(ownPage.getByRole('button', { name: 'Выгрузить в Excel' })).toHaveCount(0)
  expect(await problemsOf(ownPage)).toEqual([])

  await ownPage.getByRole('button', { name: 'Взять контрагентов из актов' }).click()
  await expect(ownPage.getByText('Не заполнены соответствия')).toHaveCount(0)
  const account = ownPage.getByLabel('Счёт затрат', { exact: true })
  await account.fill('60.01')
  await account.press('Enter')
  await expect(ownPage.getByText('Счёт «60.01» не похож на счёт бухгалтерского учёта.')).toBeVisible()
  await expect(account).toHaveValue('26')
  await account.fill('44.01')
  await account.press('Enter')
  await expect(ownPage.getByRole('cell', { name: '44.01' }).first()).toBeVisible()

  expect(await closing.download('Выгрузить в Excel')).toBe('InfraZen_1C_2026-10.xlsx')
  expect(await closing.download('Текст для 1С')).toBe('InfraZen_1C_2026-10.txt')
})

test('a company without acts is told what to begin with', async ({ ownPage }) => {
  const closing = new ClosingPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await closing.open()
  await expect(closing.step('Данные полны')).toContainText('Нет действующих подключений')
  await expect(closing.step('Акты сверены')).toContainText('Ждёт')
  await closing.choose('Сверка')
  await expect(ownPage.getByText('Сверять нечего')).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await closing.choose('1С')
  await expect(ownPage.getByText('Выгружать нечего')).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
})
