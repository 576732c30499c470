import { type Currency, currencyPlaces } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { type CsvCell, text } from './csv.ts'

/** Amounts of one column are of one currency: a sum under them can be believed. */
export type SheetColumn = {
  title: string
  /** In characters. */
  width: number
} & (
  | { kind: 'text' | 'number' | 'day' }
  | { kind: 'amount'; currency: Currency }
  /** Figures of which each row says itself what it is counted in. */
  | { kind: 'figure' }
)

/** A table on its way into a file: the same rows for every format. Rows come in slices, so that nobody is held up. */
export type Sheet = {
  name: string
  columns: readonly SheetColumn[]
  rows: AsyncIterable<readonly CsvCell[][]>
  /** How many rows there will be. */
  size: number
  /** Stands before the sums under the table. */
  totalLabel: string
  /** Stand above the table: what it is of. */
  notes?: readonly (readonly CsvCell[])[]
  /** Sums that are known beforehand, where a column holds figures of more than one kind. */
  totals?: readonly (readonly CsvCell[])[]
}

type Amount = { amount: string; currency: Currency }

/** A figure as columns, one a currency that it has. */
export const amountColumns = (title: string, currencies: readonly Currency[]): SheetColumn[] =>
  currencies.map((currency) => ({ title: `${title}, ${currency}`, kind: 'amount', width: 16, currency }))

/** The cells that belong under `amountColumns`. */
export const amountCells = (
  amounts: readonly (Amount | null)[],
  currencies: readonly Currency[],
): CsvCell[] => currencies.map((currency) => amounts.find((amount) => amount?.currency === currency) ?? null)

/** Adds the amounts up as their rows pass, so that the sums are those of the file itself. */
export function createTotals({ columns, totalLabel }: Pick<Sheet, 'columns' | 'totalLabel'>) {
  const sums = columns.map(() => 0n)
  return {
    add(row: readonly CsvCell[]): void {
      for (const [at, cell] of row.entries())
        if (cell !== null && 'amount' in cell) sums[at] = (sums[at] ?? 0n) + (parseDecimal(cell.amount) ?? 0n)
    },
    row: (): CsvCell[] =>
      columns.map((column, at): CsvCell => {
        if (at === 0) return text(totalLabel)
        if (column.kind !== 'amount') return null
        return { amount: formatDecimal(sums[at] ?? 0n), currency: column.currency }
      }),
  }
}

/** What stands under the table: the sums that came with it, or those of its columns as they passed. */
export function createFoot(sheet: Pick<Sheet, 'columns' | 'totalLabel' | 'totals'>) {
  const sums = createTotals(sheet)
  return {
    add: sheet.totals ? () => undefined : sums.add,
    rows: (): readonly (readonly CsvCell[])[] => sheet.totals ?? [sums.row()],
  }
}

/** For quantities and for amounts of several currencies: as many places as there are. */
export const figureFormat = '#,##0.##########;[Red]-#,##0.##########'

/** Negative amounts stand out, as accountants have them. The mark and the spaces are those of whoever opens the file. */
export function amountFormat(currency: Currency): string {
  const places = currencyPlaces[currency]
  const format = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
  return `${format};[Red]-${format}`
}
