import { type BookCell, type BookSheet, columnLetter, SHEET_ROWS } from '#main/core/export/xlsx/sheet.ts'
import type { Styles } from '#main/core/export/xlsx/styles.ts'
import type { DocRow, DocTable } from '#main/core/report/document.ts'
import { bookCell } from './cell-look.ts'
import type { sheetWords } from './sheet-words.ts'
import { createSums, leftRow, tableSlices } from './table-slices.ts'

/** Head, title and sums need rows too. */
export const SHEET_TABLE_ROWS = SHEET_ROWS - 40
const WIDE = 110

type Job = {
  title: string
  table: DocTable
  words: (typeof sheetWords)['ru']
  styles: Styles
  signal: AbortSignal
  rowsOfSheet: number
}
type Made = Pick<BookSheet, 'widths' | 'headRow' | 'rows' | 'filter'> & { isWide: boolean }

/**
 * A table on as many sheets as it needs. Sums are formulas only where the rows above come to them exactly; of rows that
 * are sums themselves `SUBTOTAL` takes no account.
 */
export function* tableSheets(job: Job): Generator<Made> {
  const { title, table, words, styles, signal, rowsOfSheet } = job
  const { columns } = table
  const sums = createSums(table)
  const widths = columns.map(({ kind, weight, title: name }) =>
    Math.min(60, Math.max(kind === 'text' ? 14 * Math.max(1, weight) : 16, Math.ceil(name.length / 2) + 4)),
  )
  const bold = styles.id({ isBold: true })
  const soft = styles.id({ isSoft: true })
  const top: BookCell[][] = [
    [{ text: title, look: bold }],
    ...(table.note ? [[{ text: table.note, look: soft }]] : []),
    [],
    columns.map(
      ({ title: name, kind }): BookCell => ({
        text: name,
        look: styles.id({ isHead: true, ...(kind === 'text' ? {} : { align: 'right' as const }) }),
      }),
    ),
  ]
  const headRow = top.length
  const slices = tableSlices(table, signal)[Symbol.asyncIterator]()
  let waiting: readonly DocRow[] = []
  let hasFreeSums = false
  const count = Math.max(1, Math.ceil(table.rowCount / rowsOfSheet))

  for (let sheet = 0; sheet < count; sheet += 1) {
    const isLast = sheet === count - 1
    let at = headRow
    let partFrom = headRow + 1

    const cellsOf = (
      row: DocRow,
      formulaOf: (column: number, value: string) => string | undefined,
    ): BookCell[] => {
      const look = row.role ? { isBold: true } : {}
      return columns.map(({ kind, unit }, column): BookCell => {
        const value = row.cells[column] ?? null
        const indent = column === 0 && row.level ? { indent: Math.min(15, row.level) } : {}
        const formula = value === null ? undefined : formulaOf(column, value)
        return bookCell(value, kind, row.unit ?? unit, { ...look, ...indent }, styles, formula)
      })
    }
    const range = (column: number, from: number, to: number): string =>
      `SUBTOTAL(109,${columnLetter(column)}${from}:${columnLetter(column)}${to})`
    const bodyRow = (row: DocRow): BookCell[] => {
      at += 1
      sums.add(row)
      const cells = cellsOf(row, (column, value) => {
        if (row.role !== 'sum' || !columns[column]?.isSummed) return undefined
        if (at > partFrom && sums.isPart(column, value)) return range(column, partFrom, at - 1)
        hasFreeSums = true
        return undefined
      })
      if (row.role === 'sum') {
        sums.restart()
        partFrom = at + 1
      }
      return cells
    }

    async function* rows(): AsyncGenerator<readonly (readonly BookCell[])[]> {
      yield top
      let room = rowsOfSheet
      while (room > 0) {
        if (waiting.length === 0) {
          const next = await slices.next()
          if (next.done) break
          waiting = next.value
        }
        const taken = waiting.slice(0, room)
        waiting = waiting.slice(room)
        room -= taken.length
        yield taken.map(bodyRow)
      }
      if (isLast) yield footRows()
    }

    function footRows(): BookCell[][] {
      const { total } = table
      if (!total) return []
      const left = leftRow(table, sums, words.left(table.left))
      if (left) at += 1
      const last = at
      const isOne = count === 1 && !hasFreeSums && last > headRow
      const foot = columns.map(({ kind, unit, isSummed }, column): BookCell => {
        const value = total.cells[column] ?? null
        const isTrue = isSummed && value !== null && (left !== null || sums.isWhole(column, value))
        const formula = isOne && isTrue ? range(column, headRow + 1, last) : undefined
        return bookCell(value, kind, total.unit ?? unit, { isTotal: true }, styles, formula)
      })
      return [...(left ? [cellsOf(left, () => undefined)] : []), foot]
    }

    yield {
      widths,
      headRow,
      isWide: widths.reduce((sum, width) => sum + width, 0) > WIDE,
      filter: () => (at > headRow ? `A${headRow}:${columnLetter(columns.length - 1)}${at}` : null),
      rows: rows(),
    }
  }
}
