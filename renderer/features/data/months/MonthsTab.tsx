import { CalendarCheck2 } from 'lucide-react'
import { useState } from 'react'
import { CloseDialog } from '#renderer/app/months/CloseDialog.tsx'
import { MonthHistory } from '#renderer/app/months/MonthHistory.tsx'
import { ReopenDialog } from '#renderer/app/months/ReopenDialog.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ClosedMonthView } from '#shared/contract/rates.ts'
import { MonthsTable } from './MonthsTable.tsx'
import styles from './months.module.css'

type Opened = { kind: 'close' | 'reopen'; month: string }

/** Months of the ledger: closed ones stand, open ones follow the rates. */
export function MonthsTab() {
  const { t } = useText()
  const { role } = useSession()
  const list = useCall('months.list', {})
  const [opened, setOpened] = useState<Opened | null>(null)
  const mayClose = isGranted(role, 'settings.write')
  const { data, error } = list
  const monthOfKind = (kind: Opened['kind']): string | null => (opened?.kind === kind ? opened.month : null)
  const close = (): void => setOpened(null)
  const past = (data?.items ?? []).filter(({ closings }) => closings.length > 0)
  return (
    <div className={styles.stack}>
      <Card title={t('rates.months')} subtitle={t('rates.monthsText')} padding="none">
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
          <EmptyState icon={CalendarCheck2} title={t('rates.monthsNone')} text={t('rates.monthsNoneText')} />
        ) : null}
        {data && data.items.length > 0 ? (
          <MonthsTable
            items={data.items}
            mayClose={mayClose}
            onAct={(kind, { month }: ClosedMonthView) => setOpened({ kind, month })}
          />
        ) : null}
        {mayClose ? null : <p className={styles.foot}>{t('rates.m.locked')}</p>}
      </Card>
      {past.map((month) => (
        <MonthHistory key={month.month} month={month} />
      ))}
      <CloseDialog month={monthOfKind('close')} onClose={close} />
      <ReopenDialog month={monthOfKind('reopen')} onClose={close} />
    </div>
  )
}
