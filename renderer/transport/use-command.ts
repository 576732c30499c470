import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { refreshAfterCommand } from './invalidation.ts'
import { transport } from './transport.ts'
import type { TransportError } from './transport-error.ts'

/** A command of the contract: `mutate(input)`, `isPending`, `error`. */
export function useCommand<N extends CallName>(
  name: N,
): UseMutationResult<CallOutput<N>, TransportError, CallInput<N>> {
  const client = useQueryClient()
  return useMutation<CallOutput<N>, TransportError, CallInput<N>>({
    mutationKey: [name],
    mutationFn: (input) => transport.call(name, input),
    onSuccess: () => refreshAfterCommand(client, name),
  })
}
