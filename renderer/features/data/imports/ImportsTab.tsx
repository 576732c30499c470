import { Inbox } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { DataUrl, SetUrl } from '../url.ts'
import { doneStatuses, openStatuses, PAGE_SIZE } from '../view.ts'
import { DoneImports } from './DoneImports.tsx'
import { FolderCard } from './FolderCard.tsx'
import { ImportDetails } from './ImportDetails.tsx'
import styles from './imports.module.css'
import { OpenImports } from './OpenImports.tsx'
import { StartCard } from './StartCard.tsx'

/** Far more than anybody leaves undecided. */
const MOST_OPEN = 200

type Props = { url: DataUrl; onChange: SetUrl }

export function ImportsTab({ url, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const shown = useRef(url.open)
  // What had the focus went with what it led from: the keys go on at the beginning of what is shown now.
  useEffect(() => {
    if (shown.current === url.open) return
    shown.current = url.open
    box.current?.focus({ preventScroll: true })
  }, [url.open])
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {url.open === 0 ? (
        <ImportsList url={url} onChange={onChange} />
      ) : (
        <ImportDetails key={url.open} id={url.open} onChange={onChange} />
      )}
    </div>
  )
}

/** What waits for a decision stands above what is loaded. */
function ImportsList({ url, onChange }: Props) {
  const { t } = useText()
  const may = useMayImport()
  const open = useCall('imports.list', { statuses: [...openStatuses], limit: MOST_OPEN })
  const done = useCall('imports.list', {
    statuses: [...doneStatuses],
    offset: (url.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  const failed = open.error ? open : done.error ? done : null
  const isEmpty = open.data?.total === 0 && done.data?.total === 0
  return (
    <div className={styles.stack}>
      <div className={styles.start} data-alone={may === 'take' ? undefined : ''}>
        <StartCard />
        {may === 'take' ? <FolderCard /> : null}
      </div>
      {failed?.error ? (
        <ErrorBanner
          error={failed.error}
          onRetry={() => void failed.refetch()}
          isRetrying={failed.isFetching}
        />
      ) : null}
      {!(open.data && done.data) && !failed ? (
        <div aria-busy="true">
          <Skeleton height={240} radius={10} />
        </div>
      ) : null}
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={Inbox}
            title={t('imports.none')}
            text={may === 'take' ? t('imports.noneText') : undefined}
          />
        </Card>
      ) : null}
      {open.data && open.data.total > 0 ? (
        <OpenImports items={open.data.items} onOpen={(id) => onChange({ open: id })} />
      ) : null}
      {done.data && done.data.total > 0 ? (
        <DoneImports
          items={done.data.items}
          total={done.data.total}
          page={url.page}
          isBusy={done.isPlaceholderData}
          onPage={(page) => onChange({ page })}
          onOpen={(id) => onChange({ open: id })}
        />
      ) : null}
    </div>
  )
}
