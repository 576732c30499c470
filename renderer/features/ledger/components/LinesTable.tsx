import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { usePreferences } from '#renderer/state/preferences.ts'
import { cx } from '#renderer/ui/cx.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { moveInGrid } from '#renderer/ui/move-in-grid.ts'
import table from '#renderer/ui/Table.module.css'
import { TallRows } from '#renderer/ui/TallRows.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { useFillHeight } from '#renderer/ui/use-fill-height.ts'
import type { VirtualRowsHandle } from '#renderer/ui/VirtualRows.tsx'
import type { lineSorts } from '#shared/contract/ledger.ts'
import { type ColumnId, columnKey, DAY_WIDTH, isFigure, tableWidth, widthOf } from '../columns.ts'
import type { LinesBase } from '../url.ts'
import { lineAt, pagesAround, useLines } from '../use-lines.ts'
import { LineRow } from './LineRow.tsx'
import styles from './LinesTable.module.css'

type Sort = (typeof lineSorts)[number]

type Props = {
  base: LinesBase
  total: number
  columns: readonly ColumnId[]
  /** Where the line in the drawer stands. */
  openIndex: number | null
  isBusy: boolean
  label: string
  onSort: (sort: Sort) => void
  onOpen: (index: number) => void
}

const HEAD_HEIGHT = 37

/** Every line that the filter keeps, drawn as it is looked at. One tab stop; keys move within. */
export function LinesTable(props: Props) {
  const { base, total, columns, openIndex, isBusy, label, onSort, onOpen } = props
  const { t } = useText()
  const id = useId()
  const client = useQueryClient()
  const rowHeight = usePreferences((state) => state.density) === 'compact' ? 30 : 36
  const frame = useRef<HTMLDivElement>(null)
  const rows = useRef<VirtualRowsHandle>(null)
  const inSight = useRef({ first: 0, last: 0 })
  const [active, setActive] = useState(0)
  const height = useFillHeight(frame, 28, 320)
  const { want, line, error, retry, isFetching } = useLines(base)

  const onRange = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last }
      want(pagesAround(first, last, total))
    },
    [want, total],
  )
  // Another filter or order is another list: it starts at its top.
  const lastBase = useRef(base)
  useEffect(() => {
    if (lastBase.current === base) return
    lastBase.current = base
    setActive(0)
    rows.current?.scrollToIndex(0)
  }, [base])
  useEffect(() => {
    if (openIndex === null) return
    setActive(openIndex)
    rows.current?.scrollToIndex(openIndex)
  }, [openIndex])

  const at = Math.min(active, Math.max(0, total - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ' ') && isInHead(event)) return
    const { first, last } = inSight.current
    const does = moveInGrid(event, { at, count: total, page: Math.max(1, last - first - 2) })
    if (typeof does === 'number') {
      setActive(does)
      rows.current?.scrollToIndex(does)
    } else if (does === 'open' || does === 'toggle') {
      if (lineAt(client, base, at)) onOpen(at)
    } else return
    event.preventDefault()
  }
  // A table to the eye and to copying, a grid to the keys.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': total + 1,
    'aria-activedescendant': `${id}-${at}`,
    'aria-busy': isBusy || undefined,
  }
  const by = (sort: Sort) => ({
    sort: base.sort === sort ? (base.isDescending ? ('desc' as const) : ('asc' as const)) : null,
    onSort: () => onSort(sort),
  })
  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={retry} isRetrying={isFetching} /> : null}
      <div
        ref={frame}
        className={cx(table.frame, styles.frame)}
        style={{ height: Math.min(height, HEAD_HEIGHT + total * rowHeight + 18) }}
        data-scroller=""
      >
        <table
          className={cx(table.table, styles.table)}
          style={{ minWidth: tableWidth(columns), '--line-h': `${rowHeight}px` } as object}
          {...grid}
          onKeyDown={onKeyDown}
        >
          <colgroup>
            <col style={{ width: DAY_WIDTH }} />
            {columns.map((column) => (
              <col key={column} style={{ width: widthOf(column) }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <Th className={styles.day} {...by('day')}>
                {t('ledger.day')}
              </Th>
              {columns.map((column) => {
                const key = columnKey(column)
                return (
                  <Th
                    key={column}
                    align={isFigure(column) ? 'end' : 'start'}
                    {...(column === 'BilledCost' ? by('cost') : {})}
                  >
                    <span title={column}>{key ? t(key) : column}</span>
                  </Th>
                )
              })}
            </tr>
          </thead>
          <TallRows
            ref={rows}
            frame={frame}
            count={total}
            rowHeight={rowHeight}
            headHeight={HEAD_HEIGHT}
            columns={columns.length + 1}
            onRange={onRange}
            render={(index) => (
              <LineRow
                id={`${id}-${index}`}
                index={index}
                line={line(index)}
                columns={columns}
                isActive={index === at}
                onOpen={onOpen}
              />
            )}
          />
        </table>
      </div>
    </>
  )
}

/** These press the button in the head that has the focus, and are not meant for the rows. */
const isInHead = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('thead') !== null
