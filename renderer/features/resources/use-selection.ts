import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { nothingSelected, type Selection, withIds } from './selection.ts'
import { filterText, type ListBase } from './url.ts'
import { sliceQuery, WINDOW } from './use-windows.ts'

/**
 * What is chosen for a bulk change. It goes when the filter changes: nobody should change what they no longer see
 * listed. Ranges and "all" reach beyond the rows that are here, so they may have to ask.
 */
export function useSelection(base: ListBase) {
  const client = useQueryClient()
  const tell = useTell()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const anchor = useRef<number | null>(null)
  const filter = filterText(base.filter)
  const lastFilter = useRef(filter)
  useEffect(() => {
    if (lastFilter.current === filter) return
    lastFilter.current = filter
    anchor.current = null
    setSelection(nothingSelected)
  }, [filter])

  const asked = useCallback(
    async (ids: () => Promise<readonly number[]>): Promise<void> => {
      try {
        const found = await ids()
        setSelection((now) => withIds(now, found, true))
      } catch (error) {
        if (error instanceof TransportError) tell.failed(error)
      }
    },
    [tell],
  )

  const clear = useCallback(() => {
    anchor.current = null
    setSelection(nothingSelected)
  }, [])
  const toggle = useCallback((id: number, index: number | null, isSelected?: boolean) => {
    anchor.current = index
    setSelection((now) => withIds(now, [id], isSelected ?? !now.has(id)))
  }, [])
  const all = useCallback(
    () => void asked(async () => (await transport.call('resources.listIds', { filter: base.filter })).ids),
    [asked, base],
  )
  /** From the row that was toggled last to this one. */
  const range = useCallback(
    (index: number) => {
      const [from, to] = [Math.min(anchor.current ?? index, index), Math.max(anchor.current ?? index, index)]
      void asked(async () => {
        const pages = []
        for (let page = Math.floor(from / WINDOW); page <= Math.floor(to / WINDOW); page += 1)
          pages.push(client.ensureQueryData(sliceQuery(base, { connectionId: null, page })))
        const first = Math.floor(from / WINDOW) * WINDOW
        const rows = (await Promise.all(pages)).flatMap(({ items }) => items)
        return rows.slice(from - first, to - first + 1).map((row) => row.id)
      })
    },
    [asked, base, client],
  )
  return { selection, toggle, range, all, clear }
}

export type SelectionState = ReturnType<typeof useSelection>
