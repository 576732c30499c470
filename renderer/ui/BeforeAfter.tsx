import { ArrowRight } from 'lucide-react'
import styles from './BeforeAfter.module.css'

/** A value and what it became. */
export function BeforeAfter({ before, after }: { before: string; after: string }) {
  return (
    <span className={styles.pair}>
      <del className={styles.before}>{before}</del>
      <ArrowRight className={styles.arrow} size={13} aria-hidden />
      <ins className={styles.after}>{after}</ins>
    </span>
  )
}
