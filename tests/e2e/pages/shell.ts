import { expect, type Locator, type Page } from '@playwright/test'

export const areas = [
  { path: '/', ru: 'Обзор', en: 'Overview' },
  { path: '/costs', ru: 'Затраты', en: 'Costs' },
  { path: '/allocation', ru: 'Распределение', en: 'Allocation' },
  { path: '/business', ru: 'Экономика', en: 'Economics' },
  { path: '/resources', ru: 'Ресурсы', en: 'Resources' },
  { path: '/ledger', ru: 'Детализация', en: 'Ledger' },
  { path: '/changes', ru: 'Изменения', en: 'Changes' },
  { path: '/unrecognised', ru: 'Нераспознанное', en: 'Unrecognised' },
  { path: '/connections', ru: 'Подключения', en: 'Connections' },
  { path: '/data', ru: 'Данные', en: 'Data' },
  { path: '/recommendations', ru: 'Рекомендации', en: 'Recommendations' },
  { path: '/budgets', ru: 'Бюджеты', en: 'Budgets' },
  { path: '/reports', ru: 'Отчёты', en: 'Reports' },
  { path: '/settings', ru: 'Настройки', en: 'Settings' },
  { path: '/about', ru: 'О программе', en: 'About' },
] as const

/** What stands around every page: navigation, profile, palette, toasts. */
export class Shell {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** An address of the program, wherever it is served from. */
  async go(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.page.url()).href)
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true })
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await expect(this.heading(name)).toBeVisible()
  }

  /** Nothing on the page is still on its way. */
  async settled(): Promise<void> {
    await expect(this.page.locator('[aria-busy="true"], [data-stale]')).toHaveCount(0)
  }

  async profile(item: string): Promise<void> {
    await this.page.getByRole('button', { name: /^(Профиль|Profile):/ }).click()
    await this.page
      .getByRole('menuitemradio', { name: item })
      .or(this.page.getByRole('menuitem', { name: item }))
      .click()
  }

  async palette(query: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: /^(Найти и выполнить|Search and run)$/ }).fill(query)
  }

  /** Walks by Tab, as a person without a mouse does, until the control that is wanted has the focus. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible()
    for (let i = 0; i < 80; i += 1) {
      await this.page.keyboard.press('Tab')
      if (await control.evaluate((el) => el === document.activeElement)) return
    }
    throw new Error(`Tab does not reach ${control}`)
  }
}
