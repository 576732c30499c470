import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { transport } from '#renderer/transport/transport.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import type { LinesBase } from './url.ts'

/** Lines asked for at once. */
const WINDOW = 200

/** Named as `useCall` would name it: the same answer is kept once, whoever asks. */
export const windowQuery = (base: LinesBase, page: number) => {
  const input = { ...base, offset: page * WINDOW, limit: WINDOW }
  return {
    queryKey: ['ledger.listLines', input] as const,
    queryFn: (): Promise<CallOutput<'ledger.listLines'>> => transport.call('ledger.listLines', input),
  }
}

const peek = (client: QueryClient, base: LinesBase, page: number): readonly LedgerLineView[] | undefined =>
  client.getQueryData<CallOutput<'ledger.listLines'>>(windowQuery(base, page).queryKey)?.items

export const lineAt = (client: QueryClient, base: LinesBase, index: number): LedgerLineView | undefined =>
  peek(client, base, Math.floor(index / WINDOW))?.[index % WINDOW]

/** What a call gives at most. */
const MOST_LINES = 500

/** All of these, for the clipboard. They are not kept: there may be many. */
export async function fetchLines(
  client: QueryClient,
  base: LinesBase,
  first: number,
  last: number,
): Promise<LedgerLineView[]> {
  const lines: LedgerLineView[] = []
  while (first + lines.length <= last) {
    const offset = first + lines.length
    const limit = Math.min(MOST_LINES, last - offset + 1)
    const kept = Array.from({ length: limit }, (_, i) => lineAt(client, base, offset + i))
    const isHere = kept.every((line): line is LedgerLineView => line !== undefined)
    const items = isHere ? kept : (await transport.call('ledger.listLines', { ...base, offset, limit })).items
    if (items.length === 0) break
    lines.push(...(items as LedgerLineView[]))
  }
  return lines
}

/** The windows that hold rows `first` to `last`, and those that come next on either side. */
export function pagesAround(
  first: number,
  last: number,
  count: number,
): { inSight: number[]; ahead: number[] } {
  const lastPage = Math.max(0, Math.ceil(count / WINDOW) - 1)
  const page = (index: number): number => Math.min(lastPage, Math.max(0, Math.floor(index / WINDOW)))
  const [from, to] = [page(first), page(last)]
  const inSight = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const ahead = [page(first - WINDOW), page(last + WINDOW)].filter((each) => each < from || each > to)
  return { inSight, ahead }
}

/** A thumb that is dragged passes thousands of windows: only where it rests is asked for. */
const REST_MS = 70

/** Lines as they are looked at: windows that have been here stay at hand, those ahead come before they are in sight. */
export function useLines(base: LinesBase) {
  const client = useQueryClient()
  const [pages, setPages] = useState<readonly number[]>([])
  const timer = useRef(0)
  const queries = useQueries({ queries: pages.map((page) => windowQuery(base, page)) })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const want = useCallback(
    ({ inSight, ahead }: ReturnType<typeof pagesAround>): void => {
      const all = [...inSight, ...ahead]
      const set = (): void =>
        setPages((now) => (now.length === all.length && now.every((page, i) => page === all[i]) ? now : all))
      window.clearTimeout(timer.current)
      if (inSight.every((page) => peek(client, base, page) !== undefined)) set()
      else timer.current = window.setTimeout(set, REST_MS)
    },
    [client, base],
  )
  const failed = queries.find((query) => query.error !== null)
  return {
    want,
    line: (index: number) => lineAt(client, base, index),
    error: (failed?.error ?? null) as TransportError | null,
    retry: () => void failed?.refetch(),
    isFetching: queries.some((query) => query.isFetching),
  }
}
