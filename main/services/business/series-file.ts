import { ArrayCells } from '#main/importers/table/cells.ts'
import { partOf } from '#main/importers/table/file-bytes.ts'
import { openTable } from '#main/importers/table/open-table.ts'
import type { Table } from '#main/importers/table/table.ts'
import type { GivenFile } from '#main/ports/inbox.ts'
import type { SeriesRow } from '#main/store/repos/unit-series.repo.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { createJudge, type FileValue, type RefusedLine } from './judge-rows.ts'
import { readPeriod } from './read-period.ts'
import { findColumns, findWriting, type TableColumns } from './table-columns.ts'

/** Fifty years of days of ten parts. */
const MOST_VALUES = 200_000
const MOST_BYTES = 16 * 1024 * 1024
const SAMPLE = 200

export type SeriesFile = {
  name: string
  columns: { day: string; values: string[]; part: string | null }
  values: FileValue[]
  refused: RefusedLine[]
}

/** A CSV or a workbook of days and numbers, whatever its encoding, separator, decimal mark and order of columns. */
export async function readSeriesFile(
  { path, name }: GivenFile,
  series: Pick<SeriesRow, 'name' | 'unit' | 'step' | 'kind' | 'tagId'>,
): Promise<SeriesFile> {
  const part = partOf(0, { path, name })
  if (part.bytes > MOST_BYTES) throw new AppError('import.tooBig', { name })
  const table = await openTable(part, {})
  const sample = [...headOf(table), ...table.sample.slice(0, SAMPLE)]
  const columns = findColumns(
    { header: table.header, sample },
    { names: [series.name, series.unit], isByPart: series.tagId !== null },
  )
  if (!columns) throw new AppError('series.badFile', { name })
  const isTyped = table.format !== 'csv'
  const writing = findWriting({ sample }, columns, { isTyped, separator: table.separator })

  const judge = createJudge(series, columns, writing)
  for (const row of headOf(table)) judge.see(row, 1, () => table.header.join('\t'))
  await table.read(
    (row, line, raw) => {
      if (judge.values.length + judge.refused.length > MOST_VALUES)
        throw new AppError('import.tooBig', { name })
      judge.see(row, line, raw)
    },
    { bytes: () => {}, breathe: async () => {} },
    0,
  )
  if (judge.values.length + judge.refused.length === 0) throw new AppError('series.badFile', { name })
  return { name, columns: namesOf(table, columns), values: judge.values, refused: judge.refused }
}

/** The row that was taken for the header, where it is one of values: not every table names its columns. */
function headOf({ header }: Table): ArrayCells[] {
  return header.some((cell) => readPeriod(cell, null) !== null) ? [new ArrayCells(header)] : []
}

function namesOf({ header }: Table, { day, values, part }: TableColumns): SeriesFile['columns'] {
  const nameOf = (at: number): string => header[at] ?? ''
  return {
    day: nameOf(day),
    values: values.map(({ at }) => nameOf(at)),
    part: part === null ? null : nameOf(part),
  }
}
