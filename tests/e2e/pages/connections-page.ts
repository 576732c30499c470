import { expect, type Locator, type Page } from '@playwright/test'
import type { BegetFake } from '#tests/fakes/beget/start.ts'

/** The page of connections, its cards and the dialogs that open over it. */
export class ConnectionsPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  card(name: string): Locator {
    return this.page.getByRole('list', { name: 'Подключения' }).getByRole('listitem', { name })
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Подключения', exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Подключения' })).toBeVisible()
  }

  async startAdding(): Promise<void> {
    await this.page.getByRole('button', { name: 'Добавить подключение' }).click()
  }

  async choosePassphrase(phrase: string): Promise<void> {
    await this.dialog.getByLabel('Новая парольная фраза', { exact: true }).fill(phrase)
    await this.dialog.getByLabel('Фраза ещё раз', { exact: true }).fill(phrase)
    await this.button('Хранить здесь').click()
  }

  async chooseBeget(): Promise<void> {
    await this.button(/^Beget/).click()
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true })
  }

  /** All that opens the account, its address among the settings that few need. */
  async fillAccount({ settings, secrets }: BegetFake): Promise<void> {
    await this.field('Логин').fill(settings.login ?? '')
    await this.field('Пароль аккаунта').fill(secrets.password ?? '')
    await this.field('Пароль API хостинга (необязательно)').fill(secrets.apiPassword ?? '')
    await this.button('Дополнительные настройки').click()
    await this.field('Адрес API (необязательно)').fill(settings.address ?? '')
  }

  async menu(name: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `Действия: ${name}` }).click()
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** What runs, on whatever page one is. */
  get running(): Locator {
    return this.page.getByRole('complementary').locator('button[aria-haspopup="dialog"]')
  }

  toast(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Сообщения' }).getByText(text)
  }
}
