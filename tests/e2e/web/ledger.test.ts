import { readFileSync } from 'node:fs'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { LedgerPage } from '../pages/ledger-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

test('lines are filtered, add up to the total, and each tells its columns and where it comes from', async ({
  demoPage,
}) => {
  const ledger = new LedgerPage(demoPage)
  await ledger.open()
  const all = await ledger.lines()
  expect(all).toBeGreaterThan(1000)
  await ledger.choose('Провайдер', 'Beget')
  await expect(demoPage).toHaveURL(/provider=beget/)
  const ofBeget = await ledger.lines()
  expect(ofBeget).toBeLessThan(all)
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', String(ofBeget + 1))

  await ledger.openLine(0)
  await expect(ledger.drawer).toContainText('BillingAccountId')
  await expect(ledger.drawer).toContainText('API провайдера')
  await ledger.drawer.getByRole('button', { name: 'Все строки этого ресурса' }).click()
  await expect(demoPage).toHaveURL(/resource=/)
  await ledger.period('7 дней')
  expect(await ledger.lines()).toBe(await ledger.rows.count())
  const costs = await ledger.costs()
  expect(formatDecimal(costs.reduce((sum, cost) => sum + (parseDecimal(cost) ?? 0n), 0n))).toBe(
    await ledger.billed(),
  )

  await demoPage.reload()
  await expect(ledger.rows).toHaveCount(costs.length)
  await demoPage.getByRole('search').getByRole('button', { name: 'Сбросить' }).click()
  await ledger.shell.settled()
  expect(await ledger.lines()).toBeGreaterThan(costs.length)
})

test('keys walk the grid to its last line, and columns are chosen and kept', async ({ demoPage }) => {
  const ledger = new LedgerPage(demoPage)
  await ledger.open()
  const all = await ledger.lines()
  await ledger.shell.tabTo(ledger.grid)
  await demoPage.keyboard.press('Control+End')
  await expect(ledger.rows.last()).toHaveAttribute('aria-rowindex', String(all + 1))
  await expect(ledger.rows.last()).not.toHaveAttribute('aria-busy')
  await demoPage.keyboard.press('Enter')
  await expect(ledger.drawer).toBeVisible()
  await demoPage.keyboard.press('Escape')
  await expect(ledger.grid).toBeFocused()

  await demoPage.getByRole('button', { name: 'Столбцы' }).click()
  await demoPage.getByRole('searchbox', { name: 'Столбцы' }).fill('ChargeCategory')
  await demoPage.getByRole('checkbox', { name: 'Вид начисления' }).check()
  await demoPage.keyboard.press('Escape')
  await demoPage.reload()
  await expect(ledger.grid.getByRole('columnheader', { name: 'Вид начисления' })).toBeVisible()
})

test('the lines are exported to FOCUS', async ({ demoPage }) => {
  const ledger = new LedgerPage(demoPage)
  await ledger.open()
  await ledger.choose('Провайдер', 'Beget')
  const lines = await ledger.lines()
  await demoPage.getByRole('button', { name: 'Экспорт' }).click()
  const dialog = demoPage.getByRole('dialog', { name: 'Экспорт в FOCUS' })
  await expect(dialog).toContainText('Войдут строки по отбору')
  await dialog.getByRole('button', { name: 'Подготовить файл' }).click()
  // Tables of the page of costs lie on the same shelf.
  const own = dialog.getByRole('listitem').filter({ hasText: 'FOCUS' })
  const [download] = await Promise.all([
    demoPage.waitForEvent('download'),
    own.getByRole('button', { name: 'Сохранить' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text.slice(0, 600)).toContain('BilledCost')
  expect(text.trim().split('\n')).toHaveLength(lines + 1)
  await own.getByRole('button', { name: /^Удалить/ }).click()
  await expect(own).toHaveCount(0)
})
