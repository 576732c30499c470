import type { DocRow, DocTable } from '../document.ts'
import { cellText, indentOf, isSpanned, type PlacedColumn, type TablePlan } from './columns.ts'
import type { Box } from './flow.ts'
import { baseline, colours, type Pen, squeezed } from './paper.ts'
import type { Desk } from './tools.ts'
import { words } from './words.ts'
import { wrap } from './wrap.ts'

const LEADING = 1.28
const MOST_LINES = 6
const MOST_HEAD_LINES = 4

export type TableRow = DocRow & { isTotal?: boolean }

/** Titles of the columns; `part` says which of them where a page holds but some. */
export function headBox(
  table: DocTable,
  band: readonly PlacedColumn[],
  plan: TablePlan,
  { frame, measure, visible }: Desk,
  part: string | null,
): Box {
  const size = plan.headSize
  const type = { size, weight: 600 as const }
  const leading = size * 1.22
  const titles = band.map((column) => {
    const title = visible(table.columns[column.index]?.title ?? '')
    return wrap(title, column.width, type, measure, MOST_HEAD_LINES)
  })
  const lines = Math.max(1, ...titles.map((title) => title.length))
  const above = part === null ? 0 : size * 1.5
  const height = above + lines * leading + size * 0.75
  return {
    height,
    draw(pen, top) {
      if (part !== null)
        pen.text(part, frame.left, baseline(top, 6.5, leading), { size: 6.5, fill: colours.soft })
      band.forEach((column, i) => {
        const title = titles[i] ?? []
        const from = top + above + (lines - title.length) * leading
        const x = frame.left + column.x + (column.isFigure ? column.width : 0)
        pen.lines(title, x, from, leading, {
          ...type,
          fill: colours.soft,
          anchor: column.isFigure ? 'end' : 'start',
        })
      })
      pen.rule(frame.left, frame.right, top + height, 0.8, colours.rule)
    },
  }
}

export function rowBox(
  table: DocTable,
  row: TableRow,
  band: readonly PlacedColumn[],
  plan: TablePlan,
  desk: Desk,
): Box {
  const { frame, measure } = desk
  const size = plan.size
  const type = { size, weight: row.role === undefined ? (400 as const) : (600 as const) }
  const leading = size * LEADING
  const isWide = isSpanned(row)
  const indent = size * indentOf(row)
  const textOf = ({ index }: PlacedColumn): string => {
    const source = table.columns[index]
    return source ? cellText(source, row, index, desk) : ''
  }
  const cells = (isWide ? band.slice(0, 1) : band).map((column) => {
    const inset = column.index === 0 ? indent : 0
    const width = (isWide ? frame.width : column.width) - inset
    // Figures stand in one line: how they read is of no weight while pages are only counted.
    const lines = column.isWrapped ? wrap(textOf(column), width, type, measure, MOST_LINES) : null
    return { column, inset, width, lines }
  })
  const count = Math.max(1, ...cells.map((cell) => cell.lines?.length ?? 1))
  const { padding } = plan
  const height = count * leading + 2 * padding
  return {
    height,
    draw(pen, top) {
      if (row.role === 'head') pen.tint(frame.left, top, frame.width, height)
      if (row.isTotal) pen.rule(frame.left, frame.right, top, 0.8, colours.rule)
      for (const { column, inset, width, lines } of cells) {
        const x = frame.left + column.x + (column.isFigure ? width : inset)
        const anchor = column.isFigure ? ('end' as const) : ('start' as const)
        const text = lines ?? [textOf(column)]
        const fits = lines ? size : squeezed(text[0] ?? '', size, type.weight, width, measure)
        pen.lines(text, x, top + padding, leading, { ...type, size: fits, anchor })
      }
      if (!row.isTotal) pen.rule(frame.left, frame.right, top + height)
    },
  }
}

export function emptyBox({ size, padding }: TablePlan, { frame, language }: Desk): Box {
  const leading = size * LEADING
  return {
    height: leading + 2 * padding,
    draw(pen: Pen, top) {
      pen.lines([words[language].noRows], frame.left, top + padding, leading, {
        size,
        fill: colours.soft,
      })
      pen.rule(frame.left, frame.right, top + this.height)
    },
  }
}
