import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Table.module.css'

type Props = {
  align?: 'start' | 'end'
  width?: number | string
  /** `null`: can be sorted by, is not now. Absent: cannot. */
  sort?: 'asc' | 'desc' | null
  onSort?: () => void
  className?: string | undefined
  children: ReactNode
}

const WORDS = { asc: 'ascending', desc: 'descending' } as const

export function Th({ align = 'start', width, sort, onSort, className, children }: Props) {
  const Arrow = sort === 'asc' ? ArrowUp : sort === 'desc' ? ArrowDown : ChevronsUpDown
  return (
    <th
      scope="col"
      className={className}
      data-align={align}
      aria-sort={sort ? WORDS[sort] : undefined}
      style={width === undefined ? undefined : { width }}
    >
      {onSort ? (
        <button type="button" className={styles.sort} data-on={sort ? '' : undefined} onClick={onSort}>
          {children}
          <Arrow size={13} aria-hidden />
        </button>
      ) : (
        children
      )}
    </th>
  )
}
