import { FileSpreadsheet, FileText, ReceiptText } from 'lucide-react'
import { useTakenExport } from '#renderer/app/use-taken-export.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from '../closing.module.css'
import { PostingsTable } from './PostingsTable.tsx'
import { UnmappedNotice } from './UnmappedNotice.tsx'

type Props = { month: string; onDocuments: () => void }

/** The rows as they will be written, and the file. */
export function PostingsCard({ month, onDocuments }: Props) {
  const { t } = useText()
  const tell = useTell()
  const list = useCall('oneC.listPostings', { month })
  const { mutate, isPending } = useCommand('oneC.startExport')
  const { take, isRunning } = useTakenExport()
  const { data, error } = list
  const isReady = data !== undefined && data.items.length > 0 && data.unmapped.length === 0
  const start = (format: 'xlsx' | 'txt'): void =>
    mutate({ month, format }, { onSuccess: ({ id }) => take(id), onError: tell.failed })
  return (
    <Card
      title={t('oneC.title')}
      subtitle={t('oneC.text')}
      padding="none"
      actions={
        isReady ? (
          <>
            <Button
              icon={FileText}
              title={t('oneC.txtHint')}
              isPending={isPending || isRunning}
              onClick={() => start('txt')}
            >
              {t('oneC.txt')}
            </Button>
            <Button
              variant="primary"
              icon={FileSpreadsheet}
              isPending={isPending || isRunning}
              onClick={() => start('xlsx')}
            >
              {t('oneC.xlsx')}
            </Button>
          </>
        ) : null
      }
    >
      {error ? (
        <div className={styles.inset}>
          <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
        </div>
      ) : null}
      {!data && !error ? (
        <div className={styles.inset} aria-busy="true">
          <Skeleton height={180} radius={6} />
        </div>
      ) : null}
      {data && data.unmapped.length > 0 ? (
        <UnmappedNotice unmapped={data.unmapped} onDocuments={onDocuments} />
      ) : null}
      {data && data.items.length === 0 ? (
        <EmptyState
          icon={ReceiptText}
          title={t('oneC.none')}
          text={t('oneC.noneText')}
          action={<Button onClick={onDocuments}>{t('oneC.toDocuments')}</Button>}
        />
      ) : null}
      {data && data.items.length > 0 ? <PostingsTable items={data.items} /> : null}
    </Card>
  )
}
