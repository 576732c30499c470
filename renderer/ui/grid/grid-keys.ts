import { HEAD, type Place, type Size } from './selection.ts'

type GridAction =
  | { does: 'go'; to: Place; isExtending: boolean }
  | { does: 'all' | 'rows' | 'columns' | 'open' | 'sort' | 'back' | 'clear' }
  | { does: 'resize'; by: number }
  | { does: 'type'; text: string }

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key that makes a column wider or narrower changes it by. */
const STEP = 16

/** What a key asks of a grid; null for keys that are not its own. */
export function gridAction(press: Press, at: Place, size: Size, page: number): GridAction | null {
  const { key, shiftKey: isShift } = press
  const isControl = press.ctrlKey || press.metaKey
  if (press.altKey) return isControl ? null : withAlt(key, isShift)
  if (isControl && key === ' ') return { does: 'columns' }
  // By its place on the keyboard: the Russian layout writes another letter there.
  if (isControl && press.code === 'KeyA' && !isShift) return { does: 'all' }
  const to = move(key, isControl, at, size, page)
  if (to) return { does: 'go', to, isExtending: isShift }
  if (isControl) return null
  if (key === ' ') return isShift ? { does: 'rows' } : at.row === HEAD ? { does: 'sort' } : { does: 'open' }
  if (key === 'Enter') return { does: at.row === HEAD ? 'sort' : 'open' }
  if (key === 'Backspace') return { does: 'back' }
  if (key === 'Escape') return { does: 'clear' }
  return [...key].length === 1 ? { does: 'type', text: key } : null
}

function withAlt(key: string, isShift: boolean): GridAction | null {
  if (key === 'ArrowLeft') return isShift ? { does: 'resize', by: -STEP } : { does: 'back' }
  if (!isShift) return null
  if (key === 'ArrowRight') return { does: 'resize', by: STEP }
  return key === 'ArrowUp' || key === 'ArrowDown' ? { does: 'sort' } : null
}

function move(key: string, isControl: boolean, at: Place, size: Size, page: number): Place | null {
  const last = { row: Math.max(0, size.rows + size.foot - 1), column: Math.max(0, size.columns - 1) }
  const row = (to: number, least = 0): Place => ({ ...at, row: Math.max(least, Math.min(last.row, to)) })
  const column = (to: number): Place => ({ ...at, column: Math.max(0, Math.min(last.column, to)) })
  switch (key) {
    case 'ArrowDown':
      return row(isControl ? last.row : at.row + 1)
    case 'ArrowUp':
      return isControl ? row(0) : row(at.row - 1, HEAD)
    case 'ArrowRight':
      return column(isControl ? last.column : at.column + 1)
    case 'ArrowLeft':
      return column(isControl ? 0 : at.column - 1)
    case 'PageDown':
      return row(at.row + page)
    case 'PageUp':
      return row(at.row - page)
    case 'Home':
      return isControl ? { row: 0, column: 0 } : column(0)
    case 'End':
      return isControl ? last : column(last.column)
    default:
      return null
  }
}
