import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import { useRun } from '../use-run.ts'

/** `tag` null: none is being removed. */
export function RemoveTagDialog({ tag, onClose }: { tag: VirtualTag | null; onClose: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { run, isPending, error, reset } = useRun('allocation.removeTag')
  const close = (): void => {
    reset()
    onClose()
  }
  const remove = (): void => {
    if (tag === null) return
    run(
      { id: tag.id },
      {
        done: () => {
          tell.done(t('allocation.removed', { name: tag.name }))
          close()
        },
      },
    )
  }
  return (
    <ConfirmDialog
      isOpen={tag !== null}
      title={t('allocation.removeTitle', { name: tag?.name ?? '' })}
      confirmLabel={t('allocation.removeTag')}
      isPending={isPending}
      error={error}
      onClose={close}
      onConfirm={remove}
    >
      <p>{t('allocation.removeText')}</p>
    </ConfirmDialog>
  )
}
