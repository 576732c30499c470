import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridCell, GridColumn, GridRow } from '#renderer/ui/grid/types.ts'
import type { CostMetric } from '#shared/contract/costs.ts'
import type { LedgerLineView, lineSorts } from '#shared/contract/ledger.ts'
import { currencies } from '#shared/lib/currency.ts'

export type LineSort = { by: (typeof lineSorts)[number]; isDescending: boolean }

/** FOCUS's column of a metric. */
const COLUMN: Record<CostMetric, string> = {
  billed: 'BilledCost',
  effective: 'EffectiveCost',
  list: 'ListCost',
  contracted: 'ContractedCost',
  quantity: 'ConsumedQuantity',
}

const TEXTS = [
  { column: 'ServiceName', width: 170 },
  { column: 'ChargeDescription', width: 260 },
  { column: 'ResourceName', width: 190 },
  { column: 'ResourceId', width: 190 },
  { column: 'SubAccountName', width: 150 },
  { column: 'RegionId', width: 110 },
  { column: 'InvoiceId', width: 130 },
] as const

const figureColumns = (metric: CostMetric): CostMetric[] =>
  metric === 'billed' || metric === 'quantity' ? ['billed'] : [metric, 'billed']

export function lineColumns(metric: CostMetric, sort: LineSort, t: Translate): GridColumn[] {
  const way = (by: LineSort['by']): GridColumn['sort'] =>
    sort.by === by ? (sort.isDescending ? 'descending' : 'ascending') : null
  return [
    { id: 'day', label: t('ledger.day'), width: 110, align: 'start', sort: way('day') },
    { id: 'account', label: t('costs.dimension.connection'), width: 160, align: 'start' },
    ...TEXTS.slice(0, 3).map(({ column, width }) => ({
      id: column,
      label: t(`ledger.column.${column}`),
      width,
      align: 'start' as const,
    })),
    ...figureColumns(metric).map((each) => ({
      id: each === 'billed' ? 'cost' : each,
      label: t(`costs.metric.${each}`),
      width: 140,
      align: 'end' as const,
      // The ledger puts lines in order by what is billed alone.
      ...(each === 'billed' ? { sort: way('cost') } : {}),
    })),
    { id: 'ConsumedQuantity', label: t('ledger.column.ConsumedQuantity'), width: 130, align: 'end' },
    { id: 'ConsumedUnit', label: t('ledger.column.ConsumedUnit'), width: 110, align: 'start' },
    ...TEXTS.slice(3).map(({ column, width }) => ({
      id: column,
      label: t(`ledger.column.${column}`),
      width,
      align: 'start' as const,
    })),
  ]
}

/** Prices of a unit go far below a kopeck. */
const MOST_PLACES = 15

function money(line: LedgerLineView, metric: CostMetric, format: Format): GridCell {
  const amount = line.columns[COLUMN[metric]]
  if (amount === undefined) return { text: '—', exact: '', tone: 'soft' }
  const currency = currencies.find((each) => each === line.columns.BillingCurrency)
  const plain = `${format.number(amount, MOST_PLACES)} ${line.columns.BillingCurrency ?? ''}`.trim()
  const rounded = currency ? format.money({ amount, currency }) : plain
  // A line of a thousandth of a kopeck costs something: it must not read as nothing.
  const isTiny = /[1-9]/.test(amount) && !/[1-9]/.test(rounded)
  return { text: isTiny ? plain : rounded, exact: amount, ...(currency ? { unit: currency } : {}) }
}

export function lineRow(
  line: LedgerLineView,
  metric: CostMetric,
  accountOf: (connectionId: string) => string,
  format: Format,
): GridRow {
  const text = (column: string): GridCell => ({ text: line.columns[column] ?? '' })
  const quantity = line.columns.ConsumedQuantity
  return {
    key: line.id,
    cells: [
      { text: format.day(line.day), exact: line.day, opens: true },
      { text: accountOf(line.connectionId) },
      ...TEXTS.slice(0, 3).map(({ column }) => text(column)),
      ...figureColumns(metric).map((each) => money(line, each, format)),
      quantity === undefined ? { text: '' } : { text: format.number(quantity, MOST_PLACES), exact: quantity },
      text('ConsumedUnit'),
      ...TEXTS.slice(3).map(({ column }) => text(column)),
    ],
  }
}

type LineTotal = { currency: string; lines: number } & Record<Exclude<CostMetric, 'quantity'>, string>

/** What the lines add up to, each currency by itself. */
export function lineTotals(
  totals: readonly LineTotal[],
  metric: CostMetric,
  t: Translate,
  format: Format,
): GridRow[] {
  const empty = (count: number): GridCell[] => Array.from({ length: count }, () => ({ text: '' }))
  return totals.map((total) => ({
    key: total.currency,
    cells: [
      { text: t('explorer.total') },
      { text: t('ledger.exportLines', { count: total.lines, lines: format.number(total.lines) }) },
      ...empty(3),
      ...figureColumns(metric).map((each): GridCell => {
        const amount = each === 'quantity' ? '0' : total[each]
        return {
          text: format.money({ amount, currency: total.currency }),
          exact: amount,
          unit: total.currency,
        }
      }),
      ...empty(6),
    ],
  }))
}
