import type { Page } from '@playwright/test'
import { bankStatement, octoberUpd, updXml } from '#tests/support/documents.ts'
import { DocumentsPage, given } from '../pages/documents-page.ts'
import { problemsOf } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

const PAID = {
  number: '15',
  day: '12.11.2026',
  amount: '1220.00',
  purpose: 'Оплата по УПД № 1001 от 31.10.2026',
}

async function openDemo(page: Page): Promise<DocumentsPage> {
  const documents = new DocumentsPage(page)
  await page.getByRole('button', { name: /^Открыть демо-компанию/ }).click()
  await expect(documents.shell.heading('Обзор')).toBeVisible()
  await documents.open('2026-10')
  return documents
}

test('documents and a statement come in, and each file says what became of it', async ({ ownPage }) => {
  const documents = await openDemo(ownPage)
  await expect(documents.table.getByRole('row')).toHaveCount(5)

  await documents.load(
    given('упд.xml', updXml(octoberUpd())),
    given('сломанный.xml', updXml(octoberUpd()).replace('</ТаблСчФакт>', '')),
    given('старый.xml', updXml(octoberUpd({ version: '5.01' }))),
    given('сентябрь.xml', updXml(octoberUpd({ number: '900', day: '30.09.2026', lines: september }))),
    given('выписка.txt', bankStatement([PAID])),
  )
  await expect(documents.results).toContainText('упд.xml: загружен')
  await expect(documents.results).toContainText('В файле «сломанный.xml» ошибка XML: строка 14.')
  await expect(documents.results).toContainText('Формат УПД 5.01 не поддерживается.')
  await expect(documents.results).toContainText('платежей поставщикам: 1, найдено документов: 1')
  await expect(documents.results).toContainText('Попал в сентябрь 2026')
  await expect(ownPage.getByText('Неизвестно, к какому подключению относится 1 документ.')).toBeVisible()
  await expect(documents.row('УПД № 1001')).toContainText('Оплачен')
  expect(await problemsOf(ownPage)).toEqual([])
})

test('a document is given its account, and goes out again with a reason', async ({ ownPage }) => {
  const documents = await openDemo(ownPage)
  await documents.load(given('упд.xml', updXml(octoberUpd())))
  await documents.row('УПД № 1001').getByRole('button', { name: 'УПД № 1001' }).press('Enter')
  const drawer = ownPage.getByRole('dialog', { name: 'УПД № 1001' })
  await expect(drawer).toContainText('ИНН 7700000001, КПП 770001001')
  await expect(drawer.getByRole('table', { name: 'Строки документа' }).getByRole('row')).toHaveCount(4)
  await drawer.getByLabel('Чей документ').selectOption({ label: 'Beget Dev' })
  await expect(drawer.getByLabel(/^Все документы поставщика/)).toBeChecked()
  expect(await problemsOf(ownPage)).toEqual([])
  await drawer.getByRole('button', { name: 'Сохранить' }).click()
  await expect(ownPage.getByText('Изменения сохранены')).toBeVisible()
  await ownPage.keyboard.press('Escape')
  await expect(documents.row('УПД № 1001')).toContainText('Второй за месяц')
  await expect(ownPage.getByText(/^Неизвестно, к какому/)).toHaveCount(0)

  await documents.row('УПД № 1001').getByRole('button', { name: 'УПД № 1001' }).click()
  await drawer.getByRole('button', { name: 'Исключить документ' }).click()
  const asking = ownPage.getByRole('dialog', { name: 'Исключить документ № 1001?' })
  await asking.getByRole('button', { name: 'Исключить документ' }).click()
  await expect(asking.getByText('Напишите причину')).toBeVisible()
  await asking.getByLabel('Причина').fill('Прислан по ошибке')
  await asking.getByRole('button', { name: 'Исключить документ' }).click()
  await expect(documents.row('УПД № 1001')).toHaveCount(0)
})

const september = [
  { name: 'Облако за сентябрь 2026 г.', without: '1000.00', rate: '22%', vat: '220.00', total: '1220.00' },
]

test('the figures of a paper are typed by the keyboard, and must make sense', async ({ ownPage }) => {
  await ownPage.emulateMedia({ colorScheme: 'dark' })
  const documents = await openDemo(ownPage)
  await ownPage.getByRole('button', { name: 'Ввести вручную' }).press('Enter')
  const dialog = ownPage.getByRole('dialog', { name: 'Документ вручную' })
  await dialog.getByLabel('Номер').fill('Б-77')
  await dialog.getByLabel('Чей документ').selectOption({ label: 'Beget Prod' })
  await dialog.getByLabel('Сумма без НДС').fill('1 000,00')
  await dialog.getByLabel('Сумма НДС').fill('220')
  await dialog.getByLabel('Всего с НДС').fill('1 221')
  await ownPage.keyboard.press('Enter')
  await expect(dialog.getByText(/^Сумма без НДС и НДС дают 1.220,00/)).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await dialog.getByRole('button', { name: 'Рассчитать по сумме без НДС' }).press('Enter')
  await expect(dialog.getByLabel('Всего с НДС')).toHaveValue('1220')
  await dialog.getByRole('button', { name: 'Сохранить' }).press('Enter')
  await expect(documents.row('Акт № Б-77')).toContainText(/1.220,00/)
  await expect(documents.row('Акт № Б-77')).toContainText('ООО «Бегет»')
})

test('files dropped on the page are documents here, not bills', async ({ ownPage }) => {
  const documents = await openDemo(ownPage)
  await documents.drop(given('упд.xml', updXml(octoberUpd())))
  await expect(documents.results).toContainText('упд.xml: загружен')
  const pays = ownPage.getByLabel(/^Что оплачивает платёж № 299/)
  await pays.selectOption({ index: 1 })
  await expect(ownPage.getByText('Связь платежа с документом сохранена')).toBeVisible()
  await ownPage.getByRole('button', { name: 'Удалить платёж № 299' }).click()
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click()
  await expect(pays).toHaveCount(0)
})
