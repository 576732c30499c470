import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ReportView } from '#shared/contract/reports.ts'
import { ProduceDialog, type Producible } from '../ProduceDialog.tsx'
import styles from '../reports.module.css'
import { linkOfTemplate, type TabProps } from '../url.ts'
import { NoReports } from './NoReports.tsx'
import { RemoveReport } from './RemoveReport.tsx'
import { ReportsTable } from './ReportsTable.tsx'
import { Templates } from './Templates.tsx'

/** The organisation's own reports, and those that are there from the start. */
export function ListTab({ onChange }: TabProps) {
  const { t } = useText()
  const { role } = useSession()
  const [, navigate] = useLocation()
  const list = useCall('reports.list', {})
  const [producing, setProducing] = useState<Producible | null>(null)
  const [removing, setRemoving] = useState<ReportView | null>(null)
  const mayWrite = isGranted(role, 'data.write')
  const { data, error } = list
  return (
    <div className={styles.stack}>
      <Card title={t('reports.own')} subtitle={t('reports.ownText')} padding="none">
        {error ? (
          <div className={styles.inset}>
            <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
          </div>
        ) : null}
        {!data && !error ? (
          <div className={styles.inset} aria-busy="true">
            <Skeleton height={160} radius={6} />
          </div>
        ) : null}
        {data?.items.length === 0 ? (
          <NoReports mayWrite={mayWrite} onStart={() => navigate(linkOfTemplate('cfoBrief'))} />
        ) : null}
        {data && data.items.length > 0 ? (
          <ReportsTable
            items={data.items}
            mayWrite={mayWrite}
            onChange={onChange}
            onProduce={({ id, name }) => setProducing({ name, reportId: id })}
            onRemove={setRemoving}
          />
        ) : null}
      </Card>
      <Templates onProduce={(name, spec) => setProducing({ name, spec, isUnsaved: false })} />
      <ProduceDialog
        what={producing}
        onStarted={(run) => {
          setProducing(null)
          onChange({ run })
        }}
        onClose={() => setProducing(null)}
      />
      <RemoveReport report={removing} onClose={() => setRemoving(null)} />
    </div>
  )
}
