import { sql } from 'drizzle-orm'
import { COLUMN_HEAD_BYTES, decodeIndex, decodeNumbers, femtosAt } from '#main/core/ledger/column.ts'
import { columnOfOne, slicesOf } from '#main/core/ledger/one-value.ts'
import {
  type CostColumn,
  costColumns,
  type IndexColumnName,
  indexColumns,
  type QuantityColumn,
  quantityColumns,
  type SegmentColumnName,
} from '#main/core/ledger/segment.ts'
import { segmentColumns } from '#main/store/schema/ledger.ts'
import { readColumns } from './segment-columns.ts'
import type { Tiers } from './tiers.ts'

/** Figures of single lines of a segment, by their place in it; null where there is none. */
type SegmentLines = {
  femtos(name: CostColumn | QuantityColumn, at: number): bigint | null
  whole(name: IndexColumnName, at: number): number
}

const NUMBERS = [...costColumns, ...quantityColumns]
const ALL = [...NUMBERS, ...indexColumns]

/** Columns as they are stored, for lines that are shown and not added up. */
export function segmentLines({ read, single }: Tiers, segmentId: number): SegmentLines {
  return single.get(`${segmentId} lines`, () => {
    const found = readColumns(read(), segmentId, ALL)
    return {
      value: linesIn(found),
      bytes: [...found.values()].reduce((sum, { byteLength }) => sum + byteLength, 0),
    }
  })
}

/** One line of a segment without the others: a page by cost takes one here and one there. */
export function singleLine({ read, single }: Tiers, segmentId: number, at: number): SegmentLines {
  const heads = single.get(`${segmentId} heads`, () => {
    const rows = read().all<{
      name: SegmentColumnName
      head: Buffer
    }>(sql`select ${segmentColumns.name} as name,
      substr(${segmentColumns.data}, 1, ${COLUMN_HEAD_BYTES}) as head
      from ${segmentColumns} where ${segmentColumns.segmentId} = ${segmentId}`)
    return { value: new Map(rows.map(({ name, head }) => [name, head])), bytes: rows.length * 200 }
  })
  const wanted = [...heads].flatMap(([name, head]) =>
    slicesOf(head, at).map(({ from, length }) => [name, from + 1, length] as const),
  )
  const parts = read().all<{ name: SegmentColumnName; part: Buffer }>(sql`select c.name as name,
    substr(c.data, w.value ->> 1, w.value ->> 2) as part from json_each(${JSON.stringify(wanted)}) w
    join ${segmentColumns} c on c.segment_id = ${segmentId} and c.name = w.value ->> 0 order by w.key`)
  const columns = [...Map.groupBy(parts, ({ name }) => name)].flatMap(([name, own]) => {
    const head = heads.get(name)
    const bytes = own.map(({ part }) => part)
    return head ? [[name, columnOfOne(head, bytes, at)] as const] : []
  })
  const { femtos, whole } = linesIn(new Map(columns))
  return { femtos: (name) => femtos(name, 0), whole: (name) => whole(name, 0) }
}

function linesIn(found: ReadonlyMap<SegmentColumnName, Uint8Array>): SegmentLines {
  const numbers = new Map(
    NUMBERS.flatMap((name) => {
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
  return {
    femtos(name, at) {
      const column = numbers.get(name)
      return column ? femtosAt(column, at) : null
    },
    whole: (name, at) => wholes.get(name)?.[at] ?? 0,
  }
}
