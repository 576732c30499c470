import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TransportError } from '#renderer/transport/transport-error.ts'

/** Rows asked for at once. */
export const WINDOW = 200

type Answer<T> = { items: readonly T[]; total: number }

/** How a list is asked for a window of it; the same object for as long as it is the same list. */
export type WindowSource<T> = {
  key: (page: number) => readonly unknown[]
  ask: (page: number) => Promise<Answer<T>>
}

const queryOf = <T>(source: WindowSource<T>, page: number) => ({
  queryKey: source.key(page),
  queryFn: () => source.ask(page),
})

const peek = <T>(client: QueryClient, source: WindowSource<T>, page: number): readonly T[] | undefined =>
  client.getQueryData<Answer<T>>(source.key(page))?.items

/** A thumb that is dragged passes thousands of windows: only where it rests is asked for. */
const REST_MS = 70

/** Rows as they are looked at: windows that have been here stay at hand, those ahead come before they are in sight. */
export function useWindowed<T>(source: WindowSource<T>, count: number) {
  const client = useQueryClient()
  const [pages, setPages] = useState<readonly number[]>([])
  const timer = useRef(0)
  const queries = useQueries({ queries: pages.map((page) => queryOf(source, page)) })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const onRange = useCallback(
    (first: number, last: number): void => {
      const lastPage = Math.max(0, Math.ceil(count / WINDOW) - 1)
      const page = (index: number): number => Math.min(lastPage, Math.max(0, Math.floor(index / WINDOW)))
      const inSight = range(page(first), page(last))
      const all = range(page(first - WINDOW), page(last + WINDOW))
      const set = (): void =>
        setPages((now) => (now.length === all.length && now.every((each, i) => each === all[i]) ? now : all))
      window.clearTimeout(timer.current)
      if (inSight.every((each) => peek(client, source, each) !== undefined)) set()
      else timer.current = window.setTimeout(set, REST_MS)
    },
    [client, source, count],
  )
  const itemsBetween = useCallback(
    async (first: number, last: number): Promise<readonly T[]> => {
      const items: T[] = []
      for (const page of range(Math.floor(first / WINDOW), Math.floor(last / WINDOW))) {
        const answer = await client.fetchQuery({
          ...queryOf(source, page),
          staleTime: Number.POSITIVE_INFINITY,
        })
        const from = page * WINDOW
        items.push(...answer.items.slice(Math.max(0, first - from), last - from + 1))
      }
      return items
    },
    [client, source],
  )
  const failed = queries.find((query) => query.error !== null)
  const arrived = queries.map(({ dataUpdatedAt }) => dataUpdatedAt).join()
  const itemAt = useMemo(() => reader(client, source, arrived), [client, source, arrived])
  return {
    onRange,
    itemAt,
    itemsBetween,
    error: (failed?.error ?? null) as TransportError | null,
    retry: () => void failed?.refetch(),
    isFetching: queries.some((query) => query.isFetching),
  }
}

/** Made anew with each answer that arrives, so that whoever draws rows draws them again. */
function reader<T>(client: QueryClient, source: WindowSource<T>, _arrived: string) {
  return (index: number): T | null =>
    peek(client, source, Math.floor(index / WINDOW))?.[index % WINDOW] ?? null
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
