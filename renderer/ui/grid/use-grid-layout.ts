import { type RefObject, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWidth } from '../use-width.ts'
import { type GridLayout, layoutOf, scrollToColumn } from './layout.ts'
import type { GridColumn } from './types.ts'
import { type ColumnWindow, columnWindow, fitWidths, frozenFit } from './widths.ts'

type Props = {
  frame: RefObject<HTMLElement | null>
  columns: readonly GridColumn[]
  frozen: number
  onWidth: ((columnId: string, width: number) => void) | undefined
}

/** Which columns are drawn, how wide and where, as a person sizes them and as the frame is scrolled sideways. */
export function useGridLayout({ frame, columns, frozen: wanted, onWidth }: Props): {
  layout: GridLayout
  /** Whether the columns need more than the frame has. */
  isWide: boolean
  setWidth: (columnId: string, width: number) => void
  showColumn: (column: number) => void
} {
  const width = useWidth(frame)
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const [left, setLeft] = useState(0)
  const widths = useMemo(() => fitWidths(columns, chosen, width), [columns, chosen, width])
  const frozen = frozenFit(widths, wanted, width)
  const { from, to } = columnWindow(widths, frozen, left, width)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let shown: ColumnWindow = columnWindow(widths, frozen, element.scrollLeft, element.clientWidth)
    const onScroll = (): void => {
      const next = columnWindow(widths, frozen, element.scrollLeft, element.clientWidth)
      if (next.from === shown.from && next.to === shown.to) return
      shown = next
      // In the frame that the browser is about to paint, as the rows are.
      flushSync(() => setLeft(element.scrollLeft))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [frame, widths, frozen])
  const layout = useMemo(
    () => layoutOf(columns, widths, frozen, { from, to }),
    [columns, widths, frozen, from, to],
  )
  return {
    layout,
    isWide: width > 0 && layout.total > width,
    setWidth: (columnId, to) => {
      setChosen((now) => ({ ...now, [columnId]: to }))
      onWidth?.(columnId, to)
    },
    showColumn: (column) => {
      const element = frame.current
      if (!element) return
      const at = { left: element.scrollLeft, frame: element.clientWidth }
      const to = scrollToColumn(widths, frozen, column, at)
      if (to !== null) element.scrollLeft = to
    },
  }
}
