import { type KeyboardEvent, useRef, useState } from 'react'
import { moveInCells } from './coverage.ts'

type Place = { row: number; column: number }

/** One tab stop for a grid of cells; arrows move the focus, the rest is the cell's own. */
export function useCellKeys(
  size: { rows: number; columns: number },
  start: Place,
  onMove?: (to: Place) => void,
) {
  const grid = useRef<HTMLTableElement>(null)
  const [kept, setAt] = useState<Place>(start)
  const at = {
    row: Math.min(kept.row, Math.max(0, size.rows - 1)),
    column: Math.min(kept.column, Math.max(0, size.columns - 1)),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = moveInCells(event.key, at, size)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus()
    onMove?.(to)
  }
  return {
    grid,
    onKeyDown,
    cell: (row: number, column: number) => ({
      'data-cell': `${row}-${column}`,
      tabIndex: row === at.row && column === at.column ? 0 : -1,
      onFocus: () => setAt({ row, column }),
    }),
  }
}
