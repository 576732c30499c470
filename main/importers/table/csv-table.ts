import type { Encoding, ImportAnswers } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readTable } from '../csv/read-table.ts'
import { CsvScanner } from '../csv/scan.ts'
import { createTranscoder } from '../csv/transcode.ts'
import { detectEncoding, SAMPLE_BYTES } from '../detect/encoding.ts'
import { detectSeparator } from '../detect/separator.ts'
import { ArrayCells } from './cells.ts'
import { firstBytes, fromFirstLetter } from './file-bytes.ts'
import { findHeader, headerNames } from './header-row.ts'
import { type GivenPart, SAMPLE_ROWS, type Table } from './table.ts'

/** What is unpacked of a file to look at it: enough for two thousand rows of most tables. */
const LOOK_BYTES = 4 * SAMPLE_BYTES
const TITLE_ROWS = 60

function encodingOf(
  part: GivenPart,
  isGzip: boolean,
  head: { bytes: Uint8Array; isWhole: boolean },
): Encoding {
  const found = detectEncoding(head.bytes)
  if (found !== 'utf-8' || isGzip || head.isWhole || head.bytes.some((byte) => byte > 127)) return found
  const later = fromFirstLetter(part, SAMPLE_BYTES)
  return later ? detectEncoding(later) : found
}

export async function openCsv(part: GivenPart, isGzip: boolean, answers: ImportAnswers): Promise<Table> {
  const { name } = part
  const head = await firstBytes(part, isGzip, LOOK_BYTES)
  const encoding = answers.encoding ?? encodingOf(part, isGzip, head)
  const text = new TextDecoder(encoding).decode(head.bytes)
  const separator = answers.separator ?? detectSeparator(text) ?? ','

  const rows: { cells: string[]; line: number }[] = []
  const scanner = new CsvScanner(separator, (row) => {
    if (rows.length < SAMPLE_ROWS + TITLE_ROWS) rows.push({ cells: row.toCells(), line: row.line })
  })
  scanner.push(createTranscoder(encoding)(head.bytes, head.isWhole))
  if (head.isWhole) scanner.finish()
  if (rows.length === 0) throw new AppError('import.empty', { name })
  const index = findHeader(rows.map((row) => row.cells)) ?? 0
  const headerLine = rows[index]?.line ?? 0
  if (rows.length === index + 1 && head.isWhole) throw new AppError('import.headerOnly', { name })

  return {
    format: 'csv',
    compression: isGzip ? 'gzip' : 'none',
    encoding,
    separator,
    sheet: null,
    header: headerNames(rows[index]?.cells ?? []),
    isHeaderFirst: index === 0 && headerLine === 1,
    nested: new Set(),
    sample: rows.slice(index + 1, index + 1 + SAMPLE_ROWS).map((row) => new ArrayCells(row.cells)),
    read: (onRow, control, bytesBefore) =>
      readTable(
        { path: part.path, name, fileIndex: part.index, bytesBefore, encoding, separator, isGzip },
        control,
        (row) => {
          if (row.line > headerLine) onRow(row, row.line, () => row.raw(), row.isCut)
        },
      ),
  }
}
