import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './ConnectionCard.module.css'

export function CardsSkeleton() {
  return ['a', 'b', 'c', 'd'].map((name) => (
    <li key={name} className={styles.card}>
      <div className={styles.head}>
        <Skeleton width={40} height={40} radius={11} />
        <div className={styles.names}>
          <Skeleton width="60%" height={16} />
        </div>
      </div>
      <Skeleton width="45%" height={28} />
      <Skeleton width="70%" />
      <Skeleton width="55%" />
    </li>
  ))
}
