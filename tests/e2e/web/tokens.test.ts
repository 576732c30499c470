import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('a token is made, shown this once, and revoked', async ({ ownPage }) => {
  await new StartPage(ownPage).createOrganisation()
  await new Shell(ownPage).go('/settings?section=security')
  await expect(ownPage.getByText('Ключей нет')).toBeVisible()
  await ownPage.getByRole('button', { name: 'Создать ключ' }).click()
  const dialog = ownPage.getByRole('dialog')
  await expect(dialog.getByLabel('Название')).toBeFocused()
  await dialog.getByRole('button', { name: 'Создать ключ' }).click()
  await expect(dialog.getByText('Введите название')).toBeVisible()
  await dialog.getByLabel('Название').fill('Отчёты по расписанию')
  await dialog.getByLabel('Роль').selectOption({ label: 'Аналитик' })
  await dialog.getByLabel('Действует до').fill('2020-01-01')
  await dialog.getByRole('button', { name: 'Создать ключ' }).click()
  await expect(dialog.getByText('Этот день уже прошёл')).toBeVisible()
  await dialog.getByLabel('Действует до').fill('')
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.keyboard.press('Enter')

  await expect(dialog.getByRole('heading', { name: 'Ключ «Отчёты по расписанию» создан' })).toBeVisible()
  const token = await dialog.locator('code').first().innerText()
  expect(token).toMatch(/^izt_[\w-]{43}$/)
  await dialog.getByRole('button', { name: 'Копировать' }).click()
  await expect(dialog.getByRole('button', { name: 'Скопировано' })).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.keyboard.press('Escape')

  const row = ownPage.getByRole('row', { name: /Отчёты по расписанию/ })
  await expect(row).toContainText('Аналитик')
  await expect(row).toContainText('Бессрочно')
  await expect(row).toContainText('Не использовался')
  await expect(ownPage.locator('body')).not.toContainText(token)
  expect(await problemsOf(ownPage)).toEqual([])

  await row.getByRole('button', { name: 'Отозвать ключ «Отчёты по расписанию»' }).click()
  await dialog.getByRole('button', { name: 'Отозвать', exact: true }).click()
  await expect(ownPage.getByText('Ключей нет')).toBeVisible()
})
