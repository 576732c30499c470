import { expect, type Locator, type Page } from '@playwright/test'
import { parseDecimal } from '#shared/lib/decimal.ts'

/** The tile with the chart, and the one with its sum. */
export const SPEND = 'Затраты по провайдерам'
export const TOTAL = 'Затраты за период'

/** The overview. Amounts are read from the exact value behind each figure, not from its rounded text. */
export class DashboardPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  kpi(label: string): Locator {
    return this.page.getByRole('region', { name: label, exact: true })
  }

  panel(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title, exact: typeof title === 'string' })
  }

  async choosePeriod(name: string): Promise<void> {
    await this.page.getByRole('main').locator('button[aria-haspopup="dialog"]').first().click()
    await this.page.getByRole('button', { name, exact: true }).click()
    await expect(this.page.locator('[aria-busy="true"], [data-stale]')).toHaveCount(0)
  }

  private async settled(): Promise<void> {
    await expect(this.page.locator('[aria-busy="true"], [data-stale]')).toHaveCount(0)
  }

  /** The radio buttons lie under their labels' faces. */
  async choose(panel: string | RegExp, option: string): Promise<void> {
    // While tiles come in, what is below them moves away from under the pointer.
    const radio = this.panel(panel).getByRole('radio', { name: option })
    await expect(radio).toBeAttached()
    await this.settled()
    await radio.check({ force: true })
    await this.settled()
  }

  /** Cuts the costs of a tile by something else for now. */
  async cut(panel: string, by: string): Promise<void> {
    await this.panel(panel)
      .getByRole('combobox', { name: `${panel}: группировка` })
      .selectOption(by)
    await expect(this.page.locator('[aria-busy="true"], [data-stale]')).toHaveCount(0)
  }

  /** The days that the page is about, as its picture’s file is named by. */
  async range(): Promise<{ from: string; to: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page
        .getByRole('button', { name: 'Экспорт' })
        .click()
        .then(() => this.page.getByRole('menuitem', { name: /CSV/ }).click()),
    ])
    const [from = '', to = ''] = download.suggestedFilename().match(/\d{4}-\d{2}-\d{2}/g) ?? []
    return { from, to }
  }

  async arrange(): Promise<void> {
    await this.page.getByRole('button', { name: 'Настроить' }).click()
  }

  /** The tiles in their order, by name. */
  async tiles(): Promise<string[]> {
    await expect(this.page.locator('[aria-busy="true"], [data-stale]')).toHaveCount(0)
    return this.page
      .getByRole('list', { name: 'Плитки обзора' })
      .locator('> li')
      .evaluateAll((all) =>
        all.map((tile) => {
          const region = tile.querySelector('section')
          const titleId = region?.getAttribute('aria-labelledby')
          const title = titleId ? document.getElementById(titleId)?.textContent : null
          return title ?? region?.getAttribute('aria-label') ?? ''
        }),
      )
  }

  async showTable(): Promise<Locator> {
    await this.choose(SPEND, 'Таблица')
    return this.panel(SPEND).getByRole('table')
  }
}

/** The cells of one column of a table, by its heading; the last is the foot's. */
export async function column(table: Locator, heading: string): Promise<string[]> {
  return table.evaluate((el, name) => {
    const all = el instanceof HTMLTableElement ? el : el.querySelector('table')
    const head = [...(all?.querySelectorAll('thead th') ?? [])]
    const index = head.findIndex((th) => th.textContent?.trim() === name)
    const at = (row: Element): Element | undefined => {
      let seen = 0
      for (const cell of row.children) {
        const span = (cell as HTMLTableCellElement).colSpan
        if (index >= seen && index < seen + span) return cell
        seen += span
      }
    }
    return [...(all?.querySelectorAll('tbody tr, tfoot tr') ?? [])].map((row) => {
      const cell = at(row)
      return cell?.querySelector('data')?.textContent ?? cell?.textContent ?? ''
    })
  }, heading)
}

/** "1 234 567,89 ₽" as kopecks; the figure on screen, read back to the last digit. */
export function kopecks(text: string): bigint {
  const plain = text
    .replace(/[\s\u00a0\u202f₽]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  const femtos = parseDecimal(plain)
  if (femtos === null) throw new Error(`not an amount: ${text}`)
  return femtos / 10n ** 13n
}
