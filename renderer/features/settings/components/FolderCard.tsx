import { Copy, FolderOpen } from 'lucide-react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { copyPlainText } from '#renderer/ui/press-copy.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './Section.module.css'

/** A window opens the folder; a browser may not, so there the path is copied. */
export function FolderCard() {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const about = useCall('app.getAbout', {})
  const open = (): void => {
    transport.host['host.openDataFolder']({}).catch((error: unknown) => {
      if (error instanceof TransportError) tell.failed(error)
    })
  }
  const copy = (path: string): void => {
    if (copyPlainText(path)) tell.done(t('settings.pathCopied'))
    else showToast({ tone: 'bad', text: t('common.copyFailed') })
  }
  return (
    <Card title={t('settings.folder')} subtitle={t('settings.folderText')}>
      {about.error ? <ErrorBanner error={about.error} onRetry={() => void about.refetch()} /> : null}
      {about.data ? (
        <div className={styles.stack}>
          <code className={styles.path}>{about.data.dataFolder}</code>
          <div className={styles.actions}>
            {transport.kind === 'ipc' ? (
              <Button icon={FolderOpen} onClick={open}>
                {t('settings.openFolder')}
              </Button>
            ) : null}
            <Button icon={Copy} onClick={() => copy(about.data.dataFolder)}>
              {t('settings.copyPath')}
            </Button>
            <span className={styles.muted}>
              {t('settings.storeSize', { size: format.bytes(about.data.storeBytes) })}
            </span>
          </div>
        </div>
      ) : about.error ? null : (
        <Skeleton height={40} radius={6} />
      )}
    </Card>
  )
}
