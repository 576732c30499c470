import type { CallOutput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { BusinessPage } from '../pages/business-page.ts'
import { DataPage } from '../pages/data-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { focusFile, november } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

test('an analyst types, pastes and loads orders, and reads what an order costs', async ({ ownPage }) => {
  const business = new BusinessPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await business.open('units')
  await expect(ownPage.getByText('Показателей ещё нет')).toBeVisible()
  await business.addSeries({ name: 'Заказы', unit: 'заказ', step: 'day' })

  // The page of the month that is running; Enter goes down the column.
  await business.cell('01.11.2026').fill('12')
  await ownPage.keyboard.press('Enter')
  await expect(business.cell('02.11.2026')).toBeFocused()
  await ownPage.keyboard.type('много')
  await expect(ownPage.getByText('В 1 ячейке не число')).toBeVisible()
  await ownPage.keyboard.press('Escape')
  await business.paste(
    business.cell('02.11.2026'),
    november(2, 17)
      .map(() => '1 000,5\r\n')
      .join(''),
  )
  await expect(ownPage.getByText('Изменено 17 ячеек')).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(ownPage.getByText('Сохранено 17 значений')).toBeVisible()

  await business.loadFile('orders.csv', 'Дата;Заказы\n17.11.2026;8\n18.11.2026;30\n19.11.2026;25\nвчера;5\n')
  const dialog = ownPage.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: 'вчера;5' })).toContainText('Дата не читается')
  expect(await problemsOf(ownPage)).toEqual([])
  await dialog.getByRole('button', { name: 'Загрузить 3 значения' }).click()
  await expect(business.cell('17.11.2026')).toHaveValue('8')

  const data = new DataPage(ownPage)
  await data.open()
  await data.choose(focusFile('bill.csv', { days: november(1, 19) }))
  await data.load()
  await business.open('units')
  // 19 × 10.25 roubles by 12 + 15 × 1000.5 + 8 + 30 + 25 orders.
  const row = business.row('1–19 ноября 2026 г.')
  await expect(row).toContainText('194,75 ₽')
  await expect(row).toContainText('15 082,5')
  await expect(row).toContainText('0,0129 ₽')
  await ownPage.getByRole('radio', { name: 'День' }).check()
  await business.shell.settled()
  await ownPage.getByRole('grid').press('Control+End')
  await expect(business.row('18.11.2026')).toContainText('0,3417 ₽')
  await business.row('18.11.2026').getByText('10,25 ₽').click()
  await expect(business.shell.heading('Затраты')).toBeVisible()
})

test.describe('in the dark', () => {
  test.use({ look: { language: 'ru', theme: 'dark' }, colorScheme: 'dark' })

  test('a client’s margin stands to the kopeck, by the terms of each day', async ({ demo, demoPage }) => {
    const business = new BusinessPage(demoPage)
    const { items: tags } = await demo.client.value('allocation.listTags', {})
    const tagId = tags.find(({ kind }) => kind === 'client')?.id ?? ''
    const { items }: CallOutput<'business.listMargins'> = await demo.client.value('business.listMargins', {
      tagId,
      from: day('2025-12-01'),
      to: day('2026-11-19'),
    })
    const retail = items.find(({ part }) => part === 'Морошка Ритейл')
    const money = (amount: string | null | undefined): string =>
      formatMoney({ amount: amount ?? '', currency: 'RUB' }, 'ru')
    await business.open('clients')
    const row = business.row('Морошка Ритейл')
    await expect(row).toContainText(money(retail?.price))
    await expect(row).toContainText(money(retail?.margin))
    await expect(row).toContainText('затраты + 15 %')
    expect(await problemsOf(demoPage)).toEqual([])

    await row.getByText('Морошка Ритейл').click()
    const drawer = demoPage.getByRole('dialog', { name: 'Морошка Ритейл' })
    await expect(drawer.getByText('с 15.07.2026')).toBeVisible()
    const july = retail?.months.find(({ month }) => month === '2026-07')
    await expect(drawer.getByRole('row', { name: /^Июль 2026/ })).toContainText(money(july?.price))
    expect(await problemsOf(demoPage)).toEqual([])
    await demoPage.keyboard.press('Escape')

    await business.tab('Продукты').click()
    await expect(business.row('Магазин')).toBeVisible()
    await business.tab('Показатели').click()
    await expect(business.cell('Октябрь 2026 г.')).toHaveValue(/\d/)
    await business.shell.settled()
    expect(await problemsOf(demoPage)).toEqual([])
  })
})
