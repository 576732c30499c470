import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from './selection.ts'

/** Pixels that a frame scrolls in one animation frame while the pointer is held beyond its edge. */
const STEP = 14

export function placeAt(target: Element | null): Place | null {
  const cell = target?.closest<HTMLElement>('[data-column]')
  const row = cell?.closest<HTMLElement>('[data-row]')
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null
}

/** Extends a selection while the pointer is held down, and scrolls where it leaves the frame. */
export function useDragSelect(
  frame: RefObject<HTMLElement | null>,
  onExtend: (to: Place) => void,
): { start: () => void } {
  const extend = useRef(onExtend)
  extend.current = onExtend
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const start = (): void => {
    stop.current?.()
    let point: { x: number; y: number } | null = null
    let tick = 0
    const step = (): void => {
      tick = requestAnimationFrame(step)
      const box = frame.current?.getBoundingClientRect()
      if (!box || !point) return
      const over = (at: number, from: number, to: number): number => (at < from ? -STEP : at > to ? STEP : 0)
      const [dx, dy] = [over(point.x, box.left, box.right), over(point.y, box.top, box.bottom)]
      if (dx !== 0 || dy !== 0) frame.current?.scrollBy(dx, dy)
      const inside = {
        x: Math.max(box.left + 2, Math.min(box.right - 20, point.x)),
        y: Math.max(box.top + 2, Math.min(box.bottom - 20, point.y)),
      }
      const place = placeAt(document.elementFromPoint(inside.x, inside.y))
      if (place) extend.current(place)
      if (dx === 0 && dy === 0) point = null
    }
    const ends = new AbortController()
    const { signal } = ends
    stop.current = () => {
      cancelAnimationFrame(tick)
      ends.abort()
      stop.current = null
    }
    document.addEventListener(
      'pointermove',
      (event) => {
        point = { x: event.clientX, y: event.clientY }
      },
      { signal },
    )
    document.addEventListener('pointerup', () => stop.current?.(), { signal })
    document.addEventListener('pointercancel', () => stop.current?.(), { signal })
    tick = requestAnimationFrame(step)
  }
  return { start }
}
