import type { CellKind, DocColumn, DocRow, DocTable } from '../document.ts'
import { figureText } from './figure-text.ts'
import type { Desk } from './tools.ts'

/** A column in its place, counted from the table's left edge. */
export type PlacedColumn = { index: number; x: number; width: number; isFigure: boolean; isWrapped: boolean }
export type TablePlan = {
  size: number
  headSize: number
  /** Above and below a row's text. */
  padding: number
  /** One, or several one under another where the columns are too many: each begins with those that name a row. */
  bands: readonly (readonly PlacedColumn[])[]
}

/** Widths at a size of one point. */
type Wish = { widest: number; title: number; titleWord: number }

const SIZES = [8.5, 8, 7.5, 7, 6.5]
/** From so many rows on a table is looked things up in, not read: it is set closer. */
const LONG = 60
const SIZE_OF_LONG = 7.5
const SMALLEST = [6.5, 6]
const SIZE_OF_BANDS = 7
const GAP = 1.25
/** Before a text right after a figure, which ends where it begins. */
const GAP_AFTER_FIGURE = 2.2
const SHORT_TITLE = 5
const LONGEST_WORD = 13
const INDENT = 1.1
const MOST_LEVELS = 6
const BREATH_ROWS = 500

const isFigureKind = (kind: CellKind): boolean => kind !== 'text' && kind !== 'day'
/** How far a row stands in under its heading, at a size of one point. */
export const indentOf = (row: DocRow): number => INDENT * Math.min(row.level ?? 0, MOST_LEVELS)
const headSizeOf = (size: number): number => Math.min(7.5, size)

export function cellText(column: DocColumn, row: DocRow, index: number, desk: Desk): string {
  const cell = row.cells[index] ?? null
  if (cell === null) return isFigureKind(column.kind) && row.role === undefined ? '–' : ''
  if (column.kind === 'text') return desk.visible(cell)
  return desk.visible(figureText(column.kind, cell, row.unit ?? column.unit, desk.language))
}

/** A heading that nothing else stands beside may take the whole width. */
export const isSpanned = (row: DocRow): boolean =>
  row.role === 'head' && row.cells.every((cell, i) => i === 0 || cell === null)

/** Reads the table once and gives every column its room; null is a breath. */
export function* planTable(table: DocTable, width: number, desk: Desk): Generator<null, TablePlan> {
  const wishes = table.columns.map((column) => titleWish(column, desk))
  let count = 0
  for (const row of table.rows()) {
    if (!isSpanned(row)) widen(wishes, table, row, desk)
    count += 1
    if (count % BREATH_ROWS === 0) yield null
  }
  if (table.total) widen(wishes, table, { ...table.total, role: 'sum' }, desk)
  return fitted(table.columns, wishes, width, table.rowCount >= LONG)
}

function titleWish(column: DocColumn, { measure, visible }: Desk): Wish {
  const title = visible(column.title)
  const words = title.split(/[ \n]/).map((word) => measure(word, 1, 600))
  return { widest: 0, title: measure(title, 1, 600), titleWord: Math.max(...words) }
}

function widen(wishes: Wish[], table: DocTable, row: DocRow, desk: Desk): void {
  const weight = row.role === undefined ? 400 : 600
  table.columns.forEach((column, i) => {
    const wish = wishes[i]
    const text = cellText(column, row, i, desk)
    if (!wish || text === '') return
    const room = i === 0 ? indentOf(row) : 0
    wish.widest = Math.max(wish.widest, desk.measure(text, 1, weight) + room)
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

type Need = { least: number; most: number; weight: number }

/** How narrow a column may become: figures never narrower than they are; `ease` is how many letters a name keeps. */
function needOf(column: DocColumn, wish: Wish, size: number, ease: number): Need {
  const headSize = headSizeOf(size)
  const isShort = wish.title * headSize <= SHORT_TITLE * size
  const head = isShort ? wish.title * headSize : Math.min(wish.titleWord * headSize, LONGEST_WORD * size)
  const least = Math.max(wish.widest * size, head)
  // A title in two lines is read better than one in four.
  const most = Math.max(least, wish.title * headSize * 0.6)
  if (column.kind !== 'text') return { least, most, weight: column.weight }
  const comfortable = size * (4 + ease * Math.min(column.weight, 4))
  return { least: Math.max(Math.min(most, comfortable), head), most, weight: column.weight }
}

function fitted(
  columns: readonly DocColumn[],
  wishes: readonly Wish[],
  width: number,
  isLong: boolean,
): TablePlan {
  const sizes = SIZES.filter((size) => !isLong || size <= SIZE_OF_LONG)
  const needsAt = (size: number, ease: number): Need[] =>
    columns.map((column, i) => needOf(column, wishes[i] as Wish, size, ease))
  const fits = (needs: readonly Need[], size: number): boolean =>
    sum(needs.map((need) => need.least)) + size * sum(gapsOf(columns, all(columns))) <= width
  const tries = [
    ...sizes.map((size) => ({ size, ease: 4 })),
    ...sizes.map((size) => ({ size, ease: 2.5 })),
    ...SMALLEST.map((size) => ({ size, ease: 1.5 })),
  ]
  for (const { size, ease } of tries) {
    const needs = needsAt(size, ease)
    if (fits(needs, size)) return planOf(size, isLong, [place(columns, all(columns), needs, width, size)])
  }
  const size = SIZE_OF_BANDS
  const needs = needsAt(size, 2.5)
  return planOf(
    size,
    isLong,
    bandsOf(columns, needs, width, size).map((band) => place(columns, band, needs, width, size)),
  )
}

/** Before each column, at a size of one point. */
const gapsOf = (columns: readonly DocColumn[], band: readonly number[]): number[] =>
  band.map((index, n) => {
    const [before, own] = [columns[band[n - 1] ?? -1], columns[index]]
    if (!before || !own) return 0
    return isFigureKind(before.kind) && !isFigureKind(own.kind) ? GAP_AFTER_FIGURE : GAP
  })

const all = (columns: readonly DocColumn[]): number[] => columns.map((_, i) => i)
const planOf = (size: number, isLong: boolean, bands: TablePlan['bands']): TablePlan => ({
  size,
  padding: size * (isLong ? 0.28 : 0.35),
  headSize: headSizeOf(size),
  bands,
})

/** Each band begins with the columns that name a row, as long as they leave room for others. */
function bandsOf(
  columns: readonly DocColumn[],
  needs: readonly Need[],
  width: number,
  size: number,
): number[][] {
  // Which column will stand before it is not known yet; before figures the gap is the same always.
  const gapOf = (i: number): number =>
    size * (isFigureKind(columns[i]?.kind ?? 'text') ? GAP : GAP_AFTER_FIGURE)
  const need = (i: number): number => Math.min(needs[i]?.least ?? 0, width)
  const keys: number[] = []
  let keyRoom = 0
  for (const [i, column] of columns.entries()) {
    if (column.kind !== 'text' || keyRoom + need(i) > width * 0.4) break
    keys.push(i)
    keyRoom += need(i) + (i > 0 ? gapOf(i) : 0)
  }
  const others = all(columns).slice(keys.length)
  const dealt = (most: number): number[][] => {
    const bands: number[][] = []
    let band: number[] = []
    let room = keyRoom
    for (const i of others) {
      if (band.length > 0 && (band.length >= most || room + gapOf(i) + need(i) > width)) {
        bands.push([...keys, ...band])
        band = []
        room = keyRoom
      }
      band.push(i)
      room += gapOf(i) + need(i)
    }
    return [...bands, [...keys, ...band]]
  }
  // As many bands as it takes, and then about the same number of columns in each.
  const count = dealt(others.length).length
  const even = dealt(Math.ceil(others.length / count))
  return even.length === count ? even : dealt(others.length)
}

/** Room to spare goes to names until they stand in one line, then to all by their weights. */
function place(
  columns: readonly DocColumn[],
  band: readonly number[],
  needs: readonly Need[],
  width: number,
  size: number,
): PlacedColumn[] {
  const gaps = gapsOf(columns, band).map((gap) => gap * size)
  const own = band.map((i) => ({ ...(needs[i] as Need) }))
  const widths = own.map((need) => Math.min(need.least, width))
  let spare = width - sum(gaps) - sum(widths)
  for (let round = 0; round < 4 && spare > 0.5; round += 1) {
    const hungry = own.flatMap((need, n) => (need.most > (widths[n] ?? 0) + 0.1 ? [n] : []))
    const weight = sum(hungry.map((n) => own[n]?.weight ?? 1))
    const whole = spare
    for (const n of hungry) {
      const need = own[n] as Need
      const given = Math.min((whole * need.weight) / weight, need.most - (widths[n] ?? 0))
      widths[n] = (widths[n] ?? 0) + given
      spare -= given
    }
  }
  const weights = sum(own.map((need) => need.weight))
  let x = 0
  return band.map((index, n) => {
    const column = columns[index] as DocColumn
    const share = spare > 0 ? (spare * (own[n]?.weight ?? 1)) / weights : 0
    x += gaps[n] ?? 0
    const placed: PlacedColumn = {
      index,
      x,
      width: (widths[n] ?? 0) + share,
      isFigure: isFigureKind(column.kind),
      isWrapped: column.kind === 'text',
    }
    x += placed.width
    return placed
  })
}
