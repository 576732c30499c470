import type { VatMode } from '#shared/contract/costs.ts'
import type { Locale } from '#shared/lib/format-money.ts'

/** What stands under every page. */
type FooterTexts = {
  asOf: string
  dataThrough: string
  noData: string
  sources: string
  source: Record<'api' | 'files', string>
  through: string
  moreSources: string
  /** With {currency}; `rule` before it. */
  rates: string
  rate: string
  rateSpan: string
  vat: Record<VatMode, string>
  filter: string
}

export const footerTexts: Record<Locale, FooterTexts> = {
  ru: {
    asOf: 'По состоянию на {moment} ({zone})',
    dataThrough: 'данные по {day}',
    noData: 'данных нет',
    sources: 'Источники: {list}',
    source: { api: 'API', files: 'файлы' },
    through: '{name} ({source}, по {day})',
    moreSources: 'и ещё {count}',
    rates: 'Пересчёт {rule}: {list}',
    rate: '{currency} {value} с {day}',
    rateSpan: '{currency} от {low} до {high} ({count} курсов)',
    vat: {
      asBilled: 'НДС как в счетах',
      with: 'С НДС по ставке на день начисления',
      without: 'Без НДС, ставка на день начисления',
    },
    filter: 'Отбор: {text}',
  },
  en: {
    asOf: 'As of {moment} ({zone})',
    dataThrough: 'data through {day}',
    noData: 'no data',
    sources: 'Sources: {list}',
    source: { api: 'API', files: 'files' },
    through: '{name} ({source}, through {day})',
    moreSources: 'and {count} more',
    rates: 'Converted {rule}: {list}',
    rate: '{currency} {value} since {day}',
    rateSpan: '{currency} from {low} to {high} ({count} rates)',
    vat: {
      asBilled: 'VAT as billed',
      with: 'With VAT at the rate of the day',
      without: 'Without VAT, at the rate of the day',
    },
    filter: 'Filter: {text}',
  },
}
