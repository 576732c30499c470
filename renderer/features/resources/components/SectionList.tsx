import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { useWidth } from '#renderer/ui/use-width.ts'
import { stretchesOf } from '../layout.ts'
import { setFolded } from '../look.ts'
import type { ListBase } from '../url.ts'
import { type Section, useSectionList } from '../use-section-list.ts'
import type { SelectionState } from '../use-selection.ts'
import { type Slice, slicesAround, useWindows } from '../use-windows.ts'
import { CardRow } from './CardRow.tsx'
import { SectionHead } from './SectionHead.tsx'
import styles from './SectionList.module.css'

type Props = {
  base: ListBase
  sections: readonly Section[]
  selection: SelectionState | null
  /** Where the resource in the drawer stands. */
  open: { connectionId: string | null; index: number } | null
  isBusy: boolean
  onOpen: (id: number) => void
}

const HEAD = 64
const CARD = 236
const GAP = 12
const LEAST_CARD = 296
const OVERSCAN = 6

/** One section a connection, its cards inside. Only what is in sight is drawn; the head of the section stays on top. */
export function SectionList({ base, sections, selection, open, isBusy, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const perRow = Math.max(1, Math.floor((width + GAP) / (LEAST_CARD + GAP)))
  const { shapes, layout } = useSectionList(sections, perRow)
  const top = useTop(box)
  const { want, row, error, retry, isFetching } = useWindows(base)
  const stuck = useRef(0)

  const list = useWindowVirtualizer({
    count: layout.slots,
    estimateSize: (index) => (layout.slotAt(index).kind === 'head' ? HEAD : CARD) + GAP,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: HEAD + GAP,
    rangeExtractor: (range: Range) => {
      const { section } = layout.slotAt(range.startIndex)
      stuck.current = layout.headOf(section)
      const seen = defaultRangeExtractor(range)
      return seen[0] !== undefined && seen[0] <= stuck.current ? seen : [stuck.current, ...seen]
    },
  })
  useEffect(() => {
    if (layout.slots > 0) list.measure()
  }, [list, layout])

  const { startIndex = 0, endIndex = 0 } = list.range ?? {}
  const wantSeen = useCallback(() => {
    const inSight: Slice[] = []
    const ahead: Slice[] = []
    const rows = { start: startIndex, end: endIndex, drawnEnd: endIndex + OVERSCAN }
    for (const { section, first, last, isAhead } of stretchesOf(shapes, layout, rows, perRow)) {
      const connectionId = sections[section]?.connectionId ?? null
      const slices = slicesAround(connectionId, first, last, shapes[section]?.count ?? 0)
      if (isAhead) ahead.push(...slices.inSight)
      else {
        inSight.push(...slices.inSight)
        ahead.push(...slices.ahead)
      }
    }
    want(inSight, ahead)
  }, [layout, sections, shapes, startIndex, endIndex, perRow, want])
  useEffect(wantSeen, [wantSeen])

  useEffect(() => {
    if (open === null) return
    const section = sections.findIndex(({ connectionId }) => connectionId === open.connectionId)
    if (section >= 0 && shapes[section]?.isOpen)
      list.scrollToIndex(layout.rowOf(section, open.index), { align: 'auto' })
  }, [open, sections, shapes, layout, list])

  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={retry} isRetrying={isFetching} /> : null}
      <div
        ref={box}
        className={styles.list}
        style={{ height: list.getTotalSize() }}
        data-stale={isBusy ? '' : undefined}
      >
        {list.getVirtualItems().map((item) => {
          const slot = layout.slotAt(item.index)
          const section = sections[slot.section]
          const shape = shapes[slot.section]
          if (!section || !shape) return null
          const isStuck = item.index === stuck.current && shape.isOpen
          const place = isStuck
            ? { height: HEAD }
            : {
                height: slot.kind === 'head' ? HEAD : CARD,
                transform: `translateY(${item.start - top}px)`,
              }
          return (
            <div key={item.key} className={styles.slot} data-stuck={isStuck ? '' : undefined} style={place}>
              {slot.kind === 'head' ? (
                <SectionHead
                  section={section}
                  isOpen={shape.isOpen}
                  onToggle={() => setFolded([section.connectionId], shape.isOpen)}
                />
              ) : (
                <CardRow
                  section={section}
                  first={slot.row * perRow}
                  perRow={perRow}
                  count={shape.count}
                  row={row}
                  isScrolling={list.isScrolling}
                  selection={selection}
                  onOpen={onOpen}
                />
              )}
            </div>
          )
        })}
      </div>
    </>
  )
}

/** Where the list begins in the document; what stands above it may grow. */
function useTop(box: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = (): void => {
      if (box.current) setTop(Math.round(box.current.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [box])
  return top
}
