import type { Locator, Page } from '@playwright/test'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { LedgerPage } from '../pages/ledger-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

/** What the keys stand on. */
async function at(page: Page): Promise<Locator> {
  const id = await page.getByRole('grid').getAttribute('aria-activedescendant')
  return page.locator(`[id="${id}"]`)
}

const status = (page: Page): Locator => page.getByRole('status')

test('keys select a range of the grid, which adds up exactly and is pasted elsewhere as it was', async ({
  demoPage,
}) => {
  const ledger = new LedgerPage(demoPage)
  await ledger.open()
  const { keyboard } = demoPage
  await ledger.shell.tabTo(ledger.grid)
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowDown')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await keyboard.press(`Shift+${key}`)
  await expect(ledger.grid.locator('[aria-selected]')).toHaveCount(6)
  const costs = (await ledger.costs()).slice(1, 4)
  const sum = formatDecimal(costs.reduce((all, cost) => all + (parseDecimal(cost) ?? 0n), 0n))
  await expect(status(demoPage).locator(`data[value="${sum}"]`)).toBeVisible()

  await keyboard.press('Control+c')
  await expect(status(demoPage).filter({ hasText: 'Скопировано 6 ячеек' })).toBeVisible()
  // A field of one line keeps the tabs between cells and drops the ends of lines.
  const field = demoPage.getByRole('searchbox').first()
  await field.focus()
  await keyboard.press('Control+v')
  const pasted = await field.inputValue()
  for (const cost of costs) expect(pasted).toContain(`${cost.replace('.', ',')}\t`)
  await field.fill('')
})

test('the whole column, rows that are not on the page too, goes to the clipboard by two keys', async ({
  demoPage,
}) => {
  const ledger = new LedgerPage(demoPage)
  await ledger.open()
  const { keyboard } = demoPage
  const lines = await ledger.lines()
  await ledger.shell.tabTo(ledger.grid)
  await keyboard.press('ArrowRight')
  await keyboard.press('Control+Space')
  await expect(status(demoPage).locator(`data[value="${await ledger.billed()}"]`)).toBeVisible()
  await keyboard.press('Control+c')
  // With its head, and gathered from the program: it stands there as a number with a narrow space or without.
  const copied = new RegExp(`Скопиров.* ${String(lines + 1).replace(/\B(?=(\d{3})+$)/, '\\s?')} яче`)
  await expect(status(demoPage).filter({ hasText: copied })).toBeVisible()
})

test('the head is walked too: it sorts, and its column is made wider and stays so', async ({ demoPage }) => {
  const ledger = new LedgerPage(demoPage)
  await ledger.open()
  const { keyboard } = demoPage
  await ledger.shell.tabTo(ledger.grid)
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowUp')
  await expect(await at(demoPage)).toHaveText('К оплате')
  await keyboard.press('Enter')
  await expect(await at(demoPage)).toHaveAttribute('aria-sort', 'descending')
  const width = async (): Promise<number> => (await (await at(demoPage)).boundingBox())?.width ?? 0
  const before = await width()
  for (let i = 0; i < 3; i += 1) await keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(width).toBe(before + 48)

  await keyboard.press('Control+End')
  const last = await at(demoPage)
  await expect(last).toBeInViewport()
  await expect(last).toHaveAttribute('aria-colindex', '8')
  await demoPage.reload()
  const head = ledger.grid.getByRole('columnheader', { name: 'К оплате' })
  await expect.poll(async () => (await head.boundingBox())?.width).toBe(before + 48)
})
