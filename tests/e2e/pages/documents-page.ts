import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

type Given = { name: string; mimeType: string; buffer: Buffer }

/** A file of a supplier or a bank. */
export const given = (name: string, text: string): Given => ({
  name,
  mimeType: name.endsWith('.xml') ? 'text/xml' : 'text/plain',
  buffer: Buffer.from(text),
})

/** The documents of a month and the payments for them. */
export class DocumentsPage {
  readonly page: Page
  readonly shell: Shell
  readonly table: Locator
  readonly results: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.table = page.getByRole('table', { name: /^Документы за/ })
    this.results = page.getByRole('region', { name: 'Что загружено' })
  }

  async open(month: string): Promise<void> {
    await this.shell.go(`/closing?tab=documents&month=${month}`)
    await expect(this.page.getByRole('heading', { name: /^Документы за/ })).toBeVisible()
    await this.shell.settled()
  }

  /** Through the button and the dialog of the browser. */
  async load(...files: Given[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Загрузить файлы' }).click(),
    ])
    await chooser.setFiles(files)
    await expect(this.results).toBeVisible()
    await this.shell.settled()
  }

  async drop(file: Given): Promise<void> {
    const carried = await this.page.evaluateHandle(
      ({ name, type, text }) => {
        const data = new DataTransfer()
        data.items.add(new File([text], name, { type }))
        return data
      },
      { name: file.name, type: file.mimeType, text: file.buffer.toString() },
    )
    await this.page.dispatchEvent('main', 'dragenter', { dataTransfer: carried })
    await expect(this.page.getByText('Отпустите файлы, чтобы загрузить документы')).toBeVisible()
    await this.page.dispatchEvent('main', 'drop', { dataTransfer: carried })
  }

  row(text: string | RegExp): Locator {
    return this.table.getByRole('row', { name: text })
  }
}
