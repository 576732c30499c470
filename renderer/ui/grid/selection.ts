/** Rows: -1 is the head, then those of the body, then those of the foot. */
export type Place = { row: number; column: number }

export type Size = { rows: number; foot: number; columns: number }

/** Two corners; `reach` stretches what lies between them over whole rows, whole columns or everything. */
export type Selection = { anchor: Place; at: Place; reach: 'cells' | 'rows' | 'columns' | 'all' }

/** Ends included. */
export type Span = { top: number; bottom: number; left: number; right: number }

export const HEAD = -1

export const selectAt = (at: Place): Selection => ({ anchor: at, at, reach: 'cells' })

/** To another cell: by itself, or with everything from where the selection began. */
export function selectTo(selection: Selection, to: Place, isExtending: boolean): Selection {
  if (!isExtending) return selectAt(to)
  const { reach, anchor } = selection
  const body = (place: Place): Place => ({ ...place, row: Math.max(0, place.row) })
  return { anchor: body(anchor), at: body(to), reach: reach === 'all' ? 'cells' : reach }
}

/** A list that has become shorter or narrower keeps what is still there of a selection. */
export function keepWithin(selection: Selection, size: Size): Selection {
  const last = { row: Math.max(0, size.rows + size.foot - 1), column: Math.max(0, size.columns - 1) }
  const isWithin = ({ row, column }: Place): boolean => row <= last.row && column <= last.column
  if (isWithin(selection.anchor) && isWithin(selection.at)) return selection
  const clamp = ({ row, column }: Place): Place => ({
    row: Math.min(row, last.row),
    column: Math.min(column, last.column),
  })
  return { ...selection, anchor: clamp(selection.anchor), at: clamp(selection.at) }
}

export function spanOf({ anchor, at, reach }: Selection, size: Size): Span {
  const rows = { top: 0, bottom: Math.max(0, size.rows + size.foot - 1) }
  const columns = { left: 0, right: Math.max(0, size.columns - 1) }
  if (reach === 'all') return { ...rows, ...columns }
  const between = {
    top: Math.min(anchor.row, at.row),
    bottom: Math.max(anchor.row, at.row),
    left: Math.min(anchor.column, at.column),
    right: Math.max(anchor.column, at.column),
  }
  if (reach === 'rows') return { ...between, ...columns }
  if (reach === 'columns') return { ...between, ...rows }
  return between
}

export const cellsIn = ({ top, bottom, left, right }: Span): number => (bottom - top + 1) * (right - left + 1)
