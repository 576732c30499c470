import type { GridColumn } from './types.ts'
import type { ColumnWindow } from './widths.ts'

export type DrawnColumn = {
  index: number
  column: GridColumn
  width: number
  /** Where it stays while the others move; null: it moves with them. */
  left: number | null
  isLastFrozen: boolean
}

/** The columns that are drawn, and the room of those that are not, before and after the moving ones. */
export type GridLayout = {
  frozen: readonly DrawnColumn[]
  moving: readonly DrawnColumn[]
  before: number
  after: number
  total: number
}

const sum = (widths: readonly number[], from: number, to: number): number =>
  widths.slice(from, to).reduce((all, width) => all + width, 0)

export function layoutOf(
  columns: readonly GridColumn[],
  widths: readonly number[],
  frozen: number,
  { from, to }: ColumnWindow,
): GridLayout {
  const drawn = columns.map((column, index): DrawnColumn => {
    const isFrozen = index < frozen
    return {
      index,
      column,
      width: widths[index] ?? column.width,
      left: isFrozen ? sum(widths, 0, index) : null,
      isLastFrozen: index === frozen - 1,
    }
  })
  return {
    frozen: drawn.slice(0, frozen),
    moving: drawn.slice(from, to + 1),
    before: sum(widths, frozen, from),
    after: sum(widths, to + 1, widths.length),
    total: sum(widths, 0, widths.length),
  }
}

/** How far the frame has to be scrolled sideways for a column to be seen whole; null: it is. */
export function scrollToColumn(
  widths: readonly number[],
  frozen: number,
  column: number,
  { left, frame }: { left: number; frame: number },
): number | null {
  if (column < frozen) return null
  const fixed = sum(widths, 0, frozen)
  const start = sum(widths, 0, column)
  const end = start + (widths[column] ?? 0)
  if (start - fixed < left) return start - fixed
  return end > left + frame ? Math.min(start - fixed, end - frame) : null
}
