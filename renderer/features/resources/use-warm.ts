import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { transport } from '#renderer/transport/transport.ts'
import { useLook } from './look.ts'
import type { ListBase, ListView } from './url.ts'
import { isSectionOpen } from './use-section-list.ts'
import { sliceQuery } from './use-windows.ts'

/** As many open sections as one window can show. */
const FIRST_SECTIONS = 3

/** Brings what a view shows first, so that it can change in one step. */
export function useWarm(view: ListView): (base: ListBase) => Promise<void> {
  const client = useQueryClient()
  return useCallback(
    async (base) => {
      const whole = client.prefetchQuery(sliceQuery(base, { connectionId: null, page: 0 }))
      if (view === 'sections') {
        const input = { filter: base.filter }
        const { items } = await client.ensureQueryData({
          queryKey: ['resources.listSections', input],
          queryFn: () => transport.call('resources.listSections', input),
        })
        const { folded } = useLook.getState()
        const open = items.filter((section) => isSectionOpen(section, items, folded))
        await Promise.all(
          open
            .slice(0, FIRST_SECTIONS)
            .map(({ connectionId }) => client.prefetchQuery(sliceQuery(base, { connectionId, page: 0 }))),
        )
      }
      await whole
    },
    [client, view],
  )
}
