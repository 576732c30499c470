import { DashboardPage, SPEND } from '../pages/dashboard-page.ts'
import { DataPage } from '../pages/data-page.ts'
import { LedgerPage } from '../pages/ledger-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { focusFile, november, ownTable } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

test('a file that is dropped is looked at, loaded, counted once, and can be taken back', async ({
  ownPage,
}) => {
  const data = new DataPage(ownPage)
  const ledger = new LedgerPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  const bill = focusFile(
    'selectel-11.csv',
    { days: november(1, 4) },
    { days: november(6, 8) },
    { days: november(9, 9), given: { BilledCost: 'н/д' } },
  )

  const held = await data.drag([bill])
  await expect(ownPage.getByText('Отпустите, чтобы прочитать файлы')).toBeVisible()
  await held.drop()
  await data.stands('Готов к загрузке')
  await expect(ownPage.getByText('Отпустите, чтобы прочитать файлы')).toHaveCount(0)
  await expect(ownPage.getByText('Строк в файле 8 = к загрузке 7 + в карантине 1')).toBeAttached()
  const changes = ownPage.getByRole('table', { name: /^Разница с уже загруженным/ })
  await expect(changes.getByRole('row', { name: /Магазин.*Новое.*71,75/ })).toBeVisible()
  await data.load()

  await data.shell.open('Обзор')
  await expect(new DashboardPage(ownPage).panel(SPEND)).toContainText('71,75')
  await ledger.open()
  await expect(ledger.totals).toContainText('71,75')
  await expect(ledger.rows).toHaveCount(7)

  await data.open()
  await data.tab('Карантин')
  await expect(
    ownPage.getByRole('row', { name: /selectel-11\.csv.*9.*Вместо числа.*BilledCost.*н\/д/ }),
  ).toBeVisible()
  await data.tab('Покрытие')
  await expect(data.day('Магазин, 04.11.2026: из файла')).toBeVisible()
  await data.day('Магазин, 05.11.2026: нет данных').click()
  await expect(ownPage.getByText('За этот день данных нет.')).toBeVisible()
  await expect(ownPage.getByText(/Магазин: 5 ноября 2026 г\., 1 день/)).toBeVisible()

  await data.tab('Импорт')
  await data.choose(bill)
  await data.stands('Уже загружен')
  await data.button('К той загрузке').click()
  await data.stands('Загружен')
  await data.button('Отозвать').click()
  const asked = ownPage.getByRole('dialog')
  await expect(asked).toContainText('7 дней')
  await asked.getByRole('button', { name: 'Отозвать' }).click()
  await data.stands('Отозван')
  await ledger.open()
  await expect(ownPage.getByText('Строк нет')).toBeVisible()
})

test('a table that nobody knows is mapped once; the next one like it asks nothing', async ({ ownPage }) => {
  const data = new DataPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await data.open()
  await data.choose(ownTable('Хостинг 2026-10.csv', november(14, 16)))
  await data.stands('Есть вопросы')
  await ownPage.getByLabel('Дата начисления').selectOption('Когда')
  await ownPage.getByLabel('Сумма к оплате').selectOption('Стоило, руб.')
  await ownPage.getByLabel('Валюта', { exact: true }).selectOption('RUB')
  await expect(ownPage.getByText('Не хватает: аккаунт.')).toBeVisible()
  await expect(data.button('Прочитать файл')).toBeDisabled()
  await ownPage.getByRole('combobox', { name: 'Аккаунт', exact: true }).fill('Договор 12')
  await data.button('Прочитать файл').click()
  await data.stands('Готов к загрузке')
  await expect(ownPage.getByText('361,50').first()).toBeVisible()
  await data.load()

  await data.button('Все загрузки').click()
  await data.choose(
    ownTable('Хостинг, начало.csv', november(1, 2)),
    ownTable('Хостинг, конец.csv', november(17, 18)),
  )
  await data.button('Загрузить готовые (2)').click()
  const all = ownPage.getByRole('dialog', { name: 'Загрузить 2 файла?' })
  await expect(all).toContainText('482,00')
  await all.getByRole('button', { name: 'Загрузить' }).click()
  await expect(ownPage.getByText('Ждут решения')).toHaveCount(0)
  await expect(ownPage.getByRole('table', { name: 'Загруженные файлы' }).locator('tbody tr')).toHaveCount(3)

  await data.tab('Сопоставления')
  await data.button('Действия: Хостинг').click()
  await ownPage.getByRole('menuitem', { name: 'Переименовать' }).click()
  await ownPage.getByRole('textbox', { name: 'Название' }).fill('Наш хостинг')
  await ownPage.keyboard.press('Enter')
  await data.button('Действия: Наш хостинг').click()
  await ownPage.getByRole('menuitem', { name: 'Удалить' }).click()
  await ownPage.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(ownPage.getByText('Сопоставлений ещё нет')).toBeVisible()
})

test('from the file to its day without a mouse', async ({ ownPage }) => {
  const data = new DataPage(ownPage)
  const keys = ownPage.keyboard
  await new StartPage(ownPage).createOrganisation()
  await keys.press('g')
  await keys.press('f')
  await expect(data.shell.heading('Данные')).toBeVisible()
  await data.shell.tabTo(data.button('Выбрать файлы'))
  const [chooser] = await Promise.all([ownPage.waitForEvent('filechooser'), keys.press('Enter')])
  await chooser.setFiles([focusFile('a.csv', { days: november(1, 3) })])
  await data.stands('Готов к загрузке')
  await data.shell.tabTo(data.button('Загрузить'))
  await keys.press('Enter')
  await data.stands('Загружен')
  await data.shell.tabTo(ownPage.getByRole('tab', { name: 'Импорт' }))
  await keys.press('ArrowRight')
  await data.shell.settled()
  await data.shell.tabTo(data.day('Магазин, 01.11.2026: из файла'))
  await keys.press('ArrowRight')
  await expect(data.day('Магазин, 02.11.2026: из файла')).toBeFocused()
  await expect(ownPage.getByRole('heading', { name: 'Магазин, 02.11.2026' })).toBeVisible()
  await expect(ownPage.getByText('Файл «a.csv»')).toBeVisible()
})

test('the demo company shows what it has and says why it takes no files', async ({ demoPage }) => {
  const data = new DataPage(demoPage)
  await data.open()
  await expect(demoPage.getByText('В демо-компанию файлы не загружаются')).toBeVisible()
  await expect(data.button('Выбрать файлы')).toHaveCount(0)
  await data.tab('Покрытие')
  await expect(data.day(/по API$/).first()).toBeVisible()
  await demoPage.getByRole('radio', { name: 'Год' }).check()
  await expect(data.coverage).toHaveAccessibleName(/2026 год/)
})
