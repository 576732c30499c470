import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { plainView } from '#renderer/app/costs/view-query.ts'
import { useShown } from '#renderer/app/use-shown.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'

/** What of a view the answer depends on: another look at it asks nothing anew. */
const asked = (spec: ViewSpec): ViewSpec => ({ ...spec, look: 'bars' })

/** Named as `useCall` would name it: the same answer is kept once, whoever asks. */
const prefetchChart = (client: QueryClient, spec: ViewSpec): Promise<void> =>
  client.prefetchQuery({
    queryKey: ['explorer.getChart', { spec: asked(spec) }],
    queryFn: () => transport.call('explorer.getChart', { spec: asked(spec) }),
  })

/** What the page shows when nothing is asked of it. */
export const prefetchPlain = (client: QueryClient): Promise<void> => prefetchChart(client, plainView)

/** The answer to a view, and the view that it answers; the last one stays on screen until the next is there. */
export function useAnswer(wanted: ViewSpec) {
  const client = useQueryClient()
  const warm = useCallback((spec: ViewSpec) => prefetchChart(client, spec), [client])
  const { shown, isBusy } = useShown(asked(wanted), warm)
  const { data, error, refetch, isFetching } = useCall(
    'explorer.getChart',
    { spec: shown },
    { keepsPrevious: false },
  )
  return { shown, answer: data, error, retry: () => void refetch(), isFetching, isBusy }
}
