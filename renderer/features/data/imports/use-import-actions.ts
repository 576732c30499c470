import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'

/** What can be done with a file that is not loaded yet. */
export function useImportActions(id: number) {
  const { t } = useText()
  const tell = useTell()
  const cancel = useCommand('imports.cancel')
  const resume = useCommand('imports.resume')
  const remove = useCommand('imports.remove')
  const onError = tell.failed
  return {
    cancel: { isPending: cancel.isPending, run: () => cancel.mutate({ id }, { onError }) },
    resume: { isPending: resume.isPending, run: () => resume.mutate({ id }, { onError }) },
    remove: {
      isPending: remove.isPending,
      run: (after?: () => void) =>
        remove.mutate(
          { id },
          {
            onError,
            onSuccess: () => {
              tell.done(t('imports.removed'))
              after?.()
            },
          },
        ),
    },
  }
}
