import { memo } from 'react'
import { cx } from '../cx.ts'
import { Skeleton } from '../Skeleton.tsx'
import styles from './Grid.module.css'
import type { DrawnColumn, GridLayout } from './layout.ts'
import type { GridCell, GridRow } from './types.ts'

type Props = {
  /** Its cells are named by it and their columns. */
  id: string
  /** Its place from 0, foot included. */
  index: number
  row: GridRow | null
  layout: GridLayout
  /** The columns that are selected in it, ends included; -1: none. */
  selectedFrom: number
  selectedTo: number
  /** The column that the keys stand on; -1: another row has it. */
  active: number
}

/** One row. The grid around it has the focus, the keys and the pointer. */
export const GridLine = memo(function GridLine(props: Props) {
  const { id, index, row, layout, selectedFrom, selectedTo, active } = props
  const cell = (drawn: DrawnColumn) => (
    <Cell
      key={drawn.column.id}
      id={`${id}-${drawn.index}`}
      drawn={drawn}
      cell={row === null ? null : (row.cells[drawn.index] ?? { text: '' })}
      waiting={64 - ((index + drawn.index) % 3) * 12}
      isSelected={drawn.index >= selectedFrom && drawn.index <= selectedTo}
      isActive={drawn.index === active}
    />
  )
  return (
    <tr
      aria-rowindex={index + 2}
      aria-busy={row === null || undefined}
      data-waiting={row === null ? '' : undefined}
      data-row={index}
    >
      {layout.frozen.map(cell)}
      {layout.before > 0 ? <td aria-hidden className={styles.room} /> : null}
      {layout.moving.map(cell)}
      {layout.after > 0 ? <td aria-hidden className={styles.room} /> : null}
    </tr>
  )
})

type CellProps = {
  id: string
  drawn: DrawnColumn
  cell: GridCell | null
  /** How much of its width the outline of what is yet to come takes, in percent. */
  waiting: number
  isSelected: boolean
  isActive: boolean
}

function Cell({ id, drawn, cell, waiting, isSelected, isActive }: CellProps) {
  const { index, column, left, isLastFrozen } = drawn
  const indent = cell?.indent ?? 0
  const grid = {
    role: 'gridcell',
    'aria-colindex': index + 1,
    'aria-selected': isSelected ? true : undefined,
  }
  return (
    <td
      id={id}
      {...grid}
      className={cx(left !== null && styles.frozen, isLastFrozen && styles.lastFrozen)}
      style={{
        ...(left === null ? {} : { left }),
        ...(indent > 0 ? { paddingLeft: `calc(var(--cell-x) + ${indent * 18}px)` } : {}),
      }}
      data-column={index}
      data-align={column.align === 'end' ? 'end' : undefined}
      data-tone={cell?.tone}
      data-active={isActive ? '' : undefined}
      title={cell !== null && column.align === 'start' && cell.text !== '' ? cell.text : undefined}
    >
      {cell === null ? <Skeleton width={`${waiting}%`} /> : <CellText cell={cell} />}
    </td>
  )
}

function CellText({ cell }: { cell: GridCell }) {
  if (cell.content !== undefined) return cell.content
  const { text, exact, unit, opens } = cell
  if (opens)
    return (
      <span className={styles.opens} data-opens="">
        {text}
      </span>
    )
  return unit === undefined ? text : <data value={exact}>{text}</data>
}
