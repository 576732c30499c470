import { expect, type Page } from '@playwright/test'

export const PASSWORD = 'Тихий океан 42 причала'

/** The first start, the list of profiles, the lock: all that stands before a session. */
export class StartPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async openDemo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Открыть демо-компанию/ }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
  }

  async fillOrganisation(values: { organisation: string; name: string; password: string }): Promise<void> {
    await this.page.getByLabel('Организация', { exact: true }).fill(values.organisation)
    await this.page.getByLabel('Ваше имя').fill(values.name)
    await this.page.getByLabel('Пароль', { exact: true }).fill(values.password)
    await this.page.getByRole('button', { name: 'Создать и войти' }).click()
  }

  async createOrganisation(organisation = 'ООО «Вектор»', name = 'Мария Белова'): Promise<void> {
    await this.page.getByRole('button', { name: /^Создать (ещё одну )?организацию/ }).click()
    await this.fillOrganisation({ organisation, name, password: PASSWORD })
    await expect(this.page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
  }

  async enterPassword(password: string): Promise<void> {
    // A card of the settings bears the same name while the page of signing in is on its way.
    await this.page
      .locator('input')
      .and(this.page.getByLabel('Пароль', { exact: true }))
      .fill(password)
    await this.page.keyboard.press('Enter')
  }
}
