import { type FileHandle, open } from 'node:fs/promises'
import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet'
import { AppError } from '#shared/errors/app-error.ts'
import { ArrayCells, type Cells, toTexts } from '../table/cells.ts'
import { type GivenPart, SAMPLE_ROWS, type Table } from '../table/table.ts'
import { codecs } from './codecs.ts'
import { columnsOf, type ParquetColumn, parsers } from './columns.ts'

/**
 * Cells decoded at once. A group is read whole where it can be: the library decodes a page for every slice that it
 * reaches into.
 */
const SLICE_CELLS = 10_000_000
const BREATHS = 4_096
const MAX_ROWS_PER_BYTE = 50

type Opened = { name: string; file: AsyncBuffer; metadata: FileMetaData; columns: ParquetColumn[] }

export async function openParquet(part: GivenPart): Promise<Table> {
  return withFile(part, async (opened) => {
    const { metadata, columns } = opened
    const rows = Number(metadata.num_rows)
    if (rows === 0) throw new AppError('import.headerOnly', { name: part.name })
    if (rows > 1e7 && rows > MAX_ROWS_PER_BYTE * part.bytes)
      throw new AppError('import.bomb', { name: part.name })
    const sample: Cells[] = []
    await readSlice(opened, 0, Math.min(rows, SAMPLE_ROWS), (row) => {
      sample.push(new ArrayCells(toTexts(row)))
    })
    return {
      format: 'parquet',
      compression: compressionOf(metadata),
      encoding: null,
      separator: null,
      sheet: null,
      header: columns.map(({ name }) => name),
      isHeaderFirst: true,
      nested: new Set(columns.filter(({ isNested }) => isNested).map(({ name }) => name)),
      sample,
      read: (onRow, control, bytesBefore) =>
        withFile(part, async (again) => {
          const sliceRows = Math.max(10_000, Math.ceil(SLICE_CELLS / columns.length))
          let start = 0
          for (const group of again.metadata.row_groups) {
            const end = start + Number(group.num_rows)
            for (let from = start; from < end; from += sliceRows) {
              const to = Math.min(end, from + sliceRows)
              const told = await readSlice(
                again,
                from,
                to,
                (row, line) => onRow(row, line, () => toTexts(row).join('\t'), false),
                () => control.breathe(bytesBefore + Math.floor((part.bytes * to) / rows)),
              )
              if (told < to - from) throw new AppError('import.badParquet', { name: part.name })
            }
            start = end
          }
        }),
    }
  })
}

async function withFile<T>(part: GivenPart, work: (opened: Opened) => Promise<T>): Promise<T> {
  const handle = await open(part.path)
  try {
    const file = bufferOf(handle, part.bytes)
    const metadata = await decoding(part.name, () => parquetMetadataAsync(file, { geoparquet: false }))
    const columns = await decoding(part.name, async () => columnsOf(parquetSchema(metadata)))
    return await work({ name: part.name, file, metadata, columns })
  } finally {
    await handle.close()
  }
}

/** What the library throws over a file is the file's fault: it was cut, or its bytes are not what they were. */
async function decoding<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('import.badParquet', { name }, { cause: error })
  }
}

const bufferOf = (handle: FileHandle, byteLength: number): AsyncBuffer => ({
  byteLength,
  async slice(start, end = byteLength) {
    const from = start < 0 ? Math.max(0, byteLength + start) : start
    const bytes = new Uint8Array(Math.max(0, Math.min(end, byteLength) - from))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
    if (bytesRead < bytes.length || end > byteLength) throw new RangeError('the file is shorter than it says')
    return bytes.buffer
  },
})

function compressionOf(metadata: FileMetaData): Table['compression'] {
  const codec = new Set(
    metadata.row_groups.flatMap((group) => group.columns.map((column) => column.meta_data?.codec)),
  )
  codec.delete('UNCOMPRESSED')
  if (codec.size === 0) return 'none'
  const [only] = codec
  if (codec.size > 1) return 'mixed'
  return only === 'SNAPPY' ? 'snappy' : only === 'ZSTD' ? 'zstd' : only === 'GZIP' ? 'gzip' : 'mixed'
}

/** Columns side by side; a value becomes text when a cell is asked for. Used again for every row. */
class SliceRow implements Cells {
  at = 0
  readonly #values: readonly DecodedArray[]
  readonly #columns: readonly ParquetColumn[]

  constructor(values: readonly DecodedArray[], columns: readonly ParquetColumn[]) {
    this.#values = values
    this.#columns = columns
  }

  get cells(): number {
    return this.#columns.length
  }

  cell(index: number): string {
    const value: unknown = this.#values[index]?.[this.at]
    if (typeof value === 'string') return value
    if (value === null || value === undefined) return ''
    return this.#columns[index]?.toText(value) ?? ''
  }
}

/** Says how many rows came. */
async function readSlice(
  { name, file, metadata, columns }: Opened,
  from: number,
  to: number,
  onRow: (row: Cells, line: number) => void,
  breathe?: () => Promise<void>,
): Promise<number> {
  const places = new Map(columns.map(({ name }, index) => [name, index]))
  const values: DecodedArray[] = columns.map(() => [])
  const pieces = columns.map(() => 0)
  await decoding(name, () =>
    parquetRead({
      file,
      metadata,
      rowStart: from,
      rowEnd: to,
      compressors: codecs,
      parsers,
      geoparquet: false,
      onChunk({ columnName, columnData, rowStart, rowEnd }) {
        const index = places.get(columnName)
        if (index === undefined || rowEnd <= from || rowStart >= to) return
        pieces[index] = (pieces[index] ?? 0) + Math.min(rowEnd, to) - Math.max(rowStart, from)
        if (rowStart === from && rowEnd >= to) values[index] = columnData
        else {
          const all = values[index] as unknown[]
          for (let row = Math.max(rowStart, from); row < Math.min(rowEnd, to); row += 1)
            all[row - from] = columnData[row - rowStart]
        }
      },
    }),
  )
  const row = new SliceRow(values, columns)
  for (let i = 0; i < to - from; i += 1) {
    row.at = i
    onRow(row, from + i + 1)
    if (breathe && i % BREATHS === BREATHS - 1) await breathe()
  }
  await breathe?.()
  return Math.min(...pieces)
}
