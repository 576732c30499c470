import { DashboardPage, TOTAL } from '../pages/dashboard-page.ts'
import { Shell } from '../pages/shell.ts'
import { PASSWORD, StartPage } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

test('one click opens the demo company in Russian, marked as a demo, and a reload stays there', async ({
  ownPage,
}) => {
  await new StartPage(ownPage).openDemo()
  await expect(ownPage.getByText('ДЕМО').first()).toBeVisible()
  await expect(ownPage.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(new DashboardPage(ownPage).kpi(TOTAL)).toContainText('₽')
  await ownPage.reload()
  await expect(new Shell(ownPage).heading('Обзор')).toBeVisible()
})

test('a new organisation needs a strong password, then starts empty and invents nothing', async ({
  ownPage,
}) => {
  const start = new StartPage(ownPage)
  await ownPage.getByRole('button', { name: /^Создать организацию/ }).click()
  await start.fillOrganisation({
    organisation: 'ООО «Вектор»',
    name: 'Мария Белова',
    password: 'qwerty12345',
  })
  await expect(ownPage.getByText('Уберите ряды вроде 12345 или йцуке.')).toBeVisible()
  await start.fillOrganisation({ organisation: 'ООО «Вектор»', name: 'Мария Белова', password: PASSWORD })
  await expect(new Shell(ownPage).heading('Обзор')).toBeVisible()
  await expect(ownPage.getByText('В этой организации ещё нет данных о расходах')).toBeVisible()
  await expect(ownPage.getByText('ДЕМО', { exact: true })).toHaveCount(0)
})

test('budgets of a new organisation show the next step: the demo company’s', async ({ ownPage }) => {
  await new StartPage(ownPage).createOrganisation()
  await ownPage.getByRole('link', { name: 'Бюджеты', exact: true }).click()
  await expect(ownPage.getByText('Бюджетов ещё нет')).toBeVisible()
  await ownPage.getByRole('button', { name: 'Открыть демо-компанию' }).click()
  await expect(ownPage.getByText('ДЕМО').first()).toBeVisible()
})

test('a wrong password is told in place; the right one opens the organisation again', async ({ ownPage }) => {
  const start = new StartPage(ownPage)
  const shell = new Shell(ownPage)
  await start.createOrganisation()
  await shell.profile('Выйти')
  await ownPage
    .getByRole('button', { name: /Мария Белова/ })
    .or(ownPage.getByLabel('Пароль', { exact: true }))
    .first()
    .click()
  await start.enterPassword('не тот пароль')
  await expect(ownPage.getByText('Неверный пароль.')).toBeVisible()
  await start.enterPassword(PASSWORD)
  await expect(shell.heading('Обзор')).toBeVisible()
})

test('locking hides everything until the password is entered', async ({ ownPage }) => {
  const start = new StartPage(ownPage)
  const shell = new Shell(ownPage)
  await start.createOrganisation()
  await shell.profile('Заблокировать')
  await expect(ownPage.getByRole('heading', { name: 'Экран заблокирован' })).toBeVisible()
  await expect(ownPage.getByRole('navigation')).toHaveCount(0)
  await ownPage.reload()
  await expect(ownPage.getByRole('heading', { name: 'Экран заблокирован' })).toBeVisible()
  await start.enterPassword(PASSWORD)
  await expect(shell.heading('Обзор')).toBeVisible()
})

test('a stranger who did not come by the link sees no page of ours', async ({ ownHost, context }) => {
  const page = await context.newPage()
  const answer = await page.goto(ownHost.origin)
  expect(answer?.status()).toBe(401)
  await expect(page.locator('#root')).toHaveCount(0)
})
