import type { ReportDocument } from '#main/core/report/document.ts'
import { formatNumber } from '#shared/lib/format-money.ts'

type Words = {
  sheet: string
  figure: string
  value: string
  note: string
  total: string
  left: (count: number) => string
  checksum: string
  page: string
}

export const sheetWords: Record<ReportDocument['language'], Words> = {
  ru: {
    sheet: 'Отчёт',
    figure: 'Показатель',
    value: 'Значение',
    note: 'Примечание',
    total: 'Итого',
    left: (count) => `Остальные строки: ${formatNumber(count, 'ru')}`,
    checksum: 'Контрольная сумма данных (SHA-256)',
    page: 'Лист',
  },
  en: {
    sheet: 'Report',
    figure: 'Figure',
    value: 'Value',
    note: 'Note',
    total: 'Total',
    left: (count) => `Other rows: ${formatNumber(count, 'en')}`,
    checksum: 'Checksum of the data (SHA-256)',
    page: 'Sheet',
  },
}

/** What stands under every page, a line each. */
export const footerLines = ({ footer }: ReportDocument): string[] =>
  footer
    ? [footer.asOf, footer.sources, footer.rates, footer.vat, footer.filter].filter((line) => line !== null)
    : []
