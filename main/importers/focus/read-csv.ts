import type { ImportAnswers } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readTable, type TableFile } from '../csv/read-table.ts'
import type { RowShape } from '../csv/row.ts'
import type { ReadControl } from '../importer.ts'
import type { LineSink } from '../line-sink.ts'
import { Collector } from '../sink/collector.ts'
import { FastFocus } from './fast.ts'
import { readFocusHeader } from './header.ts'
import { FocusParts } from './parts.ts'
import { putFocusRow } from './row.ts'

/** Puts every row of a delimited file of FOCUS into the sink; its first row is its header. */
export async function readFocusCsv(
  file: TableFile,
  answers: ImportAnswers,
  sink: LineSink,
  control: ReadControl,
): Promise<void> {
  let take: ((row: RowShape) => void) | null = null
  const onRow = (row: RowShape): void => {
    if (take) take(row)
    else take = rowTaker(row, file, answers, sink)
  }
  await readTable(file, control, onRow, FastFocus.memory)
  if (!take) throw new AppError('import.empty', { name: file.name })
}

/** Takes the rows under a header; the scanner has FastFocus.memory to spare. */
export function rowTaker(
  header: RowShape,
  { name, fileIndex }: Pick<TableFile, 'name' | 'fileIndex'>,
  answers: ImportAnswers,
  sink: LineSink,
): (row: RowShape) => void {
  const read = readFocusHeader(header.toCells())
  if (!read) throw new AppError('import.notKnown', { name })
  const parts = new FocusParts(read, answers)
  const fast = sink instanceof Collector ? new FastFocus(parts, sink, header.free) : null
  return (row) => {
    if (fast?.take(row)) return
    const at = { fileIndex, line: row.line }
    if (row.isCut) sink.reject({ ...at, text: row.raw(), reason: 'quotes', column: null, value: null })
    else putFocusRow(parts, row.toCells(), at, () => row.raw(), sink)
  }
}
