import { type PointerEvent, useRef } from 'react'
import styles from './Grid.module.css'
import { LEAST_WIDTH, MOST_WIDTH } from './widths.ts'

type Props = {
  width: number
  onWidth: (width: number) => void
  /** A double click: as wide as what stands in the column. */
  onFit: () => void
}

/** The edge of a head that is dragged. Keys do the same by Alt+Shift and an arrow, so it is hidden from readers. */
export function WidthHandle({ width, onWidth, onFit }: Props) {
  const drag = useRef<{ from: number; width: number } | null>(null)
  const onMove = (event: PointerEvent): void => {
    if (!drag.current) return
    const wanted = drag.current.width + event.clientX - drag.current.from
    onWidth(Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, wanted))))
  }
  return (
    <span
      aria-hidden
      className={styles.handle}
      data-handle=""
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: event.clientX, width }
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
      onDoubleClick={onFit}
    />
  )
}
