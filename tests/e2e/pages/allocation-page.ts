import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** The allocation of costs: rules, suggestions, showback, hierarchies, tag policies. */
export class AllocationPage {
  readonly page: Page
  readonly shell: Shell
  readonly preview: Locator
  readonly rules: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.preview = page.getByRole('region', { name: 'Проверка на ваших данных' })
    this.rules = page.getByRole('region', { name: 'Правила', exact: true })
  }

  async open(query = ''): Promise<void> {
    await this.shell.go(`/allocation${query}`)
    await expect(this.shell.heading('Распределение')).toBeVisible()
    await this.shell.settled()
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
    await this.shell.settled()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name })
  }

  /** How much the rules on screen cover by now, in percent. */
  async covered(): Promise<number> {
    await this.shell.settled()
    const words = await this.preview.getByText(/^Категоризировано/).innerText()
    return Number(/(\d+)\s*%/.exec(words)?.[1])
  }

  /** By keys alone: what it is about, that a part of it is sought, and which. */
  async addCondition(dimension: string, part: string): Promise<void> {
    const { page } = this
    await this.shell.tabTo(page.getByRole('button', { name: 'Добавить условие', exact: true }).first())
    await page.keyboard.press('Enter')
    await page.keyboard.type(dimension)
    await page.keyboard.press('Enter')
    await this.shell.tabTo(page.getByRole('combobox', { name: 'Условие' }))
    // "is", "is not", "contains".
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('textbox', { name: 'Текст' }).fill(part)
    await page.keyboard.press('Control+Enter')
  }

  node(name: string): Locator {
    return this.page.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  }
}
