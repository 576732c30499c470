import type { UseQueryResult } from '@tanstack/react-query'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './KpiCard.module.css'

type Props = { title: string; query: UseQueryResult<unknown, TransportError> }

/** A card whose figure is not here yet, or did not come. */
export function KpiWaiting({ title, query }: Props) {
  const { error, isFetching, refetch } = query
  return (
    <section className={styles.card} aria-label={title} aria-busy={error ? undefined : true}>
      {error ? (
        <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <div className={styles.blank}>
          <Skeleton width="55%" height={13} />
          <Skeleton width="80%" height={24} />
          <Skeleton width="45%" height={13} />
        </div>
      )}
    </section>
  )
}
