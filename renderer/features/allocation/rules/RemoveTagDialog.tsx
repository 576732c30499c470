import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'

/** `tag` null: none is being removed. */
export function RemoveTagDialog({ tag, onClose }: { tag: VirtualTag | null; onClose: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('allocation.removeTag')
  const close = (): void => {
    reset()
    onClose()
  }
  const remove = (): void => {
    if (tag === null) return
    mutate(
      { id: tag.id },
      {
        onSuccess: () => {
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
