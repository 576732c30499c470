import type { ReactNode } from 'react'
import styles from './Facts.module.css'

type Fact = { id: string; name: ReactNode; value: ReactNode }

/** Names and values in two even columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ id, name, value }) => (
        <div key={id} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
