import { memo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ResourceView } from '#shared/contract/resources.ts'
import { type ColumnId, columnOf } from '../columns.ts'
import { MarkBadges } from './MarkBadges.tsx'
import { ResourceCell } from './ResourceCell.tsx'
import styles from './ResourcesTable.module.css'

type Props = {
  id: string
  index: number
  /** Undefined while its window is on its way. */
  item: ResourceView | undefined
  columns: readonly ColumnId[]
  isActive: boolean
  isSelected: boolean
  onSelect: ((id: number, index: number, isSelected: boolean, isShift: boolean) => void) | null
  onOpen: (id: number) => void
}

/** One resource in one line. The grid around it has the focus and the keys; the pointer may press anywhere. */
export const ResourceRow = memo(function ResourceRow(props: Props) {
  const { id, index, item, columns, isActive, isSelected, onSelect, onOpen } = props
  const { t } = useText()
  const nameClass = cx(styles.nameCell, onSelect !== null && styles.afterCheck)
  const row = {
    id,
    'aria-rowindex': index + 2,
    'data-active': isActive ? '' : undefined,
  }
  if (item === undefined) {
    return (
      <tr {...row} aria-busy data-waiting="">
        {onSelect ? <td className={styles.check} /> : null}
        <td className={nameClass}>
          <Skeleton width={`${70 - (index % 3) * 12}%`} />
        </td>
        {columns.map((column) => (
          <td key={column} data-align={columnOf(column).isFigure ? 'end' : 'start'}>
            <Skeleton width={`${60 - (index % 2) * 10}%`} />
          </td>
        ))}
      </tr>
    )
  }
  return (
    <tr
      {...row}
      aria-selected={onSelect ? isSelected : undefined}
      data-gone={item.status === 'gone' || undefined}
      onClick={(event) => {
        const isControl = event.target instanceof Element && event.target.closest('label, a') !== null
        // A press that ends a selection of text was meant for the text.
        if (!isControl && (getSelection()?.isCollapsed ?? true)) onOpen(item.id)
      }}
    >
      {onSelect ? (
        <td className={styles.check}>
          <Checkbox
            label={t('resources.select', { name: item.name })}
            isLabelHidden
            isTabStop={false}
            value={isSelected}
            onChange={(value, isShift) => onSelect(item.id, index, value, isShift)}
          />
        </td>
      ) : null}
      <td className={nameClass}>
        <div className={styles.name}>
          <ProviderMark provider={item.provider} size={22} />
          <span className={styles.title} title={item.name}>
            {item.name}
          </span>
          <MarkBadges item={item} isShort />
        </div>
      </td>
      {columns.map((column) => (
        <td
          key={column}
          data-align={columnOf(column).isFigure ? 'end' : undefined}
          data-tone={column === 'dailyCost' ? 'strong' : undefined}
        >
          <ResourceCell item={item} column={column} />
        </td>
      ))}
    </tr>
  )
})
