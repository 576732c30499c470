import { useCall } from '#renderer/transport/use-call.ts'

/** Whether nothing may go out now, and by whose word. False until it is known. */
export function useOffline(): { isOffline: boolean; by: 'switch' | 'policy' | 'broken' } {
  const { data } = useCall('network.getState', {})
  const by = data?.policyFile?.isBroken ? 'broken' : data?.offline === 'policy' ? 'policy' : 'switch'
  return { isOffline: data !== undefined && data.offline !== 'no', by }
}
