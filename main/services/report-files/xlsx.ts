import { open } from 'node:fs/promises'
import { bookParts, sheetNames, type WrittenSheet } from '#main/core/export/xlsx/book.ts'
import { sheetXml } from '#main/core/export/xlsx/sheet.ts'
import { createStyles } from '#main/core/export/xlsx/styles.ts'
import type { ReportDocument } from '#main/core/report/document.ts'
import { coverSheet } from './cover-sheet.ts'
import { tablesOf } from './json.ts'
import { sheetWords } from './sheet-words.ts'
import { SHEET_TABLE_ROWS, tableSheets } from './table-sheet.ts'
import { createZip } from './zip.ts'

/**
 * A workbook: a first sheet with what is no table, then a sheet a table. Rows go to disk as they come, sums stand as
 * formulas with their values, heads stay in sight and are printed on every page.
 */
export async function writeXlsx(
  document: ReportDocument,
  path: string,
  checksum: string,
  signal: AbortSignal,
  rowsOfSheet = SHEET_TABLE_ROWS,
): Promise<void> {
  const styles = createStyles()
  const words = sheetWords[document.language]
  const tables = tablesOf(document)
  const cover = coverSheet(document, checksum, styles)
  const wanted = tables.flatMap(({ title, table }) =>
    Array.from({ length: Math.max(1, Math.ceil(table.rowCount / rowsOfSheet)) }, () => title),
  )
  const names = sheetNames([words.sheet, ...wanted])
  const foot = [document.title, document.periodName].filter((part) => part !== '').join(' · ')
  const isLandscape = document.orientation === 'landscape'
  const file = await open(path, 'w', 0o600)
  try {
    const zip = createZip(file, document.asOfMs)
    const written: WrittenSheet[] = []
    const add = async (sheet: Parameters<typeof sheetXml>[0]): Promise<void> => {
      await zip.add(`xl/worksheets/sheet${written.length + 1}.xml`, sheetXml(sheet))
      written.push({ name: sheet.name, headRow: sheet.headRow, filter: sheet.filter() })
    }
    await add({ ...cover, name: names[0] ?? words.sheet, isLandscape: false, foot })
    for (const { title, table } of tables) {
      const sheets = tableSheets({ title, table, words, styles, signal, rowsOfSheet })
      for (const sheet of sheets)
        await add({
          ...sheet,
          name: names[written.length] ?? title,
          isLandscape: isLandscape || sheet.isWide,
          foot,
        })
    }
    const facts = { title: document.title, author: document.organisation, atMs: document.asOfMs }
    for (const [name, text] of bookParts(written, facts, styles.xml())) await zip.add(name, [text])
    await zip.end()
    await file.sync()
  } finally {
    await file.close()
  }
}
