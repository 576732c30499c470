import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** The ledger: totals, filters, the grid of lines, the drawer of one. */
export class LedgerPage {
  readonly page: Page
  readonly shell: Shell
  readonly totals: Locator
  readonly grid: Locator
  readonly rows: Locator
  readonly drawer: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.totals = page.getByRole('region', { name: 'Итоги по строкам' })
    this.grid = page.getByRole('grid', { name: /^Строки счетов/ })
    this.rows = this.grid.locator('tbody tr[aria-rowindex]')
    this.drawer = page.getByRole('dialog', { name: 'Строка счёта' })
  }

  async open(): Promise<void> {
    await this.shell.open('Детализация')
    await this.shell.settled()
  }

  async openLine(index: number): Promise<void> {
    await this.rows.nth(index).getByRole('gridcell').first().locator('[data-opens]').click()
  }

  /** How many lines the filter keeps. */
  async lines(): Promise<number> {
    return Number((await this.totals.locator('dd').first().innerText()).replace(/\D/g, ''))
  }

  /** The total that the lines are to add up to, exact. */
  async billed(): Promise<string | null> {
    return this.totals.locator('td data').first().getAttribute('value')
  }

  /** What each line that is drawn costs, exact. */
  async costs(): Promise<string[]> {
    return this.rows
      .locator('td:nth-child(2) data')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''))
  }

  async period(name: string): Promise<void> {
    await this.page.getByRole('main').locator('header button[aria-haspopup="dialog"]').first().click()
    await this.page.getByRole('button', { name, exact: true }).click()
    await this.shell.settled()
  }

  async choose(filter: string, option: string): Promise<void> {
    await this.page.getByRole('search').getByRole('button', { name: filter, exact: true }).click()
    const box = this.page.getByRole('combobox', { name: filter })
    await box.fill(option)
    await expect(this.page.getByRole('option').first()).toContainText(option)
    await box.press('Enter')
    await this.shell.settled()
  }
}
