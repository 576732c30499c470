import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { BackupView } from '#shared/contract/backups.ts'
import styles from './Section.module.css'

type Props = { backup: BackupView | null; onClose: () => void }

export function RestoreDialog({ backup, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const restore = useCommand('backups.startRestore')
  const close = (): void => {
    restore.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={backup !== null}
      title={backup ? t('settings.restoreTitle', { when: format.instant(backup.atMs) }) : ''}
      confirmLabel={t('settings.restoreConfirm')}
      isPending={restore.isPending}
      error={restore.error}
      onClose={close}
      onConfirm={() => {
        if (backup) restore.mutate({ id: backup.id }, { onSuccess: close })
      }}
    >
      <ul className={styles.points}>
        <li>{t('settings.restoreWhat1')}</li>
        <li>{t('settings.restoreWhat2')}</li>
        <li>{t('settings.restoreWhat3')}</li>
      </ul>
    </ConfirmDialog>
  )
}
