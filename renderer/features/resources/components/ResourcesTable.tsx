import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { usePreferences } from '#renderer/state/preferences.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { moveInGrid } from '#renderer/ui/move-in-grid.ts'
import table from '#renderer/ui/Table.module.css'
import { Th } from '#renderer/ui/Th.tsx'
import { useFillHeight } from '#renderer/ui/use-fill-height.ts'
import { VirtualRows, type VirtualRowsHandle } from '#renderer/ui/VirtualRows.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { CHECK_WIDTH, type ColumnId, columnOf, NAME_WIDTH, widthOf } from '../columns.ts'
import { headState } from '../selection.ts'
import type { ListBase } from '../url.ts'
import type { SelectionState } from '../use-selection.ts'
import { rowAt, slicesAround, useWindows } from '../use-windows.ts'
import type { ResourceSort } from '../view.ts'
import { ResourceRow } from './ResourceRow.tsx'
import styles from './ResourcesTable.module.css'
import { TableTotals } from './TableTotals.tsx'

type Props = {
  base: ListBase
  data: CallOutput<'resources.list'>
  columns: readonly ColumnId[]
  /** Null where this person may not change anything: nothing to select for. */
  selection: SelectionState | null
  /** Where the resource in the drawer stands. */
  openIndex: number | null
  isBusy: boolean
  label: string
  onSort: (sort: ResourceSort) => void
  onOpen: (id: number) => void
}

const HEAD_HEIGHT = 37
const FOOT_HEIGHT = 46

/** Every resource that the filter keeps, one line each, drawn as it is looked at. One tab stop; keys move within. */
export function ResourcesTable(props: Props) {
  const { base, data, columns, selection, openIndex, isBusy, label, onSort, onOpen } = props
  const { t } = useText()
  const id = useId()
  const client = useQueryClient()
  const rowHeight = usePreferences((state) => state.density) === 'compact' ? 34 : 44
  const frame = useRef<HTMLDivElement>(null)
  const rows = useRef<VirtualRowsHandle>(null)
  const inSight = useRef({ first: 0, last: 0 })
  const [active, setActive] = useState(0)
  const height = useFillHeight(frame, selection && selection.selection.size > 0 ? 88 : 28, 340)
  const { want, row, error, retry, isFetching } = useWindows(base)
  const { total } = data

  const onRange = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last }
      const { inSight: seen, ahead } = slicesAround(null, first, last, total)
      want(seen, ahead)
    },
    [want, total],
  )
  // Another filter or order is another list: it starts at its top.
  const lastBase = useRef(base)
  useEffect(() => {
    if (lastBase.current === base) return
    lastBase.current = base
    setActive(0)
    frame.current?.scrollTo({ top: 0 })
  }, [base])
  useEffect(() => {
    if (openIndex === null) return
    setActive(openIndex)
    rows.current?.scrollToIndex(openIndex)
  }, [openIndex])

  const at = Math.min(active, Math.max(0, total - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isForHead(event)) return
    const { first, last } = inSight.current
    const does = moveInGrid(event, { at, count: total, page: Math.max(1, last - first - 2) })
    if (does === null) return
    event.preventDefault()
    const current = rowAt(client, base, null, at)
    if (typeof does === 'number') {
      setActive(does)
      rows.current?.scrollToIndex(does)
    } else if (does === 'open' && current) onOpen(current.id)
    else if (does === 'toggle' && current) selection?.toggle(current.id, at)
    else if (does === 'range') selection?.range(at)
    else if (does === 'all') selection?.all()
    else if (does === 'clear') selection?.clear()
  }
  const toggle = selection?.toggle
  const range = selection?.range
  const onSelect = useMemo(
    () =>
      toggle && range
        ? (rowId: number, index: number, isSelected: boolean, isShift: boolean) =>
            isShift ? range(index) : toggle(rowId, index, isSelected)
        : null,
    [toggle, range],
  )
  // A table to the eye and to copying, a grid to the keys.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': total + 2,
    'aria-multiselectable': selection !== null || undefined,
    'aria-activedescendant': total > 0 ? `${id}-${at}` : undefined,
    'aria-busy': isBusy || undefined,
    'aria-keyshortcuts': 'Control+A',
  }
  const nameClass = cx(styles.nameCell, selection !== null && styles.afterCheck)
  const by = (sort: ResourceSort) => ({
    sort: base.sort === sort ? base.direction : null,
    onSort: () => onSort(sort),
  })
  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={retry} isRetrying={isFetching} /> : null}
      <div
        ref={frame}
        className={cx(table.frame, styles.frame)}
        style={{ maxHeight: height }}
        data-scroller=""
      >
        <table
          className={cx(table.table, styles.table)}
          style={{ minWidth: widthOf(columns, selection !== null) }}
          {...grid}
          onKeyDown={onKeyDown}
        >
          <colgroup>
            {selection ? <col style={{ width: CHECK_WIDTH }} /> : null}
            <col style={{ width: NAME_WIDTH }} />
            {columns.map((column) => (
              <col key={column} style={{ width: columnOf(column).width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {selection ? (
                <th scope="col" className={styles.check}>
                  <Checkbox
                    label={t('resources.selectAll')}
                    isLabelHidden
                    value={headState(selection.selection, total)}
                    onChange={(isSelected) => (isSelected ? selection.all() : selection.clear())}
                  />
                </th>
              ) : null}
              <Th className={nameClass} {...by('name')}>
                {t('resources.col.name')}
              </Th>
              {columns.map((column) => (
                <Th key={column} align={columnOf(column).isFigure ? 'end' : 'start'} {...by(column)}>
                  {t(`resources.col.${column}`)}
                </Th>
              ))}
            </tr>
          </thead>
          <VirtualRows
            ref={rows}
            frame={frame}
            count={total}
            rowHeight={rowHeight}
            headHeight={HEAD_HEIGHT}
            footHeight={FOOT_HEIGHT}
            columns={columns.length + (selection ? 2 : 1)}
            onRange={onRange}
            render={(index) => {
              const item = row(null, index)
              return (
                <ResourceRow
                  key={index}
                  id={`${id}-${index}`}
                  index={index}
                  item={item}
                  columns={columns}
                  isActive={index === at}
                  isSelected={item !== undefined && (selection?.selection.has(item.id) ?? false)}
                  onSelect={onSelect}
                  onOpen={onOpen}
                />
              )
            }}
          />
          <TableTotals data={data} columns={columns} hasChecks={selection !== null} />
        </table>
      </div>
    </>
  )
}

/** These press the button or the box in the head that has the focus, and are not meant for the rows. */
const isForHead = ({ key, target }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('thead') !== null
