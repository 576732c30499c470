import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ResourceView } from '#shared/contract/resources.ts'
import type { Section } from '../use-section-list.ts'
import type { SelectionState } from '../use-selection.ts'
import styles from './CardRow.module.css'
import { ResourceCard } from './ResourceCard.tsx'

type Props = {
  section: Section
  first: number
  perRow: number
  count: number
  row: (connectionId: string | null, index: number) => ResourceView | undefined
  isScrolling: boolean
  selection: SelectionState | null
  onOpen: (id: number) => void
}

/** The cards that stand beside one another. */
export function CardRow({ section, first, perRow, count, row, isScrolling, selection, onOpen }: Props) {
  const here = Math.min(perRow, count - first)
  return (
    <ul
      className={styles.row}
      style={{ gridTemplateColumns: `repeat(${perRow}, minmax(0, 1fr))` }}
      aria-label={section.connectionName}
    >
      {Array.from({ length: here }, (_, i) => first + i).map((index) => {
        const item = row(section.connectionId, index)
        return (
          <li key={index} className={styles.cell} aria-setsize={count} aria-posinset={index + 1}>
            {item === undefined ? (
              <div className={styles.waiting} aria-busy="true" data-waiting="">
                <Skeleton width="62%" height={18} />
                <Skeleton width="44%" />
                <Skeleton width="80%" />
                <Skeleton width="38%" height={24} />
              </div>
            ) : (
              <ResourceCard
                item={item}
                isScrolling={isScrolling}
                isSelected={selection?.selection.has(item.id) ?? false}
                onSelect={selection ? (isSelected) => selection.toggle(item.id, null, isSelected) : null}
                onOpen={onOpen}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
