import { setImmediate as breathe } from 'node:timers/promises'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { columnsOf, type FocusColumn } from '#main/core/focus/columns.ts'
import { exactDigits, isExact } from '#main/core/focus/metadata.ts'
import type { FocusVersion } from '#shared/contract/ledger.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { Put, RowWriter } from './row-writer.ts'

/** As many as are held in memory at once, and as a reader takes at once. */
const GROUP_ROWS = 10_000

/** `statistics`: the least and the greatest of a group, by which a reader skips it. */
type Column = { name: string; schema: object; statistics: boolean; read: (text: string) => unknown }

const text = (name: string): Column => ({
  name,
  schema: { name, repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  statistics: false,
  read: (value) => value,
})

/** Amounts are decimals of 38 digits: a float would not hold them. Objects are JSON text, as FOCUS has them. */
function columnOf(column: FocusColumn): Column {
  const { name, type } = column
  const own = { name, repetition_type: 'OPTIONAL' }
  if (type === 'dateTime') {
    const logical = { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' }
    return {
      name,
      schema: { ...own, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: logical },
      statistics: true,
      read: (value) => new Date(value),
    }
  }
  if (type !== 'decimal') return text(name)
  if (!isExact(column)) return { name, schema: { ...own, type: 'DOUBLE' }, statistics: false, read: Number }
  return {
    name,
    schema: {
      ...own,
      ...exactDigits,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      logical_type: { type: 'DECIMAL', ...exactDigits },
    },
    statistics: false,
    read: parseDecimal,
  }
}

export function parquetWriter(
  version: FocusVersion,
  customs: readonly string[],
  { put, metadata, by }: { put: Put; metadata: object; by: string },
): RowWriter {
  const known = columnsOf(version)
  const columns = [...known.map(columnOf), ...customs.map(text)]
  const bytes = new ByteWriter()
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ schema }) => schema)] as never,
    kvMetadata: [{ key: 'FocusMetadata', value: JSON.stringify(metadata) }],
    createdBy: by,
  })
  const rows: (string | null)[][] = columns.map(() => [])
  let count = 0

  const drain = async (): Promise<void> => {
    const part = bytes.getBytes().slice()
    bytes.index = 0
    await put(part)
  }

  /**
   * The library writes a group of rows in one go, which takes longer than other calls may wait. Here each column is
   * written as a group of its own, with a pause behind it, and the groups are then told of as the one that they are.
   */
  async function flush(): Promise<void> {
    if (count === 0) return
    const groups = parquet.row_groups.length
    const start = bytes.offset
    for (const [index, { name, statistics, read }] of columns.entries()) {
      const data = (rows[index] ?? []).map((value) => (value === null ? null : read(value)))
      await parquet.write({ columnData: [{ name, data, statistics }], rowGroupSize: count })
      await breathe()
    }
    const written = parquet.row_groups.splice(groups)
    parquet.row_groups.push({
      columns: written.flatMap((group) => group.columns),
      total_byte_size: written.reduce((sum, group) => sum + group.total_byte_size, 0n),
      num_rows: BigInt(count),
      total_compressed_size: BigInt(bytes.offset - start),
    })
    parquet.num_rows -= BigInt(count) * BigInt(columns.length - 1)
    for (const values of rows) values.length = 0
    count = 0
    await drain()
  }

  return {
    add(row, values) {
      for (const [index, column] of known.entries()) rows[index]?.push(row[column.name])
      for (const [index, value] of values.entries()) rows[known.length + index]?.push(value)
      count += 1
    },
    isFull: () => count >= GROUP_ROWS,
    flush,
    async end() {
      await flush()
      await parquet.finish()
      await drain()
    },
  }
}
