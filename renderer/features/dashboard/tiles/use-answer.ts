import { useCall } from '#renderer/transport/use-call.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'

/** Asked as the explorer asks: how a view looks is no part of the question. */
export const useAnswer = (spec: ViewSpec) => useCall('explorer.getChart', { spec: { ...spec, look: 'bars' } })
