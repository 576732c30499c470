import type { DocRow, DocTable } from '../document.ts'
import { cellText, isSpanned, type PlacedColumn, planTable, type TablePlan } from './columns.ts'
import type { Box, Piece } from './flow.ts'
import { baseline, colours, type Pen, squeezed } from './paper.ts'
import type { Desk } from './tools.ts'
import { words } from './words.ts'
import { wrap } from './wrap.ts'

const LEADING = 1.28
const MOST_LINES = 6
const MOST_HEAD_LINES = 4
const MOST_LEVELS = 6
const HELD_ROWS = 3000

type TableRow = DocRow & { isTotal?: boolean }

/** A table as paper needs it: read as often as it takes, planned once. */
export type TableLayout = { pieces(room: number, opening: readonly Box[]): Generator<Piece> }

export function layoutTable(table: DocTable, desk: Desk): TableLayout {
  const held = table.rowCount <= HELD_ROWS ? hold(table) : table
  let plan: TablePlan | null = null
  return {
    *pieces(room, opening) {
      if (!plan) {
        const planning = planTable(held, desk.frame.width, desk)
        let step = planning.next()
        while (!step.done) {
          yield 'breath'
          step = planning.next()
        }
        plan = step.value
      }
      const made = plan.bands.length === 1 ? oneBand(held, plan, desk) : manyBands(held, plan, desk, room)
      for (const box of opening) yield { ...box, isKept: true }
      yield* made
      yield* afterwords(held, desk)
    },
  }
}

function hold(table: DocTable): DocTable {
  let rows: readonly DocRow[] | null = null
  return {
    ...table,
    rows: () => {
      rows ??= Array.from(table.rows())
      return rows
    },
  }
}

function* oneBand(table: DocTable, plan: TablePlan, desk: Desk): Generator<Piece> {
  const band = plan.bands[0] ?? []
  const head = headBox(table, band, plan, desk, null)
  yield { ...head, isKept: true }
  const hasMore = saidOf(table, desk).length > 0
  let count = 0
  for (const [row, next] of withNext(rowsOf(table))) {
    const box = rowBox(table, row, band, plan, desk)
    // Nor does the first row stay alone under its heading.
    const isKept = next === null ? hasMore : count === 0 || staysWith(row, next)
    yield { ...box, isKept, ...(count > 0 && { again: head }) }
    count += 1
  }
  if (count === 0) yield emptyBox(plan, desk)
}

/** As many rows as a page holds at once: their first columns, then the rest of them under heads of their own. */
function* manyBands(table: DocTable, plan: TablePlan, desk: Desk, room: number): Generator<Piece> {
  const heads = plan.bands.map((band, i) =>
    headBox(table, band, plan, desk, words[desk.language].part(i + 1, plan.bands.length)),
  )
  const most = room - Math.max(...heads.map((head) => head.height)) - 30
  let chunk: Box[][] = []
  let height = 0
  function* turnOut(): Generator<Piece> {
    for (const [i, head] of heads.entries()) {
      yield { ...head, gap: i === 0 ? 0 : 12, isKept: true }
      for (const [n, boxes] of chunk.entries()) yield { ...(boxes[i] as Box), isKept: n < chunk.length - 1 }
    }
    chunk = []
    height = 0
  }
  for (const row of rowsOf(table)) {
    const boxes = plan.bands.map((band) => rowBox(table, row, band, plan, desk))
    const tallest = Math.max(...boxes.map((box) => box.height))
    if (chunk.length > 0 && height + tallest > most) yield* turnOut()
    chunk.push(boxes)
    height += tallest
  }
  yield* turnOut()
}

function* rowsOf(table: DocTable): Generator<TableRow> {
  yield* table.rows()
  if (table.total) yield { ...table.total, role: 'sum', isTotal: true }
}

function* withNext<T>(items: Iterable<T>): Generator<[T, T | null]> {
  let held: T | null = null
  for (const item of items) {
    if (held !== null) yield [held, item]
    held = item
  }
  if (held !== null) yield [held, null]
}

/** A heading stays with what it heads, a sum with what it is of. */
const staysWith = (row: TableRow, next: TableRow): boolean =>
  row.role === 'head' || next.isTotal === true || (next.role === 'sum' && row.role !== 'sum')

function headBox(
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

function rowBox(
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
  const indent = plan.indent * Math.min(row.level ?? 0, MOST_LEVELS)
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

function emptyBox({ size, padding }: TablePlan, { frame, language }: Desk): Box {
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

/** What the limit leaves out, and what is to be said of the table. */
const saidOf = (table: DocTable, { visible, language }: Desk): string[] => [
  ...(table.left > 0 ? [words[language].left(table.left, table.total !== null)] : []),
  ...(table.note === null ? [] : [visible(table.note)]),
]

function* afterwords(table: DocTable, desk: Desk): Generator<Piece> {
  const { frame, measure } = desk
  const type = { size: 7.5, weight: 400 as const }
  const leading = 10.5
  for (const one of saidOf(table, desk)) {
    const lines = wrap(one, frame.width, type, measure)
    yield {
      height: lines.length * leading,
      gap: 5,
      draw: (pen, top) => pen.lines(lines, frame.left, top, leading, { ...type, fill: colours.soft }),
    }
  }
}
