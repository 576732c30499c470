import { Scale } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from '../closing.module.css'
import type { TabProps } from '../url.ts'
import { LadderDrawer } from './LadderDrawer.tsx'
import { LaddersTable } from './LaddersTable.tsx'

type Props = TabProps & { account: string | null }

/** Every account of the month: what was accrued, what the act says, and why they differ. */
export function ReconciliationTab({ month, account, onChange, mayWrite }: Props) {
  const { t } = useText()
  const list = useCall('reconciliation.list', { month })
  const { data, error } = list
  const toDocuments = (): void => onChange({ tab: 'documents', account: null })
  return (
    <div className={styles.stack}>
      {data && data.unknownActs > 0 ? (
        <div className={styles.notice} role="note">
          <span>{t('closing.unknownActs', { count: data.unknownActs })}</span>
          <button type="button" className={styles.link} onClick={toDocuments}>
            {t('closing.unknownActsLink')}
          </button>
        </div>
      ) : null}
      <Card title={t('closing.reconciliation')} subtitle={t('closing.reconciliationText')} padding="none">
        {error ? (
          <div className={styles.inset}>
            <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
          </div>
        ) : null}
        {!data && !error ? (
          <div className={styles.inset} aria-busy="true">
            <Skeleton height={240} radius={6} />
          </div>
        ) : null}
        {data?.items.length === 0 ? (
          <EmptyState
            icon={Scale}
            title={t('closing.noLadders')}
            text={t('closing.noLaddersText')}
            action={<Button onClick={toDocuments}>{t('closing.toDocuments')}</Button>}
          />
        ) : null}
        {data && data.items.length > 0 ? (
          <LaddersTable items={data.items} onOpen={(id) => onChange({ account: id })} />
        ) : null}
      </Card>
      <LadderDrawer
        {...{ month, account, mayWrite }}
        isClosed={data?.isClosed ?? false}
        onClose={() => onChange({ account: null })}
      />
    </div>
  )
}
