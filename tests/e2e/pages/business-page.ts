import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** Economics: unit costs, series, products and clients. */
export class BusinessPage {
  readonly page: Page
  readonly shell: Shell
  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
  }

  async open(tab: 'units' | 'series' | 'products' | 'clients'): Promise<void> {
    await this.shell.go(`/business?tab=${tab}`)
    await expect(this.shell.heading('Экономика')).toBeVisible()
    await this.shell.settled()
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name })
  }

  async addSeries(facts: { name: string; unit: string; step: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'Добавить показатель' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Название').fill(facts.name)
    await dialog.getByLabel('Единица', { exact: true }).fill(facts.unit)
    await dialog.getByLabel('Как заполнять').selectOption(facts.step)
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await expect(dialog).toHaveCount(0)
  }

  cell(period: string, part = 'Значение'): Locator {
    return this.page.getByRole('textbox', { name: `${period}, ${part}` })
  }

  /** As the clipboard of a spreadsheet would give it. */
  async paste(cell: Locator, text: string): Promise<void> {
    await cell.evaluate((element, data) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', data)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }

  /** A row of the table of periods, of clients or of products. */
  row(name: string): Locator {
    return this.page.getByRole('row', { name })
  }

  async loadFile(name: string, text: string): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Загрузить файл' }).click()
    await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
}
