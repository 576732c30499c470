import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ListBase } from './url.ts'
import { placeOf, rowAt, sliceQuery, WINDOW } from './use-windows.ts'

/** The lists on screen: the whole one, or one a connection. */
type Lists = readonly { connectionId: string | null; count: number }[]

/** Where the open resource stands in the list behind it, and what stands before and after. */
export function useNeighbours(base: ListBase, lists: Lists, openId: number, onOpen: (id: number) => void) {
  const client = useQueryClient()
  // Read anew at each drawing: windows arrive while the drawer is open.
  const found = openId === 0 ? null : placeOf(client, base, lists, openId)
  const [list, index] = [found?.connectionId ?? null, found?.index ?? -1]
  const place = useMemo(() => (index < 0 ? null : { connectionId: list, index }), [list, index])
  const at = (step: number): number | undefined => {
    const target = index + step
    if (found === null || target < 0 || target >= found.count) return undefined
    return rowAt(client, base, list, target)?.id
  }
  // The window that the next step may need.
  useEffect(() => {
    if (index < 0) return
    for (const step of [-1, 1])
      void client.prefetchQuery(
        sliceQuery(base, { connectionId: list, page: Math.max(0, Math.floor((index + step) / WINDOW)) }),
      )
  }, [client, base, list, index])
  const [previous, next] = [at(-1), at(1)]
  return {
    place,
    onPrevious: previous === undefined ? null : () => onOpen(previous),
    onNext: next === undefined ? null : () => onOpen(next),
  }
}
