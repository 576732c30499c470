import { type CellValue, colToLetter, type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { type CsvCell, text } from '#main/core/export/csv.ts'
import {
  amountFormat,
  createFoot,
  figureFormat,
  type Sheet,
  type SheetColumn,
} from '#main/core/export/sheet.ts'
import type { FileView } from '#shared/contract/values.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/**
 * Up to here a workbook is made whole, with filter buttons and living sums. A larger one is written as its rows come,
 * within little memory and without holding others up; its writer knows neither, and the sums stand as figures.
 */
const WHOLE_ROWS = 5000
/** Excel's own bounds: of a sheet, and of a cell. */
export const SHEET_ROWS = 1_048_576
const MAX_TEXT = 32_767

export async function xlsxFile(sheet: Sheet, stem: string, madeAtMs: number): Promise<FileView> {
  const parts: Uint8Array[] = []
  for await (const part of xlsxParts(sheet, madeAtMs)) parts.push(part)
  return {
    fileName: `${stem}.xlsx`,
    mediaType: MEDIA_TYPE,
    data: Buffer.concat(parts).toString('base64'),
    encoding: 'base64',
  }
}

/** Rows beyond what a sheet holds go on in a next one, under the same notes and head. */
export async function* xlsxParts(
  sheet: Sheet,
  madeAtMs: number,
  sheetRows = SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  if (sheet.size <= Math.min(WHOLE_ROWS, sheetRows / 2)) yield await wholeBook(sheet, madeAtMs)
  else yield* streamedBook(sheet, sheetRows)
}

/** What stands above the rows: notes with a line after them, and the names of the columns. */
function topOf({ columns, notes = [] }: Sheet): (readonly CsvCell[])[] {
  return [...notes, ...(notes.length > 0 ? [[]] : []), columns.map(({ title }) => text(title))]
}

async function wholeBook(sheet: Sheet, madeAtMs: number): Promise<Uint8Array> {
  const { columns } = sheet
  const foot = createFoot(sheet)
  const top = topOf(sheet)
  const rows: CellValue[][] = top.map((row) => row.map(cellValue))
  for await (const slice of sheet.rows) {
    for (const row of slice) {
      foot.add(row)
      rows.push(row.map(cellValue))
    }
  }
  const head = top.length
  const last = rows.length
  const cells: WriteSheet['cells'] = new Map()
  const bold = { style: { font: { bold: true } } }
  for (let row = 0; row < head - 1; row += 1) cells.set(`${row},0`, bold)
  for (const at of columns.keys()) cells.set(`${head - 1},${at}`, bold)
  for (const sums of foot.rows()) {
    const own = rows.length
    rows.push(sums.map(cellValue))
    for (const [at, cell] of sums.entries()) {
      const letter = colToLetter(at)
      cells.set(`${own},${at}`, {
        style: { font: { bold: true }, ...formatOf(columns[at]) },
        // Of what the filter leaves in sight.
        ...(!sheet.totals && cell !== null && 'amount' in cell && last > head
          ? {
              formula: `SUBTOTAL(109,${letter}${head + 1}:${letter}${last})`,
              formulaResult: cellValue(cell),
            }
          : {}),
      })
    }
  }
  const madeAt = new Date(madeAtMs)
  return writeXlsx({
    properties: { creator: 'InfraZen', title: sheet.name, created: madeAt, modified: madeAt },
    sheets: [
      {
        name: sheet.name,
        columns: columns.map((column) => ({ width: column.width, ...formatOf(column) })),
        rows,
        cells,
        freezePane: { rows: head, columns: 1 },
        autoFilter: { range: `A${head}:${colToLetter(columns.length - 1)}${last}` },
        pageSetup: {
          orientation: 'landscape',
          paperSize: 'a4',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${head}:$${head}`,
        },
      },
    ],
  })
}

async function* streamedBook(sheet: Sheet, sheetRows: number): AsyncGenerator<Uint8Array> {
  const foot = createFoot(sheet)
  const top = topOf(sheet).map((row) => row.map(cellValue))
  let written = 0
  async function* rows(): AsyncGenerator<CellValue[]> {
    function* next(cells: readonly CsvCell[]): Generator<CellValue[]> {
      // A new sheet begins here.
      if (written % sheetRows === 0) {
        yield* top
        written += top.length
      }
      yield cells.map(cellValue)
      written += 1
    }
    for await (const slice of sheet.rows) {
      for (const row of slice) {
        foot.add(row)
        yield* next(row)
      }
    }
    for (const sums of foot.rows()) yield* next(sums)
  }
  yield* writeXlsxStream(rows(), {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: column.width, ...formatOf(column) })),
    freezePane: { rows: top.length, columns: 1 },
    maxRowsPerSheet: sheetRows,
    repeatHeaders: false,
    zip64: sheet.size > SHEET_ROWS,
  })
}

function formatOf(column: SheetColumn | undefined): { numFmt?: string } {
  if (column?.kind === 'amount') return { numFmt: amountFormat(column.currency) }
  if (column?.kind === 'figure') return { numFmt: figureFormat }
  return column?.kind === 'day' ? { numFmt: 'dd.mm.yyyy' } : {}
}

/** A sheet has floating point numbers only: the nearest one is what Excel would make of the digits itself. */
function cellValue(cell: CsvCell): CellValue {
  if (cell === null) return null
  if ('text' in cell) return plainText(cell.text)
  if ('amount' in cell) return Number(cell.amount)
  if ('number' in cell) return Number(cell.number)
  return new Date(Date.UTC(...partsOf(cell.day)))
}

function partsOf(day: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month - 1, date]
}

/** What XML cannot hold would make the whole file unreadable. A line within a cell of Excel ends with one sign. */
const plainText = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ' ')
    .slice(0, MAX_TEXT)
