import { expect, type Locator, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

export const PHRASE = 'лес река мост окно'
export const OTHER_PHRASE = 'сыр перо гора волна'

/** «Ключи и пароли» of the settings, and the forms that may come up elsewhere. */
export class VaultPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await new Shell(this.page).go('/settings?section=vault')
    await expect(this.page.getByRole('heading', { name: 'Где хранятся ключи и пароли' })).toBeVisible()
  }

  place(name: 'keychain' | 'file'): Locator {
    const label = name === 'keychain' ? /^Системное хранилище паролей/ : /^Зашифрованный файл/
    return this.page.getByRole('radio', { name: label })
  }

  async enterNew(phrase: string, again = phrase): Promise<void> {
    await this.page.getByLabel('Новая парольная фраза').fill(phrase)
    await this.page.getByLabel('Фраза ещё раз').fill(again)
  }

  async chooseFile(phrase = PHRASE): Promise<void> {
    await this.place('file').check()
    await this.enterNew(phrase)
    await this.page.getByRole('button', { name: 'Хранить здесь' }).click()
    await expect(this.state('Открыт')).toBeVisible()
  }

  /** The badge beside the place that is in use. */
  state(word: 'Открыт' | 'Закрыт' | 'Повреждён' | 'Пропал'): Locator {
    return this.page.getByRole('main').getByText(word, { exact: true })
  }

  async unlock(phrase: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByLabel('Парольная фраза', { exact: true }).fill(phrase)
    await within.getByRole('button', { name: 'Открыть', exact: true }).click()
  }
}
