import type { Page } from '@playwright/test'
import { fakeAuthority, fakeCertificate } from '#tests/fakes/fault-tls.ts'
import { storedBytes } from '#tests/support/stored-bytes.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { PHRASE, VaultPage } from '../pages/vault-page.ts'
import { expect, test } from '../support/test.ts'

const PASSWORD = 'not-a-real-proxy-password'
const open = (page: Page) => new Shell(page).go('/settings?section=network')
const save = (page: Page) => page.getByRole('button', { name: 'Сохранить' }).click()
const choose = (page: Page, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ca.pem', mimeType: 'text/plain', buffer: Buffer.from(text) })

test('a proxy’s password asks for a place first, goes there, and is never shown again', async ({
  ownHost,
  ownPage,
}) => {
  await new StartPage(ownPage).createOrganisation()
  await open(ownPage)
  await ownPage.getByRole('radio', { name: 'Свой прокси' }).check()
  await save(ownPage)
  await expect(ownPage.getByText('Укажите адрес прокси.')).toBeVisible()
  await ownPage.getByLabel('Адрес прокси').fill('proxy.example:3128')
  await ownPage.getByLabel('Имя пользователя').fill('anna')
  await ownPage.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await save(ownPage)

  const dialog = ownPage.getByRole('dialog')
  await expect(dialog).toContainText('Выберите, где хранить ключи и пароли')
  const vault = new VaultPage(ownPage)
  await vault.enterNew(PHRASE)
  await dialog.getByRole('button', { name: 'Хранить здесь' }).click()
  await expect(ownPage.getByText('Настройки сети сохранены')).toBeVisible()

  await ownPage.reload()
  await expect(ownPage.getByLabel('Адрес прокси')).toHaveValue('http://proxy.example:3128')
  await expect(ownPage.getByLabel('Пароль', { exact: true })).toHaveValue('')
  await expect(ownPage.getByText('Пароль сохранён. Оставьте поле пустым, чтобы не менять его.')).toBeVisible()
  expect(storedBytes(ownHost.dataFolder).includes(PASSWORD)).toBe(false)

  await ownPage.getByRole('button', { name: 'Удалить пароль' }).click()
  await expect(ownPage.getByText('Пароль прокси удалён')).toBeVisible()
  await expect(ownPage.getByRole('button', { name: 'Удалить пароль' })).toHaveCount(0)
})

test('a locked vault asks for its passphrase, and what was refused goes on by itself', async ({
  ownPage,
}) => {
  const vault = new VaultPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  await vault.chooseFile()
  await ownPage.getByRole('button', { name: 'Закрыть файл' }).click()
  await expect(vault.state('Закрыт')).toBeVisible()
  await open(ownPage)
  await ownPage.getByRole('radio', { name: 'Свой прокси' }).check()
  await ownPage.getByLabel('Адрес прокси').fill('http://proxy.example:3128')
  await ownPage.getByLabel('Имя пользователя').fill('anna')
  await ownPage.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await save(ownPage)
  const dialog = ownPage.getByRole('dialog')
  await expect(dialog.getByLabel('Парольная фраза', { exact: true })).toBeFocused()
  await ownPage.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await save(ownPage)
  await vault.unlock(PHRASE, dialog)
  await expect(ownPage.getByText('Настройки сети сохранены')).toBeVisible()
  await expect(dialog).toBeHidden()
})

test('an address that is none is refused, with the name and password in it shown nowhere', async ({
  ownHost,
  ownPage,
}) => {
  await new StartPage(ownPage).createOrganisation()
  await open(ownPage)
  await ownPage.getByRole('radio', { name: 'Свой прокси' }).check()
  await ownPage.getByLabel('Адрес прокси').fill(`http://anna:${PASSWORD}@proxy.example:3128`)
  await save(ownPage)
  const told = ownPage.getByRole('alert')
  await expect(told).toContainText('Адрес прокси не разобрать: http://proxy.example:3128')
  await expect(told).not.toContainText(PASSWORD)
  expect(storedBytes(ownHost.dataFolder).includes(PASSWORD)).toBe(false)
})

test('an authority of the organisation is added from a file, shown with its last day, and removed', async ({
  ownPage,
}) => {
  await new StartPage(ownPage).createOrganisation()
  await open(ownPage)
  await expect(ownPage.getByText('Дополнительных сертификатов нет')).toBeVisible()
  await choose(ownPage, fakeCertificate('server').key)
  await expect(ownPage.getByRole('alert')).toContainText('В файле есть закрытый ключ, поэтому он не принят.')
  await choose(ownPage, 'не сертификат')
  await expect(ownPage.getByRole('alert')).toContainText('В файле нет сертификатов в формате PEM.')
  await choose(ownPage, 'x'.repeat(200_001))
  await expect(ownPage.getByText('Файл слишком большой')).toBeVisible()
  await choose(ownPage, fakeAuthority())
  await expect(ownPage.getByRole('row', { name: 'Not A Real Authority 02.11.2126' })).toBeVisible()
  await expect(ownPage.getByRole('alert')).toHaveCount(0)
  await ownPage.getByRole('button', { name: 'Убрать все' }).click()
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Убрать все' }).click()
  await expect(ownPage.getByText('Дополнительных сертификатов нет')).toBeVisible()
})
