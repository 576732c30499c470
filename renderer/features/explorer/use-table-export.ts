import { useTakenExport } from '#renderer/app/use-taken-export.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { CallInput } from '#shared/contract/index.ts'

/** Asks for a table as a file, and takes it when it is there. */
export function useTableExport() {
  const tell = useTell()
  const { mutate: start, isPending } = useCommand('explorer.startExport')
  const { take, isRunning, ratio, cancel } = useTakenExport()
  return {
    run: (input: CallInput<'explorer.startExport'>): void =>
      start(input, { onSuccess: ({ id }) => take(id), onError: tell.failed }),
    isRunning: isPending || isRunning,
    ratio,
    cancel,
  }
}
