import { useEffect, useState } from 'react'
import { useSettled } from '#renderer/app/costs/use-settled.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { Period } from '#shared/contract/values.ts'
import type { PreviewView } from '../coverage.ts'

const ASK_AFTER_MS = 250

/** The rules on live data as they are written. The last good answer stays while the next one is on its way or refused. */
export function usePreview(tagId: string | null, rules: readonly AllocationRule[], { from, to }: Period) {
  const settled = useSettled(rules, ASK_AFTER_MS)
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall('allocation.preview', {
    tagId,
    rules: [...settled],
    from,
    to,
  })
  const [last, setLast] = useState<PreviewView | null>(null)
  useEffect(() => {
    if (data && !isPlaceholderData) setLast(data)
  }, [data, isPlaceholderData])
  const isStale = settled !== rules || isPlaceholderData || (isFetching && !data)
  return { answer: data ?? last, isStale, error, retry: () => void refetch() }
}
