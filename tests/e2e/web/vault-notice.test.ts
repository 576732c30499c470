import { Shell } from '../pages/shell.ts'
import { VaultPage } from '../pages/vault-page.ts'
import { expect, PHRASE, test } from '../support/cloud.ts'

test('while the keys of a connection are locked every page says so, and the passphrase is given there', async ({
  office,
  connected,
}) => {
  const { page, client } = office
  const notice = page.getByRole('complementary', { name: 'Хранилище ключей' })
  await expect(page.getByText(connected.name).first()).toBeVisible()
  await expect(notice).toHaveCount(0)

  await client.value('vault.lock', {})
  await expect(notice).toContainText('Хранилище ключей закрыто: синхронизация подождёт.')
  await new Shell(page).open('Бюджеты')
  await notice.getByRole('button', { name: 'Открыть' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Парольная фраза', { exact: true })).toBeFocused()
  await new VaultPage(page).unlock('не та фраза', dialog)
  await expect(dialog.getByRole('alert')).toContainText('Парольная фраза не подошла.')
  await new VaultPage(page).unlock(PHRASE, dialog)
  await expect(notice).toHaveCount(0)
  await new VaultPage(page).open()
  await expect(page.getByText('Хранятся ключи 1 подключения.')).toBeVisible()
})
