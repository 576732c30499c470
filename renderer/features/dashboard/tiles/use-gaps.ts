import { useMemo } from 'react'
import { useCall } from '#renderer/transport/use-call.ts'
import type { DayRange } from '#shared/lib/period.ts'
import type { SpendGap } from '../spend-gaps.ts'

/** Days between an account's first and last that nothing tells of: what is drawn there is too low. */
export function useGaps({ from, to }: DayRange): readonly SpendGap[] {
  const { data } = useCall('imports.getCoverage', { from, to })
  return useMemo(
    () =>
      data?.accounts.flatMap(({ connectionId, name, gaps }) =>
        gaps.map((gap) => ({ connectionId, name, ...gap })),
      ) ?? [],
    [data],
  )
}
