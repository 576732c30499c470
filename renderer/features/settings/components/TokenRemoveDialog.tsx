import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { TokenView } from './TokensTable.tsx'

type Props = { token: TokenView | null; onClose: () => void }

export function TokenRemoveDialog({ token, onClose }: Props) {
  const { t } = useText()
  const tell = useTell()
  const remove = useCommand('tokens.remove')
  const name = token?.name ?? ''
  const close = (): void => {
    remove.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={token !== null}
      title={t('tokens.removeTitle', { name })}
      confirmLabel={t('tokens.remove')}
      isDanger
      isPending={remove.isPending}
      error={remove.error}
      onClose={close}
      onConfirm={() => {
        if (!token) return
        remove.mutate(
          { id: token.id },
          {
            onSuccess: () => {
              close()
              tell.done(t('tokens.removed', { name }))
            },
          },
        )
      }}
    >
      <p>{t('tokens.removeText')}</p>
    </ConfirmDialog>
  )
}
