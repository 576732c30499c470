import {
  Fragment,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { startTall, type TallScroll, tallAt, tallMoved, tallRange } from './tall-scroll.ts'
import type { VirtualRowsHandle } from './VirtualRows.tsx'

type Props = {
  /** The scrolling frame around the table. */
  frame: RefObject<HTMLElement | null>
  count: number
  rowHeight: number
  /** Of what sticks to the frame and covers what is under it: the head, and a foot. */
  headHeight: number
  columns: number
  /** The rows in sight, both ends included. */
  onRange: (first: number, last: number) => void
  ref?: Ref<VirtualRowsHandle>
  render: (index: number) => ReactNode
}

const OVERSCAN = 16

/** `VirtualRows` for lists that are taller than a browser can lay out: millions of rows. */
export function TallRows({ frame, count, rowHeight, headHeight, columns, onRange, ref, render }: Props) {
  const scroll = useRef<TallScroll>(startTall(count, rowHeight))
  const [, setTick] = useState(0)
  const draw = useCallback(() => setTick((tick) => tick + 1), [])
  /** Where the frame was last known to stand. */
  const shown = useRef(0)
  // Asked of the browser when it changes and not at each drawing: an answer costs a whole layout.
  const room = useRef<number | null>(null)
  const height = useCallback(() => {
    room.current ??= frame.current?.clientHeight ?? null
    return Math.max(rowHeight, (room.current ?? 0) - headHeight)
  }, [frame, headHeight, rowHeight])
  const go = useCallback(
    (place: number) => {
      scroll.current = tallAt(scroll.current, place, height())
      draw()
    },
    [height, draw],
  )
  // Another list, or another density: it stays where it was as far as that is still there.
  useLayoutEffect(() => {
    const { top, offset } = scroll.current
    scroll.current = tallAt(startTall(count, rowHeight), top + offset, height())
    draw()
  }, [count, rowHeight, height, draw])
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onScroll = (): void => {
      const top = element.scrollTop
      shown.current = top
      if (top === scroll.current.top) return
      scroll.current = tallMoved(scroll.current, top, height())
      // In the frame that the browser is about to paint: rows and thumb move together.
      flushSync(draw)
    }
    const observer = new ResizeObserver(() => {
      if (room.current === element.clientHeight) return
      room.current = element.clientHeight
      draw()
    })
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [frame, height, draw])
  // After the rows are laid out, so that there is enough height to scroll to.
  useLayoutEffect(() => {
    const element = frame.current
    if (!element || Math.abs(shown.current - scroll.current.top) < 1) return
    element.scrollTop = scroll.current.top
    shown.current = element.scrollTop
  })
  const { offset } = scroll.current
  const seen = tallRange(scroll.current, height())
  useImperativeHandle(ref, () => ({
    scrollToIndex: (index) => {
      const place = scroll.current.top + scroll.current.offset
      const [start, end] = [index * rowHeight, (index + 1) * rowHeight - height()]
      if (start < place) go(start)
      else if (end > place) go(end)
    },
  }))
  useEffect(() => onRange(seen.first, seen.last), [seen.first, seen.last, onRange])
  const from = Math.max(offset / rowHeight, seen.first - OVERSCAN)
  const to = Math.min(count - 1, seen.last + OVERSCAN)
  const above = from * rowHeight - offset
  const below = Math.max(0, scroll.current.height - above - (to - from + 1) * rowHeight)
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  return (
    <tbody>
      <Spacer height={above} columns={columns} />
      {rows.map((row) => (
        <Fragment key={row}>{render(row)}</Fragment>
      ))}
      <Spacer height={below} columns={columns} />
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
