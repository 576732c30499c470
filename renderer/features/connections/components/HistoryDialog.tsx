import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import styles from './HistoryDialog.module.css'
import { SnapshotsTable } from './SnapshotsTable.tsx'

type Props = { item: ConnectionView; onClose: () => void }

const PAGE = 20
const AT_MOST = 500

/** Every look at the account, newest first, with what did not answer. */
export function HistoryDialog({ item, onClose }: Props) {
  const { t } = useText()
  const [limit, setLimit] = useState(PAGE)
  const { data, error, isFetching, refetch } = useCall('sync.listSnapshots', {
    connectionId: item.id,
    limit,
  })
  return (
    <Dialog title={t('connections.history.title', { name: item.name })} isOpen onClose={onClose} width={980}>
      <div className={styles.body}>
        {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
        {data === undefined && !error ? (
          <div aria-busy="true">
            <Skeleton height={160} radius={6} />
          </div>
        ) : null}
        {data?.items.length === 0 ? <p className={styles.none}>{t('connections.history.none')}</p> : null}
        {data && data.items.length > 0 ? <SnapshotsTable items={data.items} isBusy={isFetching} /> : null}
        {data && data.total > data.items.length && limit < AT_MOST ? (
          <Button
            size="sm"
            variant="ghost"
            isPending={isFetching}
            onClick={() => setLimit(Math.min(AT_MOST, limit + PAGE))}
          >
            {t('connections.history.more')}
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}
