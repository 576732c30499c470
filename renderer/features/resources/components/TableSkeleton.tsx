import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './TableSkeleton.module.css'

type Props = { rows: number }

export function TableSkeleton({ rows }: Props) {
  return (
    <div className={styles.table} aria-busy="true">
      {Array.from({ length: rows }, (_, i) => (
        <div key={`row-${i.toString()}`} className={styles.row}>
          <Skeleton width={26} height={26} radius={7} />
          <Skeleton width={`${22 - (i % 3) * 3}%`} />
          <Skeleton width="14%" />
          <Skeleton width="12%" />
          <Skeleton width="9%" />
          <Skeleton width="10%" />
        </div>
      ))}
    </div>
  )
}
