import { FileText, FileUp, PencilLine, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useDropTarget } from '#renderer/app/drop/drop-target.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { ActDrawer } from './ActDrawer.tsx'
import { ActsTable } from './ActsTable.tsx'
import styles from './documents.module.css'
import { LoadResults } from './LoadResults.tsx'
import { PaymentsCard } from './PaymentsCard.tsx'
import { TypedDialog } from './TypedDialog.tsx'
import { useDocumentsLoader } from './use-documents-loader.ts'
import { firstDay } from './view.ts'

type Props = { month: string; onMonth: (month: string) => void }

/** Documents of suppliers for a month, and what the bank has paid for them. */
export function DocumentsTab({ month, onMonth }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { role } = useSession()
  const mayWrite = isGranted(role, 'data.write')
  const loader = useDocumentsLoader()
  const [openId, setOpenId] = useState<string | null>(null)
  const [isTyping, setTyping] = useState(false)
  const { data, error, refetch, isFetching } = useCall('acts.list', { month, limit: 500 })
  useDropTarget({ title: t('acts.drop'), text: t('acts.dropText'), give: loader.give }, mayWrite)
  const unknown = data?.items.filter(({ connectionId }) => connectionId === null).length ?? 0

  const tools = mayWrite ? (
    <>
      <Button
        icon={FileUp}
        variant="primary"
        isPending={loader.isPending}
        title={t('acts.loadHint')}
        onClick={() => void loader.choose()}
      >
        {t('acts.load')}
      </Button>
      <Button icon={PencilLine} onClick={() => setTyping(true)}>
        {t('acts.type')}
      </Button>
    </>
  ) : null

  return (
    <div className={styles.stack}>
      {loader.loaded ? (
        <LoadResults
          loaded={loader.loaded}
          month={month}
          onOpen={setOpenId}
          onMonth={onMonth}
          onClose={loader.clear}
        />
      ) : null}
      <Card
        title={t('acts.title', { month: format.month(firstDay(month)) })}
        subtitle={t('acts.subtitle')}
        padding="none"
        actions={tools}
      >
        {unknown > 0 ? (
          <div className={styles.notice} role="status">
            <TriangleAlert size={16} aria-hidden />
            <div>
              <p className={styles.strong}>{t('acts.unknownCount', { count: unknown })}</p>
              <p>{t('acts.unknownText')}</p>
            </div>
          </div>
        ) : null}
        {error ? (
          <div className={styles.inset}>
            <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
          </div>
        ) : !data ? (
          <div className={styles.inset} aria-busy="true">
            <Skeleton height={220} radius={10} />
          </div>
        ) : data.items.length === 0 ? (
          <EmptyState icon={FileText} title={t('acts.emptyTitle')} text={t('acts.emptyText')} />
        ) : (
          <ActsTable items={data.items} month={month} onOpen={setOpenId} />
        )}
      </Card>
      <PaymentsCard month={month} mayWrite={mayWrite} onOpen={setOpenId} />
      <ActDrawer id={openId} mayWrite={mayWrite} onOpen={setOpenId} onClose={() => setOpenId(null)} />
      <TypedDialog month={month} isOpen={isTyping} onClose={() => setTyping(false)} />
    </div>
  )
}
