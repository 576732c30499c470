import { describe, expect, it } from 'vitest'
import { layoutOf, scrollToColumn } from '#renderer/ui/grid/layout.ts'
import type { GridColumn } from '#renderer/ui/grid/types.ts'
import { columnWindow, fitWidths, frozenFit } from '#renderer/ui/grid/widths.ts'

const column = (id: string, width: number, align: GridColumn['align'] = 'end'): GridColumn => ({
  id,
  label: id,
  width,
  align,
})

describe('widths of columns', () => {
  it('fill the frame with what is left given to columns of text, and to none that a person has set', () => {
    const columns = [column('name', 200, 'start'), column('note', 100, 'start'), column('cost', 100)]
    expect(fitWidths(columns, {}, 1000)).toEqual([600, 300, 100])
    expect(fitWidths(columns, { name: 250 }, 1000)).toEqual([250, 650, 100])
    expect(fitWidths(columns, {}, 300)).toEqual([200, 100, 100])
  })

  it('give up columns that stay in place where they would leave no room for the others', () => {
    expect(frozenFit([200, 200, 90], 2, 1200)).toBe(2)
    expect(frozenFit([200, 200, 90], 2, 500)).toBe(1)
    expect(frozenFit([400, 200], 1, 500)).toBe(0)
  })
})

describe('columns in sight', () => {
  const widths = [200, ...Array.from({ length: 90 }, () => 100)]
  const columns = widths.map((width, i) => column(`c${i}`, width))

  it('are all of a few, and those around the frame of many', () => {
    expect(columnWindow([200, 100, 100], 1, 0, 250)).toEqual({ from: 1, to: 2 })
    expect(columnWindow(widths, 1, 0, 1000)).toEqual({ from: 1, to: 12 })
    expect(columnWindow(widths, 1, 4000, 1000)).toEqual({ from: 37, to: 52 })
    expect(columnWindow(widths, 1, 8200, 1000)).toEqual({ from: 79, to: 90 })
  })

  it('take the room of all of them together with the gaps beside them', () => {
    const layout = layoutOf(columns, widths, 1, columnWindow(widths, 1, 4000, 1000))
    const drawn = [...layout.frozen, ...layout.moving].reduce((sum, { width }) => sum + width, 0)
    expect(layout.before + drawn + layout.after).toBe(9200)
    expect(layout.total).toBe(9200)
  })

  it('are scrolled to just as far as it takes', () => {
    const at = { left: 4000, frame: 1000 }
    expect(scrollToColumn(widths, 1, 0, at)).toBeNull()
    expect(scrollToColumn(widths, 1, 45, at)).toBeNull()
    expect(scrollToColumn(widths, 1, 10, at)).toBe(900)
    expect(scrollToColumn(widths, 1, 60, at)).toBe(5200)
  })
})
