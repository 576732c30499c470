import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { formatMoney } from '#shared/lib/format-money.ts'
import { DataPage } from '../pages/data-page.ts'
import { ExplorerPage } from '../pages/explorer-page.ts'
import { ReportsPage } from '../pages/reports-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { focusFile, november } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

const CFO = 'Справка для финансового директора'

test('from a template to a PDF in the archive, found again by its reason', async ({ ownPage }) => {
  test.slow()
  const reports = new ReportsPage(ownPage)
  await new StartPage(ownPage).openDemo()
  await reports.open()
  await expect(ownPage.getByText('Своих отчётов ещё нет')).toBeVisible()
  await ownPage.getByRole('button', { name: CFO, exact: true }).click()
  await reports.drawn()
  await expect(ownPage.getByText('Ещё не сохранён')).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await reports.save(CFO)
  await reports.produce(['PDF'], 'для совета директоров')

  const { name, bytes } = await reports.download(() =>
    reports.drawer.getByRole('button', { name: /^Сохранить: / }).click(),
  )
  expect(name).toMatch(/\.pdf$/)
  await expect(reports.drawer.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible()
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  expect(text).toContain('Морошка Ритейл')
  expect(await problemsOf(ownPage)).toEqual([])

  await reports.drawer.getByRole('button', { name: 'Сформировать заново' }).click()
  await expect(reports.drawer.getByText('файлы совпали побайтно')).toBeVisible({ timeout: 20_000 })
  await reports.drawer.getByRole('button', { name: 'Сравнить с прошлым месяцем' }).click()
  await expect(reports.drawer.getByText('Такого же отчёта за прошлый месяц в архиве нет')).toBeVisible()
  await ownPage.keyboard.press('Escape')

  await reports.open()
  await expect(ownPage.getByRole('row', { name: new RegExp(`${CFO}.*Готов`) })).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await reports.open('archive')
  await ownPage.getByRole('searchbox', { name: 'Найти в архиве' }).fill('совета')
  await expect(ownPage.getByRole('row', { name: /для совета директоров/ })).toHaveCount(2)
  expect(await problemsOf(ownPage)).toEqual([])
})

test('a report is put together by keys alone, and nothing unsaved is lost', async ({ demoPage }) => {
  const reports = new ReportsPage(demoPage)
  await reports.open()
  await demoPage.keyboard.press('n')
  await expect(reports.shell.heading('Новый отчёт')).toBeVisible()
  await reports.drawn()

  const add = demoPage.getByRole('button', { name: 'Добавить блок' })
  for (const letters of ['табл', 'подп']) {
    await add.focus()
    await demoPage.keyboard.press('Enter')
    await expect(demoPage.getByRole('menu', { name: 'Добавить блок' })).toBeVisible()
    const item = demoPage.getByRole('menuitem', { name: new RegExp(`^${letters}`, 'i') })
    while (!(await item.evaluate((el) => el === document.activeElement)))
      await demoPage.keyboard.press('ArrowDown')
    await demoPage.keyboard.press('Enter')
    await expect(add).toBeFocused()
  }
  const names = (): Promise<string[]> =>
    reports.blocks.evaluateAll((options) =>
      options.map((el) => el.querySelector('span > span')?.textContent ?? ''),
    )
  expect(await names()).toEqual(['Заголовок', 'Таблица затрат', 'Подписи'])
  await reports.shell.tabTo(reports.blocks.nth(2))
  await demoPage.keyboard.press('Alt+ArrowUp')
  await expect(reports.blocks.nth(1)).toBeFocused()
  expect(await names()).toEqual(['Заголовок', 'Подписи', 'Таблица затрат'])
  await demoPage.keyboard.press('Control+d')
  await expect(reports.blocks).toHaveCount(4)
  await demoPage.keyboard.press('Delete')
  await demoPage.keyboard.press('Delete')
  expect(await names()).toEqual(['Заголовок', 'Подписи'])
  await demoPage.keyboard.press('Control+z')
  expect(await names()).toEqual(['Заголовок', 'Подписи', 'Таблица затрат'])

  // What is set goes into the page; the block is found on the page again.
  await demoPage.getByLabel('Заголовок блока').fill('Кому платим')
  await expect(reports.sheet.getByText('Кому платим')).toBeVisible()
  await demoPage.getByRole('button', { name: 'Настроить блок: Подписи' }).click()
  await demoPage.getByLabel('Имя').first().fill('Петрова А. С.')
  await expect(reports.sheet.getByText('Петрова А. С.')).toBeVisible()
  await reports.shell.settled()
  expect(await problemsOf(demoPage)).toEqual([])

  await demoPage.getByRole('link', { name: 'Бюджеты' }).click()
  await expect(reports.dialog.getByText('Уйти без сохранения?')).toBeVisible()
  await reports.dialog.getByRole('button', { name: 'Остаться' }).click()
  await expect(reports.blocks).toHaveCount(3)
  await demoPage.getByRole('button', { name: 'К отчётам' }).click()
  await reports.dialog.getByRole('button', { name: 'Уйти без сохранения' }).click()
  await expect(reports.shell.heading('Отчёты')).toBeVisible()
})

test('a template goes out as a file and comes in again, and tells what is missing there', async ({
  demoPage,
  ownPage,
}) => {
  const reports = new ReportsPage(demoPage)
  await reports.openTemplate('Затраты подразделений')
  const { name, bytes } = await reports.download(() =>
    reports.act('Ещё действия с отчётом', 'Сохранить шаблон в файл'),
  )
  expect(name).toMatch(/\.json$/)

  const theirs = new ReportsPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await theirs.open()
  const give = async (file: string, buffer: Buffer): Promise<void> => {
    const chosen = ownPage.waitForEvent('filechooser')
    await theirs.act('Новый отчёт', 'Из файла шаблона…')
    await (await chosen).setFiles({ name: file, mimeType: 'application/json', buffer })
  }
  await give('чужой.json', Buffer.from('{"a":1}'))
  await expect(ownPage.getByText('Это не файл отчёта.')).toBeVisible()
  await give(name, bytes)
  await expect(ownPage.getByText('Шаблон «Затраты подразделений» прочитан')).toBeVisible()
  await theirs.drawn()
  await theirs.save('Затраты подразделений')
  await theirs.open()
  await expect(ownPage.getByRole('button', { name: 'Открыть: Затраты подразделений' })).toBeVisible()
})

test('a schedule says its next moments and stands in the calendar', async ({ ownPage }) => {
  const reports = new ReportsPage(ownPage)
  await new StartPage(ownPage).openDemo()
  await reports.openTemplate('Что можно сэкономить')
  await reports.save('Что можно сэкономить')
  await reports.act('Ещё действия с отчётом', 'Добавить в расписание')
  const { dialog } = reports
  await dialog.getByLabel('Рабочий день', { exact: true }).selectOption('3-й')
  await dialog.getByLabel('Время').fill('08:30')
  // The third workday after the holidays of the new year.
  await expect(dialog.getByText('03.12.2026, 08:30')).toBeVisible()
  await dialog.getByRole('button', { name: 'Добавить папку' }).click()
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog.getByText('Укажите папку.')).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await dialog.getByLabel('Путь к папке').fill('/mnt/finance')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog.getByText('отчёты никуда не отправляются')).toBeVisible()
  await dialog.getByRole('button', { name: 'Убрать доставку: Папка' }).click()
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(ownPage.getByText('Расписание «Что можно сэкономить» сохранено')).toBeVisible()
  await expect(ownPage.getByRole('row', { name: /3-й рабочий день месяца, 08:30/ })).toBeVisible()

  const today = ownPage.getByRole('gridcell', { name: /^20\.11\.2026/ })
  await today.focus()
  await ownPage.keyboard.press('ArrowDown')
  await ownPage.keyboard.press('ArrowDown')
  await expect(ownPage.getByRole('grid', { name: 'Календарь выпусков, декабрь 2026 г.' })).toBeVisible()
  await reports.shell.settled()
  const due = ownPage.getByRole('gridcell', { name: /^03\.12\.2026: 1 выпуск/ })
  await due.focus()
  await ownPage.keyboard.press('Enter')
  await expect(ownPage.getByRole('region', { name: 'Выпуски на 03.12.2026' })).toContainText(
    'Что можно сэкономить',
  )
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.getByRole('checkbox', { name: 'Выключить: Что можно сэкономить' }).click()
  await expect(ownPage.getByRole('checkbox', { name: 'Включить: Что можно сэкономить' })).not.toBeChecked()
})

test('the check of the archive tells of a file that somebody has changed', async ({ ownHost, ownPage }) => {
  const reports = new ReportsPage(ownPage)
  await new StartPage(ownPage).openDemo()
  await reports.openTemplate('Что можно сэкономить')
  await reports.produce(['CSV', 'JSON'])
  await ownPage.keyboard.press('Escape')
  await reports.save('Что можно сэкономить')
  await reports.open('archive')
  await ownPage.getByRole('button', { name: 'Проверить архив' }).click()
  await expect(ownPage.getByText(/: расхождений нет\.$/)).toBeVisible()

  const folder = join(ownHost.dataFolder, 'reports')
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((one) => one.endsWith('.csv'))
  appendFileSync(join(folder, file ?? ''), ' ')
  await ownPage.getByRole('button', { name: 'Проверить архив' }).click()
  await expect(ownPage.getByText(/Не совпадает 1 файл/)).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])
  await ownPage.getByRole('status').getByRole('button', { name: 'Что можно сэкономить' }).click()
  await expect(reports.drawer.getByText('Файл изменён').first()).toBeVisible()
  await reports.drawer
    .getByRole('button', { name: /^Сохранить: .*\.csv$/ })
    .first()
    .click()
  await expect(ownPage.getByText(/в архиве изменён после формирования/)).toBeVisible()
})

test('the preview shows the total of the page of costs to the kopeck', async ({ ownPage }) => {
  const reports = new ReportsPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  const data = new DataPage(ownPage)
  await data.open()
  await data.choose(focusFile('bill.csv', { days: november(1, 19) }))
  await data.load()
  const explorer = new ExplorerPage(ownPage)
  await explorer.open('?p=month')
  const amount = (await explorer.total.first().getAttribute('value')) ?? ''
  await reports.open()
  await ownPage.keyboard.press('n')
  await reports.drawn()
  await reports.act('Добавить блок', 'Таблица затрат')
  await ownPage.getByRole('tab', { name: 'Отчёт' }).click()
  await ownPage.getByRole('button', { name: /^Прошлый месяц/ }).click()
  await ownPage.getByRole('button', { name: 'Этот месяц' }).click()
  await expect(reports.sheet.getByText(formatMoney({ amount, currency: 'RUB' }, 'ru')).first()).toBeVisible()
})

test.describe('in English and in the dark', () => {
  test.use({ look: { language: 'en', theme: 'dark' }, colorScheme: 'dark' })

  for (const width of [820, 1440, 1920])
    test(`the builder and the forms fit in ${width} px`, async ({ demoPage }) => {
      await demoPage.setViewportSize({ width, height: 900 })
      const { shell } = new ReportsPage(demoPage)
      for (const path of [
        '/reports?report=new&template=monthlyClose',
        '/reports?tab=archive',
        '/reports?tab=schedules',
      ]) {
        await shell.go(path)
        await expect(demoPage.getByRole('heading', { level: 1 })).toBeVisible()
        await shell.settled()
        const over = await demoPage.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over, path).toBeLessThanOrEqual(0)
      }
      await shell.go('/reports?report=new&template=cfoBrief')
      await expect(demoPage.getByRole('img', { name: /^Page 1 of/ })).toBeVisible()
      expect(await problemsOf(demoPage)).toEqual([])
    })
})
