import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, type RefObject, useEffect, useImperativeHandle } from 'react'

export type VirtualRowsHandle = { scrollToIndex(index: number): void }

type Props = {
  /** The scrolling frame around the table. */
  frame: RefObject<HTMLElement | null>
  count: number
  rowHeight: number
  /** Of the head and the foot, which stick to the frame and cover what is under them. */
  headHeight: number
  footHeight: number
  columns: number
  /** The rows in sight, both ends included. */
  onRange: (first: number, last: number) => void
  ref?: Ref<VirtualRowsHandle>
  render: (index: number) => ReactNode
}

/** Rows on either side of what is in sight: the compositor scrolls ahead of the script. */
const OVERSCAN = 24

/** The body of a table that draws only the rows in sight, all of one height, between two spacers. */
export function VirtualRows({
  frame,
  count,
  rowHeight,
  headHeight,
  footHeight,
  columns,
  onRange,
  ref,
  render,
}: Props) {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
  })
  useImperativeHandle(ref, () => ({
    scrollToIndex: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  }))
  // A change of density changes every row.
  useEffect(() => {
    if (rowHeight > 0) rows.measure()
  }, [rows, rowHeight])
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => onRange(startIndex, endIndex), [startIndex, endIndex, onRange])
  const items = rows.getVirtualItems()
  const before = (items[0]?.start ?? headHeight) - headHeight
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight)
  return (
    <tbody>
      <Spacer height={before} columns={columns} />
      {items.map((item) => render(item.index))}
      <Spacer height={after} columns={columns} />
    </tbody>
  )
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden data-spacer="" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  )
}
