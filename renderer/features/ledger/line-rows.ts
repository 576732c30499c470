import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridCell, GridColumn, GridRow } from '#renderer/ui/grid/types.ts'
import type { LedgerLineView, lineSorts } from '#shared/contract/ledger.ts'
import { type ColumnId, columnKey, DAY_WIDTH, isCost, isFigure, widthOf } from './columns.ts'
import { cellText } from './view.ts'

type Sort = (typeof lineSorts)[number]

/** The column of the day stands before those that a person has chosen. */
const DAY = 'day'
const SORTS: Readonly<Record<string, Sort>> = { [DAY]: 'day', BilledCost: 'cost' }

/** What the lines go by when the head of a column is pressed; null: by nothing. */
export const sortOf = (columnId: string): Sort | null => SORTS[columnId] ?? null

export function lineColumns(
  shown: readonly ColumnId[],
  widths: Readonly<Record<string, number>>,
  sorted: { sort: Sort; isDescending: boolean },
  t: Translate,
): GridColumn[] {
  const by = (id: string): Pick<GridColumn, 'sort'> => {
    const sort = sortOf(id)
    if (sort === null) return {}
    return { sort: sort !== sorted.sort ? null : sorted.isDescending ? 'descending' : 'ascending' }
  }
  return [
    { id: DAY, label: t('ledger.day'), width: widths[DAY] ?? DAY_WIDTH, align: 'start', ...by(DAY) },
    ...shown.map((id): GridColumn => {
      const key = columnKey(id)
      return {
        id,
        label: key ? t(key) : id,
        hint: id,
        width: widths[id] ?? widthOf(id),
        align: isFigure(id) ? 'end' : 'start',
        ...by(id),
      }
    }),
  ]
}

/** Rows of lines as a person reads them. A line that is kept stays the same row. */
export function lineRows(
  shown: readonly ColumnId[],
  t: Translate,
  format: Format,
): (line: LedgerLineView) => GridRow {
  const made = new WeakMap<LedgerLineView, GridRow>()
  return (line) => {
    const kept = made.get(line)
    if (kept) return kept
    const day: GridCell = { text: format.day(line.day), exact: line.day, opens: true }
    const row = { key: line.id, cells: [day, ...shown.map((id) => cellOf(id, line, t, format))] }
    made.set(line, row)
    return row
  }
}

function cellOf(id: ColumnId, line: LedgerLineView, t: Translate, format: Format): GridCell {
  const text = cellText(id, line, t, format)
  if (text === null) return { text: '—', exact: '', tone: 'soft' }
  const exact = line.columns[id]
  if (!isFigure(id) || exact === undefined) return { text }
  const unit = unitOf(id, line)
  return { text, exact, ...(unit === undefined ? {} : { unit }) }
}

/** Prices of a unit are figures that nobody adds up. */
function unitOf(id: ColumnId, { columns }: LedgerLineView): string | undefined {
  if (isCost(id)) return columns.BillingCurrency
  if (id === 'PricingCurrencyEffectiveCost') return columns.PricingCurrency
  if (id === 'ConsumedQuantity') return columns.ConsumedUnit ?? ''
  if (id === 'PricingQuantity') return columns.PricingUnit ?? ''
  return id === 'CommitmentDiscountQuantity' ? (columns.CommitmentDiscountUnit ?? '') : undefined
}
