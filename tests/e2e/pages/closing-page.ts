import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** The month's close: steps, reconciliation, documents and 1C. */
export class ClosingPage {
  readonly page: Page
  readonly shell: Shell
  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
  }

  async open(tab: 'close' | 'reconciliation' | 'documents' | 'oneC' = 'close'): Promise<void> {
    await this.shell.go(`/closing?tab=${tab}`)
    await expect(this.shell.heading('Закрытие месяца')).toBeVisible()
    await this.shell.settled()
  }

  async choose(tab: 'Закрытие' | 'Сверка' | 'Документы' | '1С'): Promise<void> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click()
    await this.shell.settled()
  }

  step(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Шаги закрытия' })
      .getByRole('listitem')
      .filter({
        has: this.page.getByRole('heading', { name }),
      })
  }

  row(account: string): Locator {
    return this.page.getByRole('row').filter({ hasText: account })
  }

  get drawer(): Locator {
    return this.page.getByRole('dialog')
  }

  async openAccount(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Открыть сверку: ${name}` }).click()
    await expect(this.drawer.getByRole('heading', { name, level: 2 })).toBeVisible()
    await expect(this.drawer.getByRole('heading', { name: 'От начислений к акту' })).toBeVisible()
  }

  async sign(note?: string): Promise<void> {
    if (note) await this.drawer.getByLabel('Примечание').fill(note)
    await this.drawer.getByRole('button', { name: 'Подписать сверку' }).click()
    await expect(this.drawer.getByText(/^Подписано .*, Анна Соколова$/)).toBeVisible()
    await this.page.keyboard.press('Escape')
    await expect(this.drawer).toHaveCount(0)
  }

  async download(button: string): Promise<string> {
    const arrives = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: button }).click()
    return (await arrives).suggestedFilename()
  }
}
