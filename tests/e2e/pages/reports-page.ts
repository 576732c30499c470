import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

/** Reports: their list, the builder, the archive and the schedules. */
export class ReportsPage {
  readonly page: Page
  readonly shell: Shell
  readonly blocks: Locator
  /** The page as it will print. */
  readonly sheet: Locator
  /** An entry of the archive. */
  readonly drawer: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.shell = new Shell(page)
    this.blocks = page.getByRole('listbox', { name: 'Блоки отчёта по порядку' }).getByRole('option')
    this.sheet = page.getByRole('img', { name: /^Страница \d+ из \d+/ })
    this.drawer = page.locator('dialog[open]').filter({ has: page.getByRole('heading', { level: 3 }) })
    this.dialog = page.getByRole('dialog')
  }

  async open(tab: 'list' | 'archive' | 'schedules' = 'list'): Promise<void> {
    await this.shell.go(`/reports?tab=${tab}`)
    await expect(this.shell.heading('Отчёты')).toBeVisible()
    await this.shell.settled()
  }

  /** A new report out of a template, with its first page drawn. */
  async openTemplate(name: string): Promise<void> {
    await this.open()
    await this.page.getByRole('button', { name: `Открыть шаблон: ${name}` }).click()
    await expect(this.shell.heading(name)).toBeVisible()
    await this.drawn()
  }

  async drawn(): Promise<void> {
    await expect(this.sheet).toBeVisible()
    await this.shell.settled()
  }

  async save(name: string): Promise<void> {
    await this.page.keyboard.press('Control+s')
    await expect(this.page.getByText(`Отчёт «${name}» сохранён`)).toBeVisible()
    await expect(this.page.getByText('Все изменения сохранены')).toBeVisible()
  }

  /** Asks for the formats and waits for the entry of the archive. */
  async produce(formats: readonly string[], why = ''): Promise<void> {
    await this.page.getByRole('button', { name: 'Сформировать', exact: true }).click()
    for (const box of await this.dialog.getByRole('checkbox').all()) await box.uncheck()
    for (const format of formats) await this.dialog.getByRole('checkbox', { name: format }).check()
    if (why !== '') await this.dialog.getByLabel('Для чего').fill(why)
    await this.dialog.getByRole('button', { name: 'Сформировать' }).click()
    await expect(this.drawer.getByText('Готов', { exact: true })).toBeVisible({ timeout: 20_000 })
    await this.shell.settled()
  }

  async download(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  /** Something of the list of further actions. */
  async act(menu: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: menu }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
