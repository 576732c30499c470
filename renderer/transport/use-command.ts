import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { refreshAfterCommand } from './invalidation.ts'
import { transport } from './transport.ts'
import type { TransportError } from './transport-error.ts'

type Mutation<N extends CallName> = UseMutationResult<CallOutput<N>, TransportError, CallInput<N>>
type Then<N extends CallName> = {
  onSuccess?: (output: CallOutput<N>) => void
  onError?: (error: TransportError) => void
}
/** For each of its states, so that `isPending` still tells that there are `variables`. */
type Told<N extends CallName, M> = M extends unknown
  ? Omit<M, 'mutate'> & { mutate(input: CallInput<N>, then?: Then<N>): void }
  : never
type Command<N extends CallName> = Told<N, Mutation<N>>

/**
 * A command of the contract: `mutate(input)`, `isPending`, `error`. What is to follow does follow, even where the change
 * itself took the asking component off the page: an event of it may come before its answer.
 */
export function useCommand<N extends CallName>(name: N): Command<N> {
  const client = useQueryClient()
  const mutation: Mutation<N> = useMutation<CallOutput<N>, TransportError, CallInput<N>>({
    mutationKey: [name],
    mutationFn: (input) => transport.call(name, input),
    onSuccess: () => refreshAfterCommand(client, name),
  })
  const { mutateAsync } = mutation
  const mutate = useCallback(
    (input: CallInput<N>, { onSuccess, onError }: Then<N> = {}): void => {
      mutateAsync(input).then(onSuccess, onError ?? (() => undefined))
    },
    [mutateAsync],
  )
  return { ...mutation, mutate } as Command<N>
}
