import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { cx } from '../cx.ts'
import styles from './Grid.module.css'
import type { DrawnColumn, GridLayout } from './layout.ts'
import { WidthHandle } from './WidthHandle.tsx'

type Props = {
  id: string
  layout: GridLayout
  /** The column whose head the keys stand on; -1: none. */
  active: number
  /** Columns that are selected whole, ends included; -1: none. */
  selectedFrom: number
  selectedTo: number
  onWidth: (columnId: string, width: number) => void
  onFit: (drawn: DrawnColumn) => void
}

/** The heads of the columns. A press on one is heard by the grid, as a press on a cell is. */
export function GridHead({ id, layout, active, selectedFrom, selectedTo, onWidth, onFit }: Props) {
  const head = (drawn: DrawnColumn) => {
    const { index, column, width, left, isLastFrozen } = drawn
    return (
      <th
        key={column.id}
        id={`${id}--1-${index}`}
        scope="col"
        aria-colindex={index + 1}
        aria-sort={column.sort ?? undefined}
        className={cx(left !== null && styles.frozen, isLastFrozen && styles.lastFrozen)}
        style={left === null ? undefined : { left }}
        data-column={index}
        data-align={column.align === 'end' ? 'end' : undefined}
        data-sorts={column.sort === undefined ? undefined : ''}
        data-active={index === active ? '' : undefined}
        data-selected={index >= selectedFrom && index <= selectedTo ? '' : undefined}
        title={column.hint ?? column.label}
      >
        <span className={styles.head}>
          <span className={styles.headText}>{column.label}</span>
          {column.sort === undefined ? null : <Arrow sort={column.sort} />}
        </span>
        <WidthHandle width={width} onWidth={(to) => onWidth(column.id, to)} onFit={() => onFit(drawn)} />
      </th>
    )
  }
  return (
    <thead>
      <tr aria-rowindex={1} data-row={-1}>
        {layout.frozen.map(head)}
        {layout.before > 0 ? <td aria-hidden className={styles.room} /> : null}
        {layout.moving.map(head)}
        {layout.after > 0 ? <td aria-hidden className={styles.room} /> : null}
      </tr>
    </thead>
  )
}

function Arrow({ sort }: { sort: 'ascending' | 'descending' | null }) {
  const Icon = sort === 'ascending' ? ArrowUp : sort === 'descending' ? ArrowDown : ChevronsUpDown
  return <Icon size={13} aria-hidden data-on={sort ? '' : undefined} />
}
