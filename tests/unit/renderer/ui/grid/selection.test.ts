import { describe, expect, it } from 'vitest'
import { cellsIn, HEAD, keepWithin, selectAt, selectTo, spanOf } from '#renderer/ui/grid/selection.ts'

const size = { rows: 100, foot: 1, columns: 8 }

describe('a selection in a grid', () => {
  it('grows from where it began, in every direction', () => {
    const begun = selectAt({ row: 5, column: 3 })
    const grown = selectTo(selectTo(begun, { row: 7, column: 3 }, true), { row: 4, column: 1 }, true)
    expect(spanOf(grown, size)).toEqual({ top: 4, bottom: 5, left: 1, right: 3 })
    expect(spanOf(selectTo(grown, { row: 9, column: 0 }, false), size)).toEqual({
      top: 9,
      bottom: 9,
      left: 0,
      right: 0,
    })
  })

  it('of rows takes all columns, of columns all rows with the totals, of everything both', () => {
    const at = selectAt({ row: 5, column: 3 })
    expect(spanOf({ ...at, reach: 'rows' }, size)).toEqual({ top: 5, bottom: 5, left: 0, right: 7 })
    expect(spanOf({ ...at, reach: 'columns' }, size)).toEqual({ top: 0, bottom: 100, left: 3, right: 3 })
    expect(cellsIn(spanOf({ ...at, reach: 'all' }, size))).toBe(101 * 8)
  })

  it('keeps its rows or columns while it is extended', () => {
    const rows = { ...selectAt({ row: 5, column: 3 }), reach: 'rows' as const }
    expect(spanOf(selectTo(rows, { row: 6, column: 3 }, true), size)).toEqual({
      top: 5,
      bottom: 6,
      left: 0,
      right: 7,
    })
  })

  it('does not stretch into the heads', () => {
    const begun = selectAt({ row: 2, column: 0 })
    expect(spanOf(selectTo(begun, { row: HEAD, column: 0 }, true), size).top).toBe(0)
  })

  it('stays within a list that has become shorter', () => {
    const far = selectTo(selectAt({ row: 90, column: 2 }), { row: 99, column: 7 }, true)
    const short = { rows: 10, foot: 0, columns: 4 }
    expect(spanOf(keepWithin(far, short), short)).toEqual({ top: 9, bottom: 9, left: 2, right: 3 })
  })
})
