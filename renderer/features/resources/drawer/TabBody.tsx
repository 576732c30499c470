import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

type Props<T> = { query: UseQueryResult<T, TransportError>; children: (data: T) => ReactNode }

/** A tab that asks for its own data: its shape while it waits, the reason when it cannot have it. */
export function TabBody<T>({ query, children }: Props<T>) {
  const { data, error, isFetching, refetch } = query
  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {data === undefined ? (
        error ? null : (
          <div aria-busy="true">
            <Skeleton height={200} radius={10} />
          </div>
        )
      ) : (
        children(data)
      )}
    </>
  )
}
