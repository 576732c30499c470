import type { GridColumn } from './types.ts'

export const LEAST_WIDTH = 48
export const MOST_WIDTH = 900
/** More than these, and only the columns in sight are drawn. */
const MANY_COLUMNS = 30
const OVERSCAN = 4
/** Columns that stay in place never take more of the frame. */
const MOST_FROZEN = 0.6

/**
 * Widths in whole pixels. What is left of the frame goes to the columns of text that nobody has set, in proportion; a
 * table that is wider than its frame is scrolled.
 */
export function fitWidths(
  columns: readonly GridColumn[],
  chosen: Readonly<Record<string, number>>,
  frame: number,
): number[] {
  const widths = columns.map(({ id, width }) => chosen[id] ?? width)
  const slack = Math.floor(frame) - widths.reduce((sum, width) => sum + width, 0)
  if (slack <= 0) return widths
  const free = columns.flatMap(({ id }, i) => (chosen[id] === undefined ? [i] : []))
  const texts = free.filter((i) => columns[i]?.align === 'start')
  const takers = texts.length > 0 ? texts : free.length > 0 ? free : [columns.length - 1]
  const sum = takers.reduce((total, i) => total + (widths[i] ?? 0), 0)
  let left = slack
  takers.forEach((i, n) => {
    const width = widths[i] ?? 0
    const share = n === takers.length - 1 ? left : Math.floor((slack * width) / sum)
    widths[i] = width + share
    left -= share
  })
  return widths
}

/** How many of the columns that should stay in place can, in a frame so wide. */
export function frozenFit(widths: readonly number[], wanted: number, frame: number): number {
  let width = 0
  for (let i = 0; i < wanted; i += 1) {
    width += widths[i] ?? 0
    if (width > frame * MOST_FROZEN) return i
  }
  return Math.min(wanted, widths.length)
}

/** The columns to draw besides the frozen ones, ends included; `to` below `from` where there are none. */
export type ColumnWindow = { from: number; to: number }

export function columnWindow(
  widths: readonly number[],
  frozen: number,
  left: number,
  frame: number,
): ColumnWindow {
  const last = widths.length - 1
  if (widths.length <= MANY_COLUMNS) return { from: frozen, to: last }
  let end = 0
  for (let i = 0; i < frozen; i += 1) end += widths[i] ?? 0
  const [start, stop] = [left + end, left + frame]
  let from = last
  let to = frozen
  for (let i = frozen; i <= last; i += 1) {
    const begin = end
    end += widths[i] ?? 0
    if (end > start && i < from) from = i
    if (begin < stop) to = i
  }
  return { from: Math.max(frozen, from - OVERSCAN), to: Math.min(last, to + OVERSCAN) }
}
