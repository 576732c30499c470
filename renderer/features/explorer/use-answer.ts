import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { plainView } from '#renderer/app/costs/view-query.ts'
import { useShown } from '#renderer/app/use-shown.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { chartQuery, chartSpec, rowsQuery } from './rows-query.ts'
import type { PageState } from './use-explorer.ts'

/** What the page shows when nothing is asked of it. */
export const prefetchPlain = (client: QueryClient): Promise<unknown> =>
  Promise.all([
    client.prefetchQuery(chartQuery(plainView)),
    client.prefetchQuery(rowsQuery({ spec: plainView, unit: null, search: '' }, 0)),
  ])

const HAS_ROWS: readonly ViewSpec['look'][] = [
  'bars',
  'lines',
  'treemap',
  'pie',
  'waterfall',
  'table',
  'number',
]

/** The answer to a view, and the view that it answers; the last one stays on screen until the next is there. */
export function useAnswer(wanted: ViewSpec, page: PageState) {
  const client = useQueryClient()
  const { look, sort } = wanted
  const { unit, q: search, lines } = page
  // The table is on its way at the same time as the chart, and is waited for by itself.
  const warm = useCallback(
    (spec: ViewSpec) => {
      if (!lines && HAS_ROWS.includes(look))
        void client.prefetchQuery(rowsQuery({ spec: { ...spec, sort }, unit, search }, 0))
      return client.prefetchQuery(chartQuery(spec))
    },
    [client, look, sort, unit, search, lines],
  )
  const { shown, isBusy } = useShown(chartSpec(wanted), warm)
  const { data, error, refetch, isFetching } = useCall(
    'explorer.getChart',
    { spec: shown },
    { keepsPrevious: false },
  )
  return { shown, answer: data, error, retry: () => void refetch(), isFetching, isBusy }
}
