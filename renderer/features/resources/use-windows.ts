import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { transport } from '#renderer/transport/transport.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ResourceView } from '#shared/contract/resources.ts'
import type { ListBase } from './url.ts'

/** Rows asked for at once. */
export const WINDOW = 200

/** A window of the whole list, or of one connection's part of it. */
export type Slice = { connectionId: string | null; page: number }

const inputOf = (base: ListBase, { connectionId, page }: Slice) => ({
  ...base,
  filter: connectionId === null ? base.filter : { ...base.filter, connectionId },
  offset: page * WINDOW,
  limit: WINDOW,
})

/** Named as `useCall` would name it: the same answer is kept once, whoever asks. */
export const sliceQuery = (base: ListBase, slice: Slice) => {
  const input = inputOf(base, slice)
  return {
    queryKey: ['resources.list', input] as const,
    queryFn: (): Promise<CallOutput<'resources.list'>> => transport.call('resources.list', input),
  }
}

const peek = (client: QueryClient, base: ListBase, slice: Slice): readonly ResourceView[] | undefined =>
  client.getQueryData<CallOutput<'resources.list'>>(sliceQuery(base, slice).queryKey)?.items

export function rowAt(
  client: QueryClient,
  base: ListBase,
  connectionId: string | null,
  index: number,
): ResourceView | undefined {
  return peek(client, base, { connectionId, page: Math.floor(index / WINDOW) })?.[index % WINDOW]
}

/** Where a resource stands among the windows that are here; null where it is not among them. */
export function placeOf(
  client: QueryClient,
  base: ListBase,
  lists: readonly { connectionId: string | null; count: number }[],
  id: number,
): { connectionId: string | null; index: number; count: number } | null {
  for (const { connectionId, count } of lists) {
    for (let page = 0; page * WINDOW < count; page += 1) {
      const at = peek(client, base, { connectionId, page })?.findIndex((row) => row.id === id) ?? -1
      if (at >= 0) return { connectionId, index: page * WINDOW + at, count }
    }
  }
  return null
}

/** A thumb that is dragged passes hundreds of windows: only where it rests is asked for. */
const REST_MS = 70

/**
 * Windows of a list as they are looked at. Those that have been here stay in the cache, so that scrolling back shows
 * them at once; those ahead are asked for before they come into sight.
 */
export function useWindows(base: ListBase) {
  const client = useQueryClient()
  const [slices, setSlices] = useState<readonly Slice[]>([])
  const timer = useRef(0)
  const queries = useQueries({ queries: slices.map((slice) => sliceQuery(base, slice)) })
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const want = useCallback(
    (inSight: readonly Slice[], ahead: readonly Slice[]): void => {
      const all = [...inSight, ...ahead]
      const set = (): void => setSlices((now) => (isSame(now, all) ? now : all))
      window.clearTimeout(timer.current)
      if (inSight.every((slice) => peek(client, base, slice) !== undefined)) set()
      else timer.current = window.setTimeout(set, REST_MS)
    },
    [client, base],
  )
  const failed = queries.find((query) => query.error !== null)
  return {
    want,
    row: (connectionId: string | null, index: number) => rowAt(client, base, connectionId, index),
    error: (failed?.error ?? null) as TransportError | null,
    retry: () => void failed?.refetch(),
    isFetching: queries.some((query) => query.isFetching),
  }
}

const isSame = (a: readonly Slice[], b: readonly Slice[]): boolean =>
  a.length === b.length &&
  a.every((slice, at) => slice.connectionId === b[at]?.connectionId && slice.page === b[at]?.page)

/** The windows that hold rows `first` to `last`, and those that come next on either side. */
export function slicesAround(
  connectionId: string | null,
  first: number,
  last: number,
  count: number,
): { inSight: Slice[]; ahead: Slice[] } {
  const lastPage = Math.max(0, Math.ceil(count / WINDOW) - 1)
  const page = (index: number): number => Math.min(lastPage, Math.max(0, Math.floor(index / WINDOW)))
  const [from, to] = [page(first), page(last)]
  const inSight = Array.from({ length: to - from + 1 }, (_, i) => ({ connectionId, page: from + i }))
  const ahead = [page(first - WINDOW), page(last + WINDOW)]
    .filter((each) => each < from || each > to)
    .map((each) => ({ connectionId, page: each }))
  return { inSight, ahead }
}
