import { type CellValue, colToLetter, type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import type { CsvCell } from '#main/core/export/csv.ts'
import { amountFormat, createTotals, type Sheet, type SheetColumn } from '#main/core/export/sheet.ts'
import type { FileView } from '#shared/contract/values.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/**
 * Up to here a workbook is made whole, with filter buttons and living sums. A larger one is written as its rows come,
 * within little memory and without holding others up; its writer knows neither, and the sums stand as figures.
 */
const WHOLE_ROWS = 5000
/** Excel's own bound of a cell. */
const MAX_TEXT = 32_767

export async function xlsxFile(sheet: Sheet, stem: string, madeAtMs: number): Promise<FileView> {
  const bytes = sheet.size <= WHOLE_ROWS ? await wholeBook(sheet, madeAtMs) : await streamedBook(sheet)
  return {
    fileName: `${stem}.xlsx`,
    mediaType: MEDIA_TYPE,
    data: Buffer.from(bytes).toString('base64'),
    encoding: 'base64',
  }
}

async function wholeBook(sheet: Sheet, madeAtMs: number): Promise<Uint8Array> {
  const { columns } = sheet
  const totals = createTotals(sheet)
  const rows: CellValue[][] = [columns.map(({ title }) => title)]
  for await (const slice of sheet.rows) {
    for (const row of slice) {
      totals.add(row)
      rows.push(row.map(cellValue))
    }
  }
  const last = rows.length
  const cells: WriteSheet['cells'] = new Map()
  for (const at of columns.keys()) cells.set(`0,${at}`, { style: { font: { bold: true } } })
  const sums = totals.row()
  rows.push(sums.map(cellValue))
  for (const [at, cell] of sums.entries()) {
    const letter = colToLetter(at)
    cells.set(`${last},${at}`, {
      style: { font: { bold: true }, ...formatOf(columns[at]) },
      // Of what the filter leaves in sight.
      ...(cell !== null && 'amount' in cell && last > 1
        ? { formula: `SUBTOTAL(109,${letter}2:${letter}${last})`, formulaResult: cellValue(cell) }
        : {}),
    })
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
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${colToLetter(columns.length - 1)}${last}` },
        pageSetup: {
          orientation: 'landscape',
          paperSize: 'a4',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
        },
      },
    ],
  })
}

async function streamedBook(sheet: Sheet): Promise<Uint8Array> {
  const totals = createTotals(sheet)
  async function* rows(): AsyncGenerator<CellValue[]> {
    for await (const slice of sheet.rows) {
      for (const row of slice) {
        totals.add(row)
        yield row.map(cellValue)
      }
    }
    yield totals.row().map(cellValue)
  }
  const stream = writeXlsxStream(rows(), {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({
      header: column.title,
      width: column.width,
      ...formatOf(column),
    })),
    freezePane: { rows: 1, columns: 1 },
  })
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

function formatOf(column: SheetColumn | undefined): { numFmt?: string } {
  if (column?.kind === 'amount') return { numFmt: amountFormat(column.currency) }
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

/** What XML cannot hold would make the whole file unreadable. */
const plainText = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ' ')
    .slice(0, MAX_TEXT)
