import type { ReactNode } from 'react'
import styles from './Fact.module.css'

type Props = { label: string; tone?: 'warn' | 'bad' | undefined; note?: ReactNode; children: ReactNode }

/** One pair of a definition list. */
export function Fact({ label, tone, note, children }: Props) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {children}
        {note ? (
          <span className={styles.note} data-tone={tone}>
            {note}
          </span>
        ) : null}
      </dd>
    </div>
  )
}
