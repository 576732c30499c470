import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import styles from './Panel.module.css'

type Props<T> = {
  title: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  query: UseQueryResult<T, TransportError>
  skeleton: ReactNode
  padding?: 'md' | 'none'
  className?: string | undefined
  children: (value: T) => ReactNode
}

/** One panel, one call: a failure stays in its panel, and the last good figures stay under the failure's banner. */
export function Panel<T>({ query, skeleton, padding = 'md', children, ...card }: Props<T>) {
  const { data, error, isFetching, isPlaceholderData, refetch } = query
  return (
    <Card {...card} padding={padding}>
      {error ? (
        <div className={padding === 'none' ? styles.inset : undefined}>
          <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
        </div>
      ) : null}
      {data !== undefined ? (
        <div className={styles.content} data-stale={isPlaceholderData || undefined}>
          {children(data)}
        </div>
      ) : error ? null : (
        <div className={styles.content} aria-busy="true">
          {skeleton}
        </div>
      )}
    </Card>
  )
}
