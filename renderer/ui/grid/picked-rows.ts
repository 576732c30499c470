import { HEAD, type Selection, type Span } from './selection.ts'
import type { GridCell, GridColumn, GridRow } from './types.ts'

export type RowSource = {
  count: number
  rowAt: (index: number) => GridRow | null
  rowsBetween?: ((first: number, last: number) => Promise<readonly GridRow[]>) | undefined
  foot: readonly GridRow[]
}

/** Rows of the body in a span: at once where all of them are here, by a promise where some are not; null: no way to have them. */
export function bodyRows(
  { top, bottom }: Span,
  { count, rowAt, rowsBetween }: RowSource,
): readonly GridRow[] | Promise<readonly GridRow[]> | null {
  const [first, last] = [Math.max(0, top), Math.min(count - 1, bottom)]
  const rows: GridRow[] = []
  for (let i = first; i <= last; i += 1) {
    const row = rowAt(i)
    if (row === null) return rowsBetween ? rowsBetween(first, last) : null
    rows.push(row)
  }
  return rows
}

export const footRows = ({ top, bottom }: Span, { count, foot }: RowSource): readonly GridRow[] =>
  foot.slice(Math.max(0, top - count), Math.max(0, bottom - count + 1))

/** Whole columns, and everything, are copied with their heads, as a sheet's own columns are. */
export function copiedCells(
  span: Span,
  reach: Selection['reach'],
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
): (readonly GridCell[])[] {
  const hasHead = reach === 'all' || reach === 'columns' || span.top === HEAD
  const heads: GridCell[] = columns.map(({ label }) => ({ text: label }))
  const cut = (cells: readonly GridCell[]): readonly GridCell[] =>
    Array.from({ length: span.right - span.left + 1 }, (_, i) => cells[span.left + i] ?? { text: '' })
  return [...(hasHead ? [cut(heads)] : []), ...rows.map(({ cells }) => cut(cells))]
}
