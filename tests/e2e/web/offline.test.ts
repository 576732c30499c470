import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { signer, someRates } from '#tests/support/izpack.ts'
import { DataPage } from '../pages/data-page.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { focusFile, november } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

const PHRASE = 'сирень звонит поезду утром'

/** What the person picks in the system's own dialog. */
async function pick(page: Page, button: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles(file)
}

test('the network is switched off, and whatever needs it says so calmly', async ({ ownPage }) => {
  const shell = new Shell(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await shell.go('/settings?section=network')
  const box = ownPage.getByRole('checkbox', { name: 'Не выходить в сеть' })
  await box.press('Space')
  await expect(ownPage.getByText('Автономный режим включён')).toBeVisible()
  await expect(box).toBeChecked()
  const notice = ownPage.getByRole('complementary', { name: 'Автономный режим' })
  await expect(notice).toContainText('программа не выходит в сеть')
  expect(await problemsOf(ownPage)).toEqual([])

  await shell.go('/data?tab=rates&month=2026-10')
  await ownPage.getByRole('button', { name: 'Загрузить с сайта Банка России' }).click()
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Загрузить' }).click()
  await expect(ownPage.getByRole('dialog')).toContainText('программа не обращается к сети')
  await ownPage.keyboard.press('Escape')

  await notice.getByRole('link', { name: 'Подробнее' }).click()
  await box.uncheck()
  await expect(notice).toHaveCount(0)
})

test('a package of rates is loaded once its signer’s fingerprint has been compared', async ({ ownPage }) => {
  const vendor = signer(mkdtempSync(join(tmpdir(), 'infrazen-e2e-')))
  const path = vendor.make('rates', someRates('81.5'), { name: 'Курсы', version: '2026-11' })
  const file = { name: 'rates.izpack', mimeType: 'application/octet-stream', buffer: readFileSync(path) }
  await new StartPage(ownPage).createOrganisation()
  await new Shell(ownPage).go('/settings?section=packages')
  await pick(ownPage, 'Загрузить пакет…', file)
  await expect(ownPage.getByRole('alert')).toContainText(`неизвестным ключом ${vendor.fingerprint}`)

  await ownPage.getByRole('button', { name: 'Добавить ключ…' }).click()
  const dialog = ownPage.getByRole('dialog')
  await dialog.getByLabel('Чей ключ').fill('Головной офис')
  await dialog.getByLabel('Открытый ключ').fill('не ключ')
  await expect(dialog.getByText('Это не открытый ключ.')).toBeVisible()
  await dialog.getByLabel('Открытый ключ').fill(vendor.publicPem)
  await expect(dialog.getByText(vendor.fingerprint)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Доверять ключу' })).toBeDisabled()
  await dialog.getByLabel('Отпечаток сверен с владельцем ключа').check()
  expect(await problemsOf(ownPage)).toEqual([])
  await dialog.getByRole('button', { name: 'Доверять ключу' }).click()
  await expect(ownPage.getByText('Ключ добавлен')).toBeVisible()

  await pick(ownPage, 'Загрузить пакет…', file)
  const row = ownPage.getByRole('row', { name: /Курсы Банка России/ })
  await expect(row).toContainText('2 курса: USD, 15.09.2026 – 15.10.2026.')
  await expect(row).toContainText('ключ «Головной офис»')
  await expect(ownPage.getByRole('alert')).toHaveCount(0)
  expect(await problemsOf(ownPage)).toEqual([])
})

test('months go out in a parcel that its passphrase opens, and come in where they are wanted', async ({
  ownPage,
}) => {
  const data = new DataPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await data.open()
  await data.choose(focusFile('bill.csv', { days: november(2, 3) }))
  await data.stands('Готов к загрузке')
  await data.load()
  await new Shell(ownPage).go('/settings?section=packages')
  await ownPage.getByRole('button', { name: 'Сделать посылку' }).click()
  await expect(ownPage.getByText('Выберите хотя бы один месяц.')).toBeVisible()
  await ownPage.getByRole('checkbox', { name: /^ноябрь 2026/i }).check()
  await ownPage.getByLabel('Фраза для посылки').fill(PHRASE)
  await ownPage.getByLabel('Фраза ещё раз').fill(PHRASE)
  await ownPage.getByRole('button', { name: 'Сделать посылку' }).click()
  const made = ownPage.getByRole('region', { name: 'Готовые посылки' })
  await expect(made).toContainText('2 строки')
  expect(await problemsOf(ownPage)).toEqual([])
  const download = ownPage.waitForEvent('download')
  await made.getByRole('button', { name: 'Сохранить' }).click()
  const saved = await (await download).path()
  const file = { name: 'parcel.izdata', mimeType: 'application/octet-stream', buffer: readFileSync(saved) }

  await pick(ownPage, 'Открыть посылку…', file)
  const dialog = ownPage.getByRole('dialog')
  await dialog.getByLabel('Фраза посылки').fill('другая фраза совсем')
  await dialog.getByRole('button', { name: 'Посмотреть' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Фраза не подошла')
  await dialog.getByLabel('Фраза посылки').fill(PHRASE)
  await dialog.getByRole('button', { name: 'Посмотреть' }).click()
  await expect(dialog.getByRole('row', { name: /ноябрь 2026/i })).toContainText('20,50')
  await expect(dialog.getByRole('button', { name: 'Добавить' })).toBeDisabled()
  await dialog.getByLabel('Отпечаток сверен с отправителем').check()
  expect(await problemsOf(ownPage)).toEqual([])
  await dialog.getByRole('button', { name: 'Добавить' }).click()
  await expect(ownPage.getByText('Добавлены 2 строки')).toBeVisible()
  await expect(ownPage.getByRole('table', { name: 'Принятые месяцы' })).toContainText('ООО «Вектор»')
})
