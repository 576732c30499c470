import { open } from 'node:fs/promises'
import { AppError } from '#shared/errors/app-error.ts'
import { ArrayCells } from '../table/cells.ts'
import { findHeader, headerNames } from '../table/header-row.ts'
import { type GivenPart, SAMPLE_ROWS, type Table } from '../table/table.ts'
import { createFiller, createMergeFinder } from './merges.ts'
import { sheetScanner } from './sheet.ts'
import { openWorkbook, type Workbook } from './workbook.ts'

type Sheet = Workbook['sheets'][number]
type Row = { cells: string[]; line: number }

/** The first sheet that holds a table, as rows under its header; lines of title above it are left out. */
export async function openXlsx(part: GivenPart): Promise<Table> {
  const file = await open(part.path)
  try {
    const workbook = await openWorkbook(file, part.name)
    let hasHeader = false
    for (const sheet of workbook.sheets) {
      const { rows, merges } = await preview(workbook, sheet, part.name)
      const index = findHeader(rows.map((row) => row.cells))
      const header = headerNames(rows[index ?? 0]?.cells ?? [])
      const headerLine = rows[index ?? 0]?.line ?? 0
      if (header.length === 0 || (index === null && header.length < 2)) continue
      hasHeader = true
      const under = rows.slice((index ?? 0) + 1)
      if (under.length === 0) continue
      return toTable(part, sheet, header, headerLine, under, merges)
    }
    throw new AppError(hasHeader ? 'import.headerOnly' : 'import.empty', { name: part.name })
  } finally {
    await file.close()
  }
}

/** The first rows, and from behind the rows which cells are one. */
async function preview(workbook: Workbook, sheet: Sheet, name: string) {
  const rows: Row[] = []
  const finder = createMergeFinder()
  const scanner = sheetScanner(workbook, (cells, line) => {
    if (cells.length > 0) rows.push({ cells, line })
  })
  await scan(name, async () => {
    for await (const piece of workbook.open(sheet.entry)) {
      if (rows.length <= SAMPLE_ROWS) scanner.push(piece)
      finder.see(piece)
    }
  })
  const fill = createFiller(finder.merges)
  for (const row of rows) fill(row.cells, row.line)
  return { rows, merges: finder.merges }
}

async function scan(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError)
      throw new AppError('import.badZip', { name, why: 'xml' })
    throw error
  }
}

function toTable(
  part: GivenPart,
  sheet: Sheet,
  header: readonly string[],
  headerLine: number,
  under: readonly Row[],
  merges: Parameters<typeof createFiller>[0],
): Table {
  return {
    format: 'xlsx',
    compression: 'none',
    encoding: null,
    separator: null,
    sheet: sheet.name,
    header,
    isHeaderFirst: headerLine === 1,
    nested: new Set(),
    sample: under.slice(0, SAMPLE_ROWS).map((row) => new ArrayCells(row.cells)),
    async read(onRow, control, bytesBefore) {
      const file = await open(part.path)
      try {
        const workbook = await openWorkbook(file, part.name)
        const again = workbook.sheets.find(({ name }) => name === sheet.name)
        if (!again) throw new AppError('import.fileChanged', { name: part.name })
        const fill = createFiller(merges)
        const scanner = sheetScanner(workbook, (cells, line) => {
          fill(cells, line)
          if (line > headerLine && cells.some((cell) => cell !== ''))
            onRow(new ArrayCells(cells), line, () => cells.join('\t'), false)
        })
        let packed = 0
        const entry = again.entry
        const pieces = workbook.open(entry, (bytes) => {
          packed += bytes
        })
        for await (const piece of pieces) {
          await scan(part.name, async () => scanner.push(piece))
          await control.breathe(bytesBefore + Math.min(part.bytes, packed))
        }
      } finally {
        await file.close()
      }
    },
  }
}
