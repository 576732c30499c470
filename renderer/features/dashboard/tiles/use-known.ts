import { useMemo } from 'react'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useCall } from '#renderer/transport/use-call.ts'

/** What rows are named and led further by. */
export function useKnown() {
  const { levels, nameOf } = useDimensions()
  const { data } = useCall('connections.list', { hasArchived: true })
  return useMemo(() => ({ levels, nameOf, accounts: data?.items ?? [] }), [levels, nameOf, data])
}
