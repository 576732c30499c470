import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { OTHER_PHRASE, PHRASE, VaultPage } from '../pages/vault-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

const vaultFile = (folder: string): string => join(folder, 'infrazen.vault')

test('a place for keys is chosen by keyboard alone, once the passphrase is good enough', async ({
  ownHost,
  ownPage,
}) => {
  const vault = new VaultPage(ownPage)
  const shell = new Shell(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  // There is no keychain in this test's world: the file is suggested, and what forgetting would cost is said.
  await expect(vault.place('file')).toBeChecked()
  await expect(ownPage.getByText('Забытую фразу не вернуть')).toBeVisible()
  await shell.tabTo(vault.place('file'))
  await shell.tabTo(ownPage.getByLabel('Новая парольная фраза'))
  await ownPage.keyboard.type('qwerty')
  await ownPage.keyboard.press('Enter')
  await expect(ownPage.getByLabel('Новая парольная фраза')).toBeFocused()
  await expect(ownPage.getByText('Фраза слишком простая: что изменить, сказано ниже.')).toBeVisible()
  await ownPage.keyboard.press('Control+a')
  await ownPage.keyboard.type(PHRASE)
  await shell.tabTo(ownPage.getByLabel('Фраза ещё раз'))
  await ownPage.keyboard.type(OTHER_PHRASE)
  await ownPage.keyboard.press('Enter')
  await expect(ownPage.getByText('Фразы не совпадают.')).toBeVisible()
  expect(existsSync(vaultFile(ownHost.dataFolder))).toBe(false)
  await ownPage.getByLabel('Фраза ещё раз').fill(PHRASE)
  await ownPage.keyboard.press('Enter')
  await expect(vault.state('Открыт')).toBeVisible()
  expect(existsSync(vaultFile(ownHost.dataFolder))).toBe(true)
})

test('a keychain that is not there is told with the system’s words and keeps nothing', async ({
  ownPage,
}) => {
  const vault = new VaultPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  await vault.place('keychain').check()
  await expect(ownPage.getByText('Ответ системы: INFRAZEN_KEYCHAIN=off')).toBeVisible()
  await ownPage.getByRole('button', { name: 'Хранить здесь' }).click()
  await expect(ownPage.getByRole('alert')).toContainText('Системное хранилище паролей не отвечает.')
  await expect(ownPage.getByText('Место ещё не выбрано')).toBeVisible()
})

test('the file is locked and opened, and a wrong passphrase is told under its field', async ({ ownPage }) => {
  const vault = new VaultPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  await vault.chooseFile()
  await ownPage.getByRole('button', { name: 'Закрыть файл' }).click()
  await expect(vault.state('Закрыт')).toBeVisible()
  await vault.unlock('не та фраза')
  await expect(ownPage.getByRole('alert')).toContainText('Парольная фраза не подошла.')
  for (let guess = 2; guess <= 6; guess += 1) {
    await vault.unlock(`не та фраза ${guess}`)
    await expect(ownPage.getByRole('alert')).toContainText(guess < 6 ? 'не подошла' : 'Слишком много попыток')
  }
})

test('the passphrase is changed by whoever knows it', async ({ ownPage }) => {
  const vault = new VaultPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  await vault.chooseFile()
  await ownPage.getByRole('button', { name: 'Сменить фразу…' }).click()
  const dialog = ownPage.getByRole('dialog')
  await expect(dialog.getByLabel('Нынешняя парольная фраза')).toBeFocused()
  await dialog.getByLabel('Нынешняя парольная фраза').fill(OTHER_PHRASE)
  await vault.enterNew(OTHER_PHRASE)
  await dialog.getByRole('button', { name: 'Сменить фразу' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Парольная фраза не подошла.')
  await dialog.getByLabel('Нынешняя парольная фраза').fill(PHRASE)
  await dialog.getByRole('button', { name: 'Сменить фразу' }).click()
  await expect(ownPage.getByText('Парольная фраза изменена')).toBeVisible()
  await ownPage.getByRole('button', { name: 'Закрыть файл' }).click()
  await vault.unlock(OTHER_PHRASE)
  await expect(vault.state('Открыт')).toBeVisible()
})

test('a forgotten passphrase ends in a new file, and the old one is set aside', async ({
  ownHost,
  ownPage,
}) => {
  const vault = new VaultPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  await vault.chooseFile()
  await ownPage.getByRole('button', { name: 'Закрыть файл' }).click()
  await ownPage.getByRole('button', { name: 'Фраза забыта?' }).click()
  await expect(ownPage.getByText('Прежний файл программа отложит под другим именем')).toBeVisible()
  await vault.enterNew(OTHER_PHRASE)
  await ownPage.getByRole('button', { name: 'Хранить здесь' }).click()
  await expect(vault.state('Открыт')).toBeVisible()
  expect(readdirSync(ownHost.dataFolder)).toContain('infrazen.vault.old-1')
})

test('a damaged file is told, left alone, and makes room when the person says so', async ({
  ownHost,
  ownPage,
}) => {
  const vault = new VaultPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await vault.open()
  await vault.chooseFile()
  writeFileSync(vaultFile(ownHost.dataFolder), 'что-то другое')
  await vault.open()
  await expect(vault.state('Повреждён')).toBeVisible()
  await vault.place('file').check()
  await expect(ownPage.getByText('В папке данных лежит повреждённый файл с ключами.')).toBeVisible()
  await vault.enterNew(PHRASE)
  await ownPage.getByRole('button', { name: 'Хранить здесь' }).click()
  await expect(vault.state('Открыт')).toBeVisible()
  expect(readdirSync(ownHost.dataFolder)).toContain('infrazen.vault.old-1')
})

test('the demo company has no keys and changes none of the installation’s settings', async ({ demoPage }) => {
  await new VaultPage(demoPage).open()
  await expect(demoPage.getByText('Демо-компания не связана с облаками, ключей у неё нет.')).toBeVisible()
  await new Shell(demoPage).go('/settings?section=network')
  await expect(demoPage.getByText('Демо-компания ни к чему не обращается: настраивать нечего.')).toBeVisible()
  await expect(demoPage.getByRole('main').getByRole('textbox')).toHaveCount(0)
})
