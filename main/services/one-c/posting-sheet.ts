import { type CsvCell, text } from '#main/core/export/csv.ts'
import type { Sheet, SheetColumn } from '#main/core/export/sheet.ts'
import { listPostings } from '#main/queries/one-c.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { VatRate } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { slicesOf, textOrNone } from '../export/sheet-parts.ts'

/** As 1C names its columns when it loads a table; whoever reads them reads Russian. */
const TITLES = {
  counterparty: 'Контрагент',
  contract: 'Договор',
  day: 'Дата',
  number: 'Номер',
  item: 'Номенклатура',
  without: 'Сумма без НДС',
  rate: 'Ставка НДС',
  vat: 'НДС',
  total: 'Всего',
  costAccount: 'Счет затрат',
  department: 'Подразделение',
  article: 'Статья затрат',
  project: 'Проект',
} as const

/** The postings of a month; the sums of each act's rows are the act's. */
export function postingSheet(scope: Scope, month: string): Sheet {
  const { items } = listPostings(scope, month)
  const currency: Currency = 'RUB'
  const rows = items.map((one): CsvCell[] => [
    text(one.counterparty),
    textOrNone(one.contract),
    { day: one.day },
    text(one.number),
    text(one.item),
    { amount: one.without, currency },
    text(rateName(one.rate)),
    { amount: one.vat, currency },
    { amount: one.total, currency },
    text(one.costAccount),
    textOrNone(one.department),
    textOrNone(one.article),
    textOrNone(one.project),
  ])
  return {
    name: 'Поступление услуг',
    columns: Object.values(TITLES).map((title, at): SheetColumn => columnOf(title, at)),
    rows: slicesOf(rows.length, (offset, limit) => rows.slice(offset, offset + limit)),
    size: rows.length,
    totalLabel: '',
    // A sum below would be taken for one more posting.
    totals: [],
  }
}

function columnOf(title: string, at: number): SheetColumn {
  if (title === TITLES.day) return { title, width: 12, kind: 'day' }
  if (title === TITLES.without || title === TITLES.vat || title === TITLES.total)
    return { title, width: 16, kind: 'amount', currency: 'RUB' }
  return { title, width: at < 5 ? 28 : 18, kind: 'text' }
}

const rateName = (rate: VatRate): string => {
  if (rate === 'none') return 'Без НДС'
  return rate === 'mixed' ? '' : `${rate}%`
}
