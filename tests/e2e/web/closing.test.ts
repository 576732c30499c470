import type { Page } from '@playwright/test'
import { connectWebClient } from '#tests/support/web-host.ts'
import { ClosingPage } from '../pages/closing-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { test as base, enterAs, expect, watch } from '../support/test.ts'

/** The demo company on a host of the test's own, made before the page comes: what is signed here is nobody else's. */
const test = base.extend<{ signer: Page }>({
  signer: async ({ ownHost, context }, use) => {
    const client = await connectWebClient(ownHost)
    await client.value('people.startDemo', {})
    await enterAs(context, ownHost, client)
    const page = await context.newPage()
    const settle = watch(page, ownHost.origin)
    await page.goto(ownHost.origin)
    await use(page)
    settle()
  },
})

test('an accountant signs what agrees and explains what does not', async ({ signer }) => {
  const closing = new ClosingPage(signer)
  await closing.open()
  await expect(closing.step('Данные полны')).toContainText('Полны данные 4 из 4 подключений')
  await expect(closing.step('Акты сверены')).toContainText('Подписана сверка 0 из 4 подключений')
  expect(await problemsOf(signer)).toEqual([])

  // The one way on leads to the first account that is not signed.
  await signer.getByRole('button', { name: 'Сверить акты' }).click()
  await expect(closing.drawer.getByRole('heading', { name: 'Beget Dev' })).toBeVisible()
  await expect(closing.drawer.getByText('Акт и детализация сходятся до копейки.')).toBeVisible()
  await closing.sign()
  await expect(closing.row('Beget Dev')).toContainText('Есть')

  await closing.openAccount('Selectel BU-A (prod)')
  const causes = closing.drawer.getByRole('region', { name: 'Почему есть разница' })
  await expect(causes).toContainText('Корректировка+1 200,00 ₽')
  await expect(causes).toContainText('Округление+4,18 ₽')
  expect(await problemsOf(signer)).toEqual([])
  await closing.drawer.getByRole('button', { name: 'Подписать сверку' }).click()
  await expect(closing.drawer.getByText('Напишите, почему разница принята')).toBeVisible()
  await closing.sign('Корректировку поставщик подтвердил')
  await closing.choose('Закрытие')
  await expect(closing.step('Акты сверены')).toContainText('Подписана сверка 2 из 4 подключений')
  await expect(closing.step('Акты сверены')).not.toContainText('Selectel BU-A')
})

test('a month is closed without waiting for the rest, stands as it is, and is opened again with a reason', async ({
  signer,
}) => {
  const closing = new ClosingPage(signer)
  await closing.open()
  await signer.getByRole('button', { name: 'Закрыть месяц, не дожидаясь остального' }).click()
  await closing.drawer.getByRole('button', { name: 'Закрыть', exact: true }).last().click()
  await expect(closing.step('Месяц закрыт')).toContainText('Анна Соколова')
  await expect(signer.getByRole('button', { name: 'Закрыть месяц, не дожидаясь остального' })).toHaveCount(0)

  await closing.choose('Сверка')
  await closing.openAccount('Beget Dev')
  await expect(closing.drawer.getByText('Месяц закрыт: подписи не меняются.')).toBeVisible()
  await signer.keyboard.press('Escape')

  await closing.choose('Закрытие')
  await signer.getByRole('button', { name: 'Открыть месяц' }).click()
  await closing.drawer.getByLabel('Причина').fill('Поставщик прислал исправленный акт')
  await closing.drawer.getByRole('button', { name: 'Открыть', exact: true }).click()
  await expect(closing.step('Месяц закрыт')).toContainText('Нужно сделать')
  await signer.getByText(/^История/).click()
  await expect(signer.getByText('Причина: Поставщик прислал исправленный акт')).toBeVisible()
})

test('acts go into 1C as a table and as text once it is said what 1C calls them', async ({ signer }) => {
  const closing = new ClosingPage(signer)
  await closing.open('oneC')
  await expect(signer.getByText('Не заполнены соответствия: 4.')).toBeVisible()
  await expect(signer.getByRole('button', { name: 'Выгрузить в Excel' })).toHaveCount(0)
  expect(await problemsOf(signer)).toEqual([])

  await signer.getByRole('button', { name: 'Взять контрагентов из актов' }).click()
  await expect(signer.getByText('Не заполнены соответствия')).toHaveCount(0)
  const account = signer.getByLabel('Счёт затрат', { exact: true })
  await account.fill('60.01')
  await account.press('Enter')
  await expect(signer.getByText('Счёт «60.01» не похож на счёт бухгалтерского учёта.')).toBeVisible()
  await expect(account).toHaveValue('26')
  await account.fill('44.01')
  await account.press('Enter')
  await expect(signer.getByRole('cell', { name: '44.01' }).first()).toBeVisible()

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
