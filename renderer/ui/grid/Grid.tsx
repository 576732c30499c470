import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { TallRows } from '../TallRows.tsx'
import { useIsCompact } from '../use-density.ts'
import { useFillHeight } from '../use-fill-height.ts'
import type { VirtualRowsHandle } from '../VirtualRows.tsx'
import { fitColumn } from './fit-column.ts'
import styles from './Grid.module.css'
import { GridHead } from './GridHead.tsx'
import { GridLine } from './GridLine.tsx'
import { GridStatus } from './GridStatus.tsx'
import { gridAction } from './grid-keys.ts'
import type { RowSource } from './picked-rows.ts'
import {
  HEAD,
  keepWithin,
  type Place,
  type Selection,
  type Span,
  selectAt,
  selectTo,
  spanOf,
} from './selection.ts'
import type { GridHandle, GridProps, GridRow } from './types.ts'
import { useCopy } from './use-copy.ts'
import { placeAt, useDragSelect } from './use-drag-select.ts'
import { useGridLayout } from './use-grid-layout.ts'
import { useSums } from './use-sums.ts'
import { LEAST_WIDTH, MOST_WIDTH } from './widths.ts'

const HEAD_HEIGHT = 37
const STATUS_HEIGHT = 31
const SCROLLBAR = 16
/** Where little is left of the page, it is scrolled rather than the grid squeezed. */
const LEAST_HEIGHT = 420
const NO_ROWS: readonly GridRow[] = []
const nothing = (): void => undefined

/** Cells that the keys walk and that go to a spreadsheet exactly. One tab stop; a million rows and a thousand columns. */
export function Grid({ ref, ...props }: GridProps & { ref?: Ref<GridHandle> }) {
  const { label, columns, count, rowAt, rowsBetween, frozen = 1, foot = NO_ROWS } = props
  const { list = '', isBusy = false, height = 'fill', onSort, onOpen, onRange = nothing } = props
  const { language } = useText()
  const id = useId()
  const rowHeight = useIsCompact() ? 30 : 36
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const rows = useRef<VirtualRowsHandle>(null)
  const inSight = useRef({ first: 0, last: 0 })
  const filled = useFillHeight(frame, 28 + STATUS_HEIGHT, LEAST_HEIGHT)
  const [isFocused, setFocused] = useState(false)
  const [isEntered, setEntered] = useState(false)
  const [kept, setSelection] = useState<Selection>(() => selectAt({ row: 0, column: 0 }))
  const size = { rows: count, foot: foot.length, columns: columns.length }
  const selection = keepWithin(kept, size)
  const { at, reach } = selection
  const span = spanOf(selection, size)
  const source = useMemo<RowSource>(
    () => ({ count, rowAt, rowsBetween, foot }),
    [count, rowAt, rowsBetween, foot],
  )
  const { layout, isWide, setWidth, showColumn } = useGridLayout({
    frame,
    columns,
    frozen,
    onWidth: props.onWidth,
  })
  const copy = useCopy({ span, reach, columns, source, language })
  const sums = useSums(span, source, list)

  const show = useCallback(
    ({ row, column }: Place): void => {
      if (row >= 0 && row < count) rows.current?.scrollToIndex(row)
      showColumn(column)
    },
    [count, showColumn],
  )
  const go = (to: Place, isExtending: boolean): void => {
    setSelection(selectTo(selection, to, isExtending))
    show(to)
  }
  useImperativeHandle(ref, () => ({
    goTo: (row) => go({ ...at, row }, false),
    focus: () => table.current?.focus({ preventScroll: true }),
  }))
  // Another filter or order is another list: it starts at its top, where the keys stay in their column.
  const lastList = useRef(list)
  useEffect(() => {
    if (lastList.current === list) return
    lastList.current = list
    setSelection((now) => selectAt({ row: now.at.row === HEAD ? HEAD : 0, column: now.at.column }))
    rows.current?.scrollToIndex(0)
  }, [list])
  const onSeen = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last }
      onRange(first, last)
    },
    [onRange],
  )

  const columnAt = columns[at.column]
  const sort = (column: number): void => {
    const asked = columns[column]
    if (asked?.sort !== undefined) onSort?.(asked.id)
  }
  const open = ({ row, column }: Place): void => {
    const asked = columns[column]
    if (asked && row >= 0 && row < count && rowAt(row) !== null) onOpen?.(row, asked.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const { first, last } = inSight.current
    const action = gridAction(event, at, size, Math.max(1, last - first - 1))
    if (action === null) return
    switch (action.does) {
      case 'go':
        go(action.to, action.isExtending)
        break
      case 'all':
      case 'rows':
      case 'columns':
        setSelection({ ...selectTo(selection, at, true), reach: action.does })
        break
      case 'open':
        open(at)
        break
      case 'sort':
        sort(at.column)
        break
      case 'resize': {
        const now = [...layout.frozen, ...layout.moving].find(({ index }) => index === at.column)
        if (columnAt && now)
          setWidth(columnAt.id, Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, now.width + action.by)))
        break
      }
      case 'back':
        if (!props.onBack) return
        props.onBack()
        break
      case 'type':
        if (!props.onType) return
        props.onType(action.text)
        break
      case 'clear':
        // Nothing to clear: the key is for what is around the grid.
        if (reach === 'cells' && span.top === span.bottom && span.left === span.right) return
        setSelection(selectAt(at))
        break
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const drag = useDragSelect(frame, (to) =>
    setSelection((now) => selectTo(now, { ...to, row: Math.max(0, to.row) }, true)),
  )
  const onPointerDown = (event: PointerEvent): void => {
    const target = event.target as Element
    const place = placeAt(target)
    if (event.button !== 0 || place === null || target.closest('a, button, [data-handle]')) return
    if (place.row !== HEAD) {
      setSelection(selectTo(selection, place, event.shiftKey))
      drag.start()
    } else if (event.shiftKey || event.ctrlKey || columns[place.column]?.sort === undefined) {
      const from = event.shiftKey && reach === 'columns' ? selection.anchor : { row: 0, column: place.column }
      setSelection({ anchor: from, at: { row: 0, column: place.column }, reach: 'columns' })
    }
  }
  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const place = placeAt(target)
    if (place === null || event.shiftKey || event.ctrlKey || target.closest('a, button, [data-handle]'))
      return
    if (place.row === HEAD) sort(place.column)
    else if (target.closest('[data-opens]')) open(place)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const place = placeAt(target)
    if (place && !target.closest('a, button, [data-handle], [data-opens]')) open(place)
  }

  const line = (index: number, row: GridRow | null) => {
    const isIn = index >= span.top && index <= span.bottom && isSelectionShown(span)
    return (
      <GridLine
        key={index}
        id={`${id}-${index}`}
        index={index}
        row={row}
        layout={layout}
        selectedFrom={isIn ? span.left : -1}
        selectedTo={isIn ? span.right : -1}
        active={index === at.row && isEntered ? at.column : -1}
      />
    )
  }
  // A table to the eye and to copying, a grid to the keys.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': count + foot.length + 1,
    'aria-colcount': columns.length,
    'aria-multiselectable': true,
    'aria-activedescendant': `${id}-${at.row}-${at.column}`,
    'aria-busy': isBusy || undefined,
  }
  const footHeight = foot.length * (rowHeight + 1)
  const most = height === 'fill' ? filled : height
  const content = HEAD_HEIGHT + count * rowHeight + footHeight + (isWide ? SCROLLBAR : 2)
  return (
    <div className={styles.box}>
      <div ref={frame} className={styles.frame} style={{ height: Math.min(most, content) }} data-scroller="">
        <table
          ref={table}
          className={styles.grid}
          style={{ width: layout.total, '--grid-row': `${rowHeight}px` } as object}
          {...grid}
          onKeyDown={onKeyDown}
          onCopy={copy.onCopy}
          onPointerDown={onPointerDown}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
          onFocus={() => {
            setFocused(true)
            setEntered(true)
          }}
          onBlur={() => setFocused(false)}
        >
          <colgroup>
            {layout.frozen.map(({ column, width }) => (
              <col key={column.id} style={{ width }} />
            ))}
            {layout.before > 0 ? <col style={{ width: layout.before }} /> : null}
            {layout.moving.map(({ column, width }) => (
              <col key={column.id} style={{ width }} />
            ))}
            {layout.after > 0 ? <col style={{ width: layout.after }} /> : null}
          </colgroup>
          <GridHead
            id={id}
            layout={layout}
            active={at.row === HEAD ? at.column : -1}
            selectedFrom={reach === 'columns' || reach === 'all' ? span.left : -1}
            selectedTo={reach === 'columns' || reach === 'all' ? span.right : -1}
            onWidth={setWidth}
            onFit={({ index, column }) => {
              const width = fitColumn(table.current, index)
              if (width !== null) setWidth(column.id, width)
            }}
          />
          <TallRows
            ref={rows}
            frame={frame}
            count={count}
            rowHeight={rowHeight}
            headHeight={HEAD_HEIGHT + footHeight}
            columns={layout.frozen.length + layout.moving.length + 2}
            onRange={onSeen}
            render={(index) => line(index, rowAt(index))}
          />
          {foot.length > 0 ? <tfoot>{foot.map((row, i) => line(count + i, row))}</tfoot> : null}
        </table>
      </div>
      <GridStatus
        count={count}
        isFocused={isFocused}
        opens={onOpen !== undefined}
        copy={copy.state}
        sums={sums}
      />
    </div>
  )
}

/** One cell alone is told by where the keys stand. */
const isSelectionShown = ({ top, bottom, left, right }: Span): boolean => top !== bottom || left !== right
