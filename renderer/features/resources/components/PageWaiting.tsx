import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ListView } from '../url.ts'
import styles from './PageWaiting.module.css'

/** The page in outline, for the moment before its first answer. */
export function PageWaiting({ hasSummary, view }: { hasSummary: boolean; view: ListView }) {
  return (
    <div className={styles.page} aria-busy="true">
      {hasSummary ? <Skeleton height={92} radius={10} /> : null}
      {view === 'table' ? (
        <Skeleton height={480} radius={10} />
      ) : (
        ['a', 'b', 'c'].map((id) => <Skeleton key={id} height={64} radius={10} />)
      )}
    </div>
  )
}
