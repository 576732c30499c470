import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** The explorer of costs, walked as somebody without a mouse walks it. */
export class ExplorerPage {
  readonly page: Page
  readonly shell: Shell
  readonly grid: Locator
  readonly lines: Locator
  readonly trail: Locator
  readonly reasons: Locator
  readonly total: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.grid = page.getByRole('grid', { name: /^Затраты, / })
    this.lines = page.getByRole('grid', { name: /^Строки счетов/ })
    this.trail = page.getByRole('navigation', { name: 'Путь' })
    this.reasons = page.getByRole('list', { name: 'Причины' })
    this.total = page.getByRole('list', { name: 'Всего' }).locator('data')
  }

  async open(query = ''): Promise<void> {
    await this.shell.go(`/costs${query}`)
    await expect(this.shell.heading('Затраты')).toBeVisible()
    await this.shell.settled()
  }

  rows(of: Locator): Locator {
    return of.locator('tbody tr[aria-rowindex]')
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Tab until the control has the focus, then Enter. */
  async enter(control: Locator): Promise<void> {
    await this.shell.tabTo(control)
    await this.press('Enter')
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** A condition typed whole: what it is about, then the value, then done. */
  async addCondition(dimension: string, value: string): Promise<void> {
    await this.enter(this.button('Добавить условие').first())
    await this.page.keyboard.type(dimension)
    await this.press('Enter')
    await this.page.keyboard.type(value)
    const found = this.page.getByRole('listbox', { name: 'Значения' }).getByRole('option')
    await expect(found).toHaveCount(1)
    await expect(found).toContainText(value)
    await this.press('Enter', 'Control+Enter')
    await this.shell.settled()
  }

  /** What the keys of copying put on the clipboard, as cells. */
  async copied(): Promise<string[][]> {
    await this.press('Control+a', 'Control+c')
    await expect(this.page.getByText(/^Скопировано/)).toBeVisible()
    const text = await this.page.evaluate(() => navigator.clipboard.readText())
    return text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split('\t'))
  }
}
