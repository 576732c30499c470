import { fakeAuthority } from '#tests/fakes/fault-tls.ts'
import { startSmtp } from '#tests/fakes/smtp.ts'
import { storedBytes } from '#tests/support/stored-bytes.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { PHRASE, VaultPage } from '../pages/vault-page.ts'
import { problemsOf } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

const person = { user: 'reports', password: 'not-a-real-mail-password' }

test('mail is set up and tried before the first report; its password is never shown again', async ({
  ownHost,
  ownPage,
}) => {
  const server = await startSmtp({ protection: 'tls', login: person })
  const shell = new Shell(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await shell.go('/settings?section=mail')
  await expect(ownPage.getByText('Сначала сохраните сервер и адрес отправителя.')).toBeVisible()

  const save = ownPage.getByRole('button', { name: 'Сохранить' })
  await save.click()
  await expect(ownPage.getByText('Укажите имя сервера')).toBeVisible()
  await expect(ownPage.getByLabel('Сервер', { exact: true })).toBeFocused()
  await ownPage.getByLabel('Сервер', { exact: true }).fill('mail.example.com')
  await ownPage.getByLabel('Защита').selectOption('none')
  await expect(ownPage.getByLabel('Порт')).toHaveValue('25')
  await ownPage.getByLabel('От кого').fill('Отчёты <reports@example.com>')
  await expect(ownPage.getByText('Без защиты письма уходят только на сервер этого компьютера')).toBeVisible()

  await ownPage.getByLabel('Защита').selectOption('tls')
  await expect(ownPage.getByLabel('Порт')).toHaveValue('465')
  await ownPage.getByLabel('Сервер', { exact: true }).fill('localhost')
  await ownPage.getByLabel('Порт').fill(String(server.port))
  await ownPage.getByLabel('Имя пользователя').fill(person.user)
  await ownPage.getByLabel('Пароль', { exact: true }).fill(person.password)
  await save.click()
  const dialog = ownPage.getByRole('dialog')
  await new VaultPage(ownPage).enterNew(PHRASE)
  await dialog.getByRole('button', { name: 'Хранить здесь' }).click()
  await expect(ownPage.getByText('Настройки почты сохранены')).toBeVisible()

  // The server's certificate is of an authority that nobody trusts yet.
  await ownPage.getByLabel('Кому').fill('anna')
  await ownPage.getByRole('button', { name: 'Отправить пробное письмо' }).click()
  await expect(ownPage.getByText('Укажите адрес, например')).toBeVisible()
  await ownPage.getByLabel('Кому').fill('anna@example.com')
  await ownPage.getByRole('button', { name: 'Отправить пробное письмо' }).click()
  await expect(ownPage.getByRole('alert')).toContainText('Защищённое соединение с localhost не установлено')
  expect(server.letters).toEqual([])
  await ownPage.getByRole('link', { name: 'Открыть «Сеть»' }).click()
  await ownPage
    .locator('input[type=file]')
    .setInputFiles({ name: 'ca.pem', mimeType: 'text/plain', buffer: Buffer.from(fakeAuthority()) })
  await expect(ownPage.getByText('Сертификаты добавлены')).toBeVisible()

  await shell.go('/settings?section=mail')
  await ownPage.getByLabel('Кому').fill('anna@example.com')
  await ownPage.getByRole('button', { name: 'Отправить пробное письмо' }).click()
  await expect(ownPage.getByText('Сервер принял письмо для anna@example.com')).toBeVisible()
  expect(server.letters).toMatchObject([{ to: ['anna@example.com'], isSecure: true, user: 'reports' }])

  await ownPage.reload()
  await expect(ownPage.getByLabel('Пароль', { exact: true })).toHaveValue('')
  await expect(ownPage.getByText('Пароль сохранён. Оставьте поле пустым, чтобы не менять его.')).toBeVisible()
  expect(storedBytes(ownHost.dataFolder).includes(person.password)).toBe(false)
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.getByRole('button', { name: 'Удалить пароль' }).click()
  await expect(ownPage.getByText('Пароль почты удалён')).toBeVisible()
  await server.close()
})

test('the demo company has no mail to set up', async ({ demoPage }) => {
  await new Shell(demoPage).go('/settings?section=mail')
  await expect(demoPage.getByText('Из демо-компании отчёты никуда не отправляются')).toBeVisible()
  await expect(demoPage.getByLabel('Порт')).toHaveCount(0)
})
