import { describe, expect, it } from 'vitest'
import { columnIds, columnOf, defaultColumns, widthOf } from '#renderer/features/resources/columns.ts'
import { resourceSorts } from '#shared/contract/resources.ts'

describe('columns', () => {
  it('and the name beside them are exactly what the list can be sorted by', () => {
    expect([...columnIds, 'name'].sort()).toEqual([...resourceSorts].sort())
  })

  it('show money at the end of its column', () => {
    for (const id of ['dailyCost', 'monthlyCost', 'spend'] as const) expect(columnOf(id).isFigure).toBe(true)
  })

  it('ask for room for what is shown and for nothing else', () => {
    expect(widthOf([], false)).toBeLessThan(widthOf([], true))
    expect(widthOf(defaultColumns, true) - widthOf(defaultColumns.slice(1), true)).toBe(
      columnOf(defaultColumns[0] ?? 'type').width,
    )
  })
})
