import type { Encoding } from '#shared/contract/imports.ts'
import type { ReadControl } from '../importer.ts'
import type { Cells } from './cells.ts'

/** `line`: of the file, as a person would count. `isCut`: a quote was opened and never closed. */
type OnRow = (row: Cells, line: number, raw: () => string, isCut: boolean) => void

/** A file as rows under a header, whatever it is. */
export type Table = {
  format: 'csv' | 'parquet' | 'xlsx'
  compression: 'none' | 'gzip' | 'snappy' | 'zstd' | 'mixed'
  encoding: Encoding | null
  separator: string | null
  sheet: string | null
  header: readonly string[]
  /** No lines of title stand above it. */
  isHeaderFirst: boolean
  /** Columns of a Parquet file that hold lists, maps or structures; their cells are JSON. */
  nested: ReadonlySet<string>
  /** The first rows under the header. */
  sample: readonly Cells[]
  /** All rows under the header, in their order. `bytesBefore`: how much of the delivery was read before this file. */
  read(onRow: OnRow, control: ReadControl, bytesBefore: number): Promise<void>
}

/** One file of a delivery, as the reader opens it. */
export type GivenPart = { index: number; path: string; name: string; bytes: number }

/** How many rows are looked at before the whole file is read. */
export const SAMPLE_ROWS = 2_000
