import { DataPage } from '../pages/data-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { focusFile, november } from '../support/bills.ts'
import { expect, test } from '../support/test.ts'

test('what a corrected file changed, in totals and line by line', async ({ ownPage }) => {
  const data = new DataPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await data.open()
  await data.choose(focusFile('november.csv', { days: november(1, 3) }))
  await data.stands('Готов к загрузке')
  await data.load()
  await data.button('Все загрузки').click()
  await data.choose(
    focusFile(
      'november-2.csv',
      { days: november(1, 1), given: { BilledCost: '12.25' } },
      { days: november(2, 2) },
      { days: november(3, 3), given: { ResourceId: 'i-2' } },
    ),
  )
  await data.stands('Готов к загрузке')
  await data.load()

  await ownPage.getByRole('link', { name: 'Что изменил файл' }).click()
  await data.shell.settled()
  await expect(ownPage.getByLabel('С какого момента')).toContainText('november-2.csv')
  const months = ownPage.getByRole('table', { name: 'Изменения по аккаунтам и месяцам' })
  await expect(months.getByRole('row', { name: /Итого, RUB.*32,75/ })).toBeVisible()
  const lines = ownPage.getByRole('table', { name: 'Изменённые строки счетов' })
  await expect(
    lines.getByRole('row', { name: /01\.11\.2026.*Исправлено.*10,25.*12,25.*\+2,00/ }),
  ).toBeVisible()
  await expect(lines.getByRole('row', { name: /03\.11\.2026.*Отозвано/ })).toBeVisible()
  expect(await problemsOf(ownPage)).toEqual([])

  await ownPage.getByRole('radio', { name: 'Добавлено' }).check({ force: true })
  await data.shell.settled()
  await expect(lines.locator('tbody tr')).toHaveCount(1)
  await months.getByRole('button', { name: 'Магазин' }).press('Enter')
  await data.shell.settled()
  await expect(data.button('Все аккаунты и месяцы')).toBeVisible()
})
