import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './ListSkeleton.module.css'

type Props = { rows: number; height?: number; inset?: boolean }

export function ListSkeleton({ rows, height = 44, inset = false }: Props) {
  return (
    <div className={styles.list} data-inset={inset || undefined}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={`row-${i.toString()}`} className={styles.row} style={{ height }}>
          <Skeleton width={`${64 - (i % 3) * 11}%`} />
          <Skeleton width={72} />
        </div>
      ))}
    </div>
  )
}
