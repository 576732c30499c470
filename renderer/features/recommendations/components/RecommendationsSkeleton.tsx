import { Card } from '#renderer/ui/Card.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './RecommendationsSkeleton.module.css'

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export function RecommendationsSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <Card>
        <Skeleton width={220} />
        <Skeleton width={280} height={30} />
      </Card>
      <Card padding="none">
        {rows.map((row) => (
          <div key={row} className={styles.row}>
            <Skeleton width={32} height={32} radius={9} />
            <Skeleton width="55%" />
            <Skeleton width={110} />
          </div>
        ))}
      </Card>
    </div>
  )
}
