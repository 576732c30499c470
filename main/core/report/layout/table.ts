import type { DocRow, DocTable } from '../document.ts'
import { planTable, type TablePlan } from './columns.ts'
import type { Box, Piece } from './flow.ts'
import { colours } from './paper.ts'
import { emptyBox, headBox, rowBox, type TableRow } from './table-boxes.ts'
import type { Desk } from './tools.ts'
import { words } from './words.ts'
import { wrap } from './wrap.ts'

/** Tables of no more rows are read once and kept. */
const HELD_ROWS = 3000

/** A table as paper needs it: read as often as it takes, planned once. */
type TableLayout = { pieces(room: number, opening: readonly Box[]): Generator<Piece> }

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
  if (chunk.length > 0) yield* turnOut()
  else yield* oneBand(table, { ...plan, bands: plan.bands.slice(0, 1) }, desk)
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
