import { HEAD, type Selection, type Span } from './selection.ts'
import type { GridCell, GridColumn, GridRow } from './types.ts'

export type RowSource = {
  count: number
  rowAt: (index: number) => GridRow | null
  rowsBetween?: ((first: number, last: number) => Promise<readonly GridRow[]>) | undefined
  foot: readonly GridRow[]
}

/** Rows of the body in a span; null where some of them are not here. */
export function hereRows({ top, bottom }: Span, { count, rowAt }: RowSource): readonly GridRow[] | null {
  const rows: GridRow[] = []
  for (let i = Math.max(0, top); i <= Math.min(count - 1, bottom); i += 1) {
    const row = rowAt(i)
    if (row === null) return null
    rows.push(row)
  }
  return rows
}

/** The same, those that are not here by a promise; null: there is no way to have them. */
export function bodyRows(
  span: Span,
  source: RowSource,
): readonly GridRow[] | Promise<readonly GridRow[]> | null {
  const rows = hereRows(span, source)
  if (rows !== null || !source.rowsBetween) return rows
  return source.rowsBetween(Math.max(0, span.top), Math.min(source.count - 1, span.bottom))
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
