import { decodeIndex, decodeNumbers, femtosAt } from '#main/core/ledger/column.ts'
import {
  type CostColumn,
  costColumns,
  type IndexColumnName,
  indexColumns,
  type QuantityColumn,
  quantityColumns,
} from '#main/core/ledger/segment.ts'
import { readColumns, type Tiers } from './tiers.ts'

/** Figures of single lines of a segment, by their place in it; null where there is none. */
type SegmentLines = {
  femtos(name: CostColumn | QuantityColumn, at: number): bigint | null
  whole(name: IndexColumnName, at: number): number
}

/** Columns as they are stored, for lines that are shown and not added up. */
export function segmentLines({ read, single }: Tiers, segmentId: number): SegmentLines {
  return single.get(`${segmentId} lines`, () => {
    const found = readColumns(read(), segmentId, [...costColumns, ...quantityColumns, ...indexColumns])
    const numbers = new Map(
      [...costColumns, ...quantityColumns].flatMap((name) => {
        const data = found.get(name)
        return data ? [[name, decodeNumbers(data)] as const] : []
      }),
    )
    const wholes = new Map(
      indexColumns.flatMap((name) => {
        const data = found.get(name)
        return data ? [[name, decodeIndex(data)] as const] : []
      }),
    )
    const value: SegmentLines = {
      femtos(name, at) {
        const column = numbers.get(name)
        return column ? femtosAt(column, at) : null
      },
      whole: (name, at) => wholes.get(name)?.[at] ?? 0,
    }
    return { value, bytes: [...found.values()].reduce((sum, { byteLength }) => sum + byteLength, 0) }
  })
}
