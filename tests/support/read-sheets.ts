import { open } from 'node:fs/promises'
import { parseCsv } from 'hucre/csv'
import { sheetScanner } from '#main/importers/xlsx/sheet.ts'
import { openWorkbook } from '#main/importers/xlsx/workbook.ts'

type Rows = string[][]

/** Every sheet of a workbook, as an importer of bills would read it. */
export async function readBook(path: string): Promise<{ name: string; rows: Rows }[]> {
  const file = await open(path)
  try {
    const workbook = await openWorkbook(file, 'book.xlsx')
    const sheets: { name: string; rows: Rows }[] = []
    for (const { name, entry } of workbook.sheets) {
      const rows: Rows = []
      const scanner = sheetScanner(workbook, (cells) => rows.push([...cells]))
      for await (const piece of workbook.open(entry)) scanner.push(piece)
      sheets.push({ name, rows })
    }
    return sheets
  } finally {
    await file.close()
  }
}

export const readCsvRows = (text: string, delimiter: string): Rows =>
  parseCsv(text, { delimiter, skipBom: true }).map((row) => row.map((cell) => String(cell ?? '')))
