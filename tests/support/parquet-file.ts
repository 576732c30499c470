import { writeFileSync } from 'node:fs'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { type ParquetWriteOptions, parquetWriteBuffer } from 'hyparquet-writer'

type SchemaElement = NonNullable<ParquetWriteOptions['schema']>[number]

type ParquetField = {
  name: string
  data: unknown[]
  /** The column's elements: its own, and those under it. */
  schema: SchemaElement[]
}

const leaf = (name: string, rest: Partial<SchemaElement>): SchemaElement[] => [
  { name, repetition_type: 'OPTIONAL', ...rest },
]

export const text = (name: string, data: unknown[]): ParquetField => ({
  name,
  data,
  schema: leaf(name, { type: 'BYTE_ARRAY', converted_type: 'UTF8' }),
})

export const double = (name: string, data: unknown[]): ParquetField => ({
  name,
  data,
  schema: leaf(name, { type: 'DOUBLE' }),
})

export const instant = (name: string, data: unknown[], unit: 'MILLIS' | 'MICROS' | 'NANOS' = 'MILLIS') => ({
  name,
  data,
  schema: leaf(name, { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit } }),
})

/** `data`: whole numbers of 10^-scale. */
export const decimal = (
  name: string,
  data: unknown[],
  scale: number,
  type: 'INT32' | 'INT64' | 'FIXED_LEN_BYTE_ARRAY' | 'BYTE_ARRAY' = 'FIXED_LEN_BYTE_ARRAY',
): ParquetField => ({
  name,
  data,
  schema: leaf(name, {
    type,
    converted_type: 'DECIMAL',
    scale,
    precision: 38,
    ...(type === 'FIXED_LEN_BYTE_ARRAY' ? { type_length: 16 } : {}),
  }),
})

export const map = (name: string, data: unknown[]): ParquetField => ({
  name,
  data,
  schema: [
    { name, repetition_type: 'OPTIONAL', converted_type: 'MAP', num_children: 1 },
    { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
    { name: 'key', repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    { name: 'value', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  ],
})

export const struct = (name: string, data: unknown[], fields: readonly string[]): ParquetField => ({
  name,
  data,
  schema: [
    { name, repetition_type: 'OPTIONAL', num_children: fields.length },
    ...fields.flatMap((field) => leaf(field, { type: 'BYTE_ARRAY', converted_type: 'UTF8' })),
  ],
})

/** A list of `{name, amount}`, as Google's credits are. */
export const creditList = (name: string, data: unknown[]): ParquetField => ({
  name,
  data,
  schema: [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', num_children: 2 },
    { name: 'name', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    { name: 'amount', repetition_type: 'OPTIONAL', type: 'DOUBLE' },
  ],
})

export type Codec = 'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' | 'ZSTD'

export function writeParquet(
  path: string,
  fields: readonly ParquetField[],
  { codec = 'SNAPPY' as Codec, rowGroupSize = 100_000 } = {},
): string {
  const bytes = parquetWriteBuffer({
    columnData: fields.map(({ name, data }) => ({ name, data })),
    schema: [{ name: 'root', num_children: fields.length }, ...fields.flatMap(({ schema }) => schema)],
    codec,
    compressors: { GZIP: (input) => gzipSync(input), ZSTD: (input) => zstdCompressSync(input) },
    rowGroupSize,
  })
  writeFileSync(path, new Uint8Array(bytes))
  return path
}
