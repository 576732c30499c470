import { Archive, DatabaseBackup } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { BackupView } from '#shared/contract/backups.ts'
import { BackupsTable } from './BackupsTable.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import styles from './Section.module.css'

export function BackupsCard() {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const list = useCall('backups.list', {})
  const add = useCommand('backups.add')
  const [chosen, setChosen] = useState<BackupView | null>(null)
  const makeOne = (): void =>
    add.mutate(
      {},
      {
        onSuccess: ({ bytes }) => tell.done(t('settings.backupDone', { size: format.bytes(bytes) })),
        onError: tell.failed,
      },
    )
  const items = list.data?.items
  return (
    <Card
      title={t('settings.backups')}
      subtitle={t('settings.backupsText')}
      padding="none"
      actions={
        <Button variant="primary" icon={Archive} isPending={add.isPending} onClick={makeOne}>
          {t('settings.backupNow')}
        </Button>
      }
    >
      {list.error ? (
        <div className={styles.inset}>
          <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {items === undefined && !list.error ? (
        <div className={styles.inset}>
          <Skeleton height={72} radius={6} />
        </div>
      ) : null}
      {items?.length === 0 ? (
        <EmptyState
          icon={DatabaseBackup}
          title={t('settings.noBackups')}
          text={t('settings.noBackupsText')}
        />
      ) : null}
      {items && items.length > 0 ? <BackupsTable items={items} onRestore={setChosen} /> : null}
      <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />
    </Card>
  )
}
