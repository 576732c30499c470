import { expect, type Locator, type Page } from '@playwright/test'
import type { BillFile } from '../support/bills.ts'
import { Shell } from './shell.ts'

/** The data: imports and their previews, coverage, quarantine, mappings. */
export class DataPage {
  readonly page: Page
  readonly shell: Shell
  readonly coverage: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.coverage = page.getByRole('grid', { name: /^Покрытие/ })
  }

  async open(): Promise<void> {
    await this.shell.open('Данные')
    await this.shell.settled()
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
    await this.shell.settled()
  }

  /** Through the button and the dialog of the browser. */
  async choose(...files: BillFile[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.button('Выбрать файлы').click(),
    ])
    await chooser.setFiles(files)
  }

  /** Holds files over the window; `drop` lets them go. */
  async drag(files: readonly BillFile[]): Promise<{ drop: () => Promise<void> }> {
    const carried = await this.page.evaluateHandle(
      (all) => {
        const data = new DataTransfer()
        for (const { name, type, text } of all) data.items.add(new File([text], name, { type }))
        return data
      },
      files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, text: buffer.toString() })),
    )
    await this.page.dispatchEvent('main', 'dragenter', { dataTransfer: carried })
    return { drop: () => this.page.dispatchEvent('main', 'drop', { dataTransfer: carried }) }
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name })
  }

  /** The file that is looked at stands so. */
  async stands(status: string): Promise<void> {
    const head = this.page
      .getByRole('main')
      .locator('header', { has: this.page.getByRole('heading', { level: 2 }) })
    await expect(head.getByText(status, { exact: true })).toBeVisible()
    await this.shell.settled()
  }

  async load(): Promise<void> {
    await this.button('Загрузить').click()
    await this.stands('Загружен')
  }

  /** One day of an account in the coverage. */
  day(words: string | RegExp): Locator {
    return this.coverage.getByRole('gridcell', { name: words })
  }
}
