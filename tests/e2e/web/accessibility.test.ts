import { DashboardPage } from '../pages/dashboard-page.ts'
import { DataPage } from '../pages/data-page.ts'
import { LedgerPage } from '../pages/ledger-page.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { areas, Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { VaultPage } from '../pages/vault-page.ts'
import { problemsOf } from '../support/axe.ts'
import { focusFile, november, ownTable } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ look: { language: 'ru', theme }, colorScheme: theme, start: '/about' })

    for (const { path, ru } of areas) {
      test(`axe finds nothing on ${ru}`, async ({ demoPage }) => {
        await new Shell(demoPage).go(path)
        await expect(new Shell(demoPage).heading(ru)).toBeVisible()
        await new Shell(demoPage).settled()
        expect(await problemsOf(demoPage)).toEqual([])
      })
    }

    test('axe finds nothing on the first start, in the form and in the palette', async ({ ownPage }) => {
      await expect(ownPage.getByRole('heading', { name: 'С чего начнём?' })).toBeVisible()
      expect(await problemsOf(ownPage)).toEqual([])
      await ownPage.getByRole('button', { name: /^Создать организацию/ }).click()
      await ownPage.getByLabel('Пароль', { exact: true }).fill('qwerty')
      expect(await problemsOf(ownPage)).toEqual([])
      await ownPage.getByRole('button', { name: 'Назад' }).click()
      await ownPage.getByRole('button', { name: /^Открыть демо-компанию/ }).click()
      await expect(new Shell(ownPage).heading('Обзор')).toBeVisible()
      await new Shell(ownPage).palette('')
      expect(await problemsOf(ownPage)).toEqual([])
    })

    test('axe finds nothing on the places of keys and the way to the network', async ({ ownPage }) => {
      const vault = new VaultPage(ownPage)
      await new StartPage(ownPage).createOrganisation()
      await new Shell(ownPage).profile(theme === 'dark' ? 'Тёмная' : 'Светлая')
      await vault.open()
      await expect(vault.place('file')).toBeChecked()
      expect(await problemsOf(ownPage)).toEqual([])
      await vault.chooseFile()
      expect(await problemsOf(ownPage)).toEqual([])
      await ownPage.getByRole('button', { name: 'Сменить фразу…' }).click()
      expect(await problemsOf(ownPage)).toEqual([])
      await new Shell(ownPage).go('/settings?section=network')
      await ownPage.getByRole('radio', { name: 'Свой прокси' }).check()
      expect(await problemsOf(ownPage)).toEqual([])
    })

    test('axe finds nothing in the table of resources, its filters and its bulk change', async ({
      demoPage,
    }) => {
      const resources = new ResourcesPage(demoPage)
      await resources.open('table')
      await resources.rows.first().getByRole('checkbox').click()
      expect(await problemsOf(demoPage)).toEqual([])
      await resources.filter('Тип').click()
      expect(await problemsOf(demoPage)).toEqual([])
      await demoPage.keyboard.press('Escape')
      await demoPage.getByRole('button', { name: 'Столбцы' }).click()
      expect(await problemsOf(demoPage)).toEqual([])
      await demoPage.keyboard.press('Escape')
      await resources.bulk.getByRole('button', { name: 'Теги' }).click()
      expect(await problemsOf(demoPage)).toEqual([])
    })

    test('axe finds nothing in any tab of a resource’s drawer', async ({ demoPage }) => {
      test.setTimeout(120_000)
      const resources = new ResourcesPage(demoPage)
      await resources.open('table')
      await resources.rows.first().click()
      const tabs = resources.drawer.getByRole('tab')
      await expect(tabs).toHaveCount(7)
      for (const tab of await tabs.all()) {
        await tab.click()
        await resources.settled()
        expect(await problemsOf(demoPage), await tab.innerText()).toEqual([])
      }
    })

    test('axe finds nothing in the coverage, the rates, and the ledger’s drawer and export', async ({
      demoPage,
    }) => {
      const data = new DataPage(demoPage)
      await data.open()
      for (const tab of ['Покрытие', 'Курсы', 'Закрытые месяцы']) {
        await data.tab(tab)
        expect(await problemsOf(demoPage), tab).toEqual([])
      }
      const ledger = new LedgerPage(demoPage)
      await ledger.open()
      await ledger.openLine(0)
      await expect(ledger.drawer).toBeVisible()
      expect(await problemsOf(demoPage)).toEqual([])
      await demoPage.keyboard.press('Escape')
      await demoPage.keyboard.press('e')
      await expect(demoPage.getByRole('dialog')).toBeVisible()
      expect(await problemsOf(demoPage)).toEqual([])
    })

    test('axe finds nothing in a preview, in the mapping of a table and in the quarantine', async ({
      ownPage,
    }) => {
      const data = new DataPage(ownPage)
      await new StartPage(ownPage).createOrganisation()
      await new Shell(ownPage).profile(theme === 'dark' ? 'Тёмная' : 'Светлая')
      await data.open()
      await data.choose(
        focusFile(
          'a.csv',
          { days: november(1, 3) },
          { days: november(4, 4), given: { BilledCost: 'н/д' } },
          { days: ['2026-12-30'] },
        ),
      )
      await data.stands('Готов к загрузке')
      expect(await problemsOf(ownPage)).toEqual([])
      await data.tab('Карантин')
      expect(await problemsOf(ownPage)).toEqual([])
      await data.tab('Импорт')
      await data.choose(ownTable('b.csv', november(1, 3)))
      await data.stands('Есть вопросы')
      expect(await problemsOf(ownPage)).toEqual([])
      await data.button('Все загрузки').click()
      await data.shell.settled()
      expect(await problemsOf(ownPage)).toEqual([])
    })

    test('axe finds nothing with the table in the place of the chart and a menu open', async ({
      demoPage,
    }) => {
      await new Shell(demoPage).go('/')
      await new DashboardPage(demoPage).showTable()
      await new Shell(demoPage).settled()
      await demoPage.getByRole('button', { name: 'Экспорт' }).click()
      expect(await problemsOf(demoPage)).toEqual([])
    })

    test('axe finds nothing while the dashboard is arranged and a tile is added', async ({ demoPage }) => {
      await new Shell(demoPage).go('/')
      await new DashboardPage(demoPage).arrange()
      await new Shell(demoPage).settled()
      expect(await problemsOf(demoPage)).toEqual([])
      await demoPage.getByRole('button', { name: 'Добавить плитку' }).click()
      await expect(demoPage.getByRole('dialog', { name: 'Добавить плитку' })).toBeVisible()
      expect(await problemsOf(demoPage)).toEqual([])
    })
  })
}
