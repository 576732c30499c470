import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Fact } from '../view.ts'
import styles from './Facts.module.css'

/** `count` lines are kept free until the facts arrive, so that nothing jumps. */
export function Facts({ facts, count }: { facts: readonly Fact[] | null; count: number }) {
  if (!facts) {
    return (
      <div className={styles.waiting} aria-busy="true">
        {Array.from({ length: count }, (_, i) => `line${i}`).map((id) => (
          <Skeleton key={id} height={16} />
        ))}
      </div>
    )
  }
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, isPath }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={isPath ? styles.path : styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
