import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'

type Ends<N extends CallName> = {
  done: (output: CallOutput<N>) => void
  /** Where no banner shows the error. */
  failed?: (error: TransportError) => void
}

/** A command whose end is told also when what gave it has left the screen by then: the last item of a list, say. */
export function useRun<N extends CallName>(name: N) {
  const { mutateAsync, isPending, error, reset } = useCommand(name)
  const run = (input: CallInput<N>, { done, failed }: Ends<N>): void => {
    mutateAsync(input).then(done, (failure: unknown) => {
      if (!(failure instanceof TransportError)) throw failure
      failed?.(failure)
    })
  }
  return { run, isPending, error, reset }
}
