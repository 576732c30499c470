import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import styles from './RankList.module.css'
import type { TileRow } from './rows.ts'

type Props = {
  rows: readonly TileRow[]
  /** The figures at the end of a row, and the bar under it. */
  figures: (row: TileRow) => ReactNode
  bar: (row: TileRow) => ReactNode
  /** The lines that close the sum. */
  foot: ReactNode
}

/** What costs most, what changed most: the same list with other figures. */
export function RankList({ rows, figures, bar, foot }: Props) {
  return (
    <div className={styles.content}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            {row.provider ? <ProviderMark provider={row.provider} size={24} /> : null}
            <div className={styles.who}>
              <Link href={row.href} className={styles.name} title={row.label}>
                {row.label}
              </Link>
              {row.context ? <span className={styles.context}>{row.context}</span> : null}
            </div>
            <div className={styles.figures}>{figures(row)}</div>
            <div className={styles.bar}>{bar(row)}</div>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>{foot}</div>
    </div>
  )
}
