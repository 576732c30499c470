import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { transport } from './transport.ts'
import type { TransportError } from './transport-error.ts'

type Options = {
  enabled?: boolean
  /** The last answer stays on screen while the next one is on its way. True unless said otherwise. */
  keepsPrevious?: boolean
}

/** The answer to a query of the contract; asked anew when an event says that it may differ. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, keepsPrevious = true }: Options = {},
): UseQueryResult<CallOutput<N>, TransportError> {
  return useQuery<CallOutput<N>, TransportError, CallOutput<N>, readonly unknown[]>({
    queryKey: [name, input],
    queryFn: () => transport.call(name, input),
    enabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData as never } : {}),
  })
}
