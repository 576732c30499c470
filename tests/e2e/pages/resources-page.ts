import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** The resources: the summary, the filters, one of two views, the bar of the selection and the drawer. */
export class ResourcesPage {
  readonly page: Page
  readonly shell: Shell
  readonly summary: Locator
  readonly grid: Locator
  readonly rows: Locator
  readonly cards: Locator
  readonly heads: Locator
  readonly drawer: Locator
  readonly bulk: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.summary = page.getByRole('region', { name: 'Итоги по ресурсам' })
    this.grid = page.getByRole('grid')
    this.rows = this.grid.locator('tbody tr[aria-rowindex]')
    this.cards = page.getByRole('main').getByRole('article')
    this.heads = page.getByRole('main').locator('h2 > button[aria-expanded]')
    this.drawer = page.getByRole('dialog', { name: /^Ресурс/ })
    this.bulk = page.getByRole('region', { name: 'Действия с выбранными' })
  }

  /** With the view in the address: what a person chose last is no business of a test. */
  async open(view: 'table' | 'sections', query = ''): Promise<void> {
    await this.shell.go(`/resources?view=${view}${query === '' ? '' : `&${query}`}`)
    await expect(this.shell.heading('Ресурсы')).toBeVisible()
    await expect(view === 'table' ? this.grid : this.heads.first()).toBeVisible()
    await this.settled()
  }

  async settled(): Promise<void> {
    await this.shell.settled()
  }

  /** Of everything that the filter keeps. */
  async total(): Promise<number> {
    return Number((await this.figure('Всего ресурсов').innerText()).replace(/\D/g, ''))
  }

  figure(label: string | RegExp): Locator {
    return this.summary
      .locator('dl > div')
      .filter({ has: this.page.getByText(label) })
      .locator('dd')
  }

  filter(name: string): Locator {
    return this.page.getByRole('search').getByRole('button', { name, exact: true })
  }

  async choose(filter: string, option: string): Promise<void> {
    await this.filter(filter).click()
    await this.page.getByRole('combobox', { name: filter }).fill(option)
    await this.page.keyboard.press('Enter')
    await this.settled()
  }

  /** The row that the keys stand on. */
  async activeName(): Promise<string> {
    const id = (await this.grid.getAttribute('aria-activedescendant')) ?? ''
    return this.page.locator(`[id="${id}"] td:nth-child(2) span[title]`).first().innerText()
  }

  async tab(name: string): Promise<void> {
    await this.drawer.getByRole('tab', { name }).click()
    await this.settled()
  }
}
