import { type CsvCell, text } from '#main/core/export/csv.ts'
import type { Sheet, SheetColumn } from '#main/core/export/sheet.ts'
import { listMargins } from '#main/queries/margins.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { slicesOf } from './sheet-parts.ts'

type Input = Omit<ParsedInput<'business.exportMargins'>, 'format' | 'preset'>

const words = {
  ru: {
    name: { terms: 'Маржа клиентов', revenue: 'Маржа продуктов' },
    part: { terms: 'Клиент', revenue: 'Продукт' },
    month: 'Месяц',
    cost: 'Затраты',
    list: 'По прайсу',
    price: { terms: 'Цена клиенту', revenue: 'Выручка' },
    unpriced: 'Без цены',
    margin: 'Маржа',
    marginPercent: 'Маржа, % цены',
    markupPercent: 'Наценка, % затрат',
    nobody: 'Не распределено',
    total: 'Итого',
  },
  en: {
    name: { terms: 'Client margins', revenue: 'Product margins' },
    part: { terms: 'Client', revenue: 'Product' },
    month: 'Month',
    cost: 'Cost',
    list: 'List price',
    price: { terms: 'Price', revenue: 'Revenue' },
    unpriced: 'Without a price',
    margin: 'Margin',
    marginPercent: 'Margin, % of price',
    markupPercent: 'Markup, % of cost',
    nobody: 'Not allocated',
    total: 'Total',
  },
} as const satisfies Record<Locale, object>

/** Clients or products by month, as the page has them: amounts whole, so that their sums are the page's totals. */
export function marginSheet(scope: Scope, { language, ...question }: Input): Sheet {
  const t = words[language]
  const by = question.revenueId === null ? 'terms' : 'revenue'
  const { items, currency } = listMargins(scope, question)
  const rows = items.flatMap(({ part, months }) =>
    months.map((month): CsvCell[] => {
      const amount = (value: string | null): CsvCell => (value === null ? null : { amount: value, currency })
      return [
        text(part ?? t.nobody),
        { day: `${month.month}-01` as Day },
        amount(month.cost),
        amount(month.list),
        amount(month.price),
        amount(month.unpriced),
        amount(month.margin),
        percent(month.marginRatio),
        percent(month.markupRatio),
      ]
    }),
  )
  return {
    name: t.name[by],
    columns: [
      { title: t.part[by], width: 28, kind: 'text' },
      { title: t.month, width: 12, kind: 'day' },
      money(t.cost, currency),
      money(t.list, currency),
      money(t.price[by], currency),
      money(t.unpriced, currency),
      money(t.margin, currency),
      { title: t.marginPercent, width: 16, kind: 'number' },
      { title: t.markupPercent, width: 18, kind: 'number' },
    ],
    size: rows.length,
    totalLabel: t.total,
    rows: slicesOf(rows.length, (offset, limit) => rows.slice(offset, offset + limit)),
  }
}

const money = (title: string, currency: Currency): SheetColumn => ({
  title: `${title}, ${currency}`,
  width: 18,
  kind: 'amount',
  currency,
})

/** Two places are what a person reads; the amounts beside it hold the exact figures. */
function percent(ratio: string | null): CsvCell {
  const femtos = ratio === null ? null : parseDecimal(ratio)
  return femtos === null ? null : { number: formatDecimal(roundFemtos(femtos * 100n, 2)) }
}
