import { memo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { type ColumnId, isCost, isFigure } from '../columns.ts'
import { cellText } from '../view.ts'
import styles from './LinesTable.module.css'

type Props = {
  id: string
  index: number
  /** Undefined while its window is on its way. */
  line: LedgerLineView | undefined
  columns: readonly ColumnId[]
  isActive: boolean
  onOpen: (index: number) => void
}

/** One line of a bill. The grid around it has the focus and the keys; the pointer may press anywhere. */
export const LineRow = memo(function LineRow({ id, index, line, columns, isActive, onOpen }: Props) {
  const { t } = useText()
  const format = useFormat()
  const row = { id, 'aria-rowindex': index + 2, 'data-active': isActive ? '' : undefined }
  if (line === undefined)
    return (
      <tr {...row} aria-busy data-waiting="">
        <td className={styles.day}>
          <Skeleton width="72%" />
        </td>
        {columns.map((column) => (
          <td key={column} data-align={isFigure(column) ? 'end' : undefined}>
            <Skeleton width={`${64 - (index % 3) * 12}%`} />
          </td>
        ))}
      </tr>
    )
  return (
    <tr
      {...row}
      onClick={() => {
        // A press that ends a selection of text was meant for the text.
        if (getSelection()?.isCollapsed ?? true) onOpen(index)
      }}
    >
      <td className={styles.day}>{format.day(line.day)}</td>
      {columns.map((column) => {
        const text = cellText(column, line, t, format)
        return (
          <td
            key={column}
            data-align={isFigure(column) ? 'end' : undefined}
            data-tone={column === 'BilledCost' ? 'strong' : undefined}
            data-none={text === null ? '' : undefined}
            title={text === null || isFigure(column) ? undefined : text}
          >
            {text === null ? '—' : isCost(column) ? <data value={line.columns[column]}>{text}</data> : text}
          </td>
        )
      })}
    </tr>
  )
})
