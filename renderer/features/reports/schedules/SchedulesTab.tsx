import { CalendarClock, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ReportScheduleView } from '#shared/contract/reports.ts'
import styles from '../reports.module.css'
import type { TabProps } from '../url.ts'
import { DueCalendar } from './DueCalendar.tsx'
import { RemoveSchedule } from './RemoveSchedule.tsx'
import { type Asked, ScheduleDialog } from './ScheduleDialog.tsx'
import { SchedulesTable } from './SchedulesTable.tsx'

/** When reports come out by themselves, and the calendar of it. */
export function SchedulesTab({ url, onChange }: TabProps) {
  const { t } = useText()
  const { role } = useSession()
  const list = useCall('schedules.list', {})
  const reports = useCall('reports.list', {})
  const [asked, setAsked] = useState<Asked | null>(null)
  const [removing, setRemoving] = useState<ReportScheduleView | null>(null)
  const mayWrite = isGranted(role, 'data.write')
  const { schedule: forReport } = url
  // Sent here to make one for a report: asked once, then the address is plain again.
  useEffect(() => {
    if (forReport === null) return
    if (mayWrite) setAsked({ schedule: null, reportId: forReport })
    onChange({ schedule: null })
  }, [forReport, mayWrite, onChange])
  const { data, error } = list
  const hasReports = (reports.data?.items.length ?? 0) > 0
  return (
    <div className={styles.stack}>
      <Card
        title={t('reports.schedules')}
        subtitle={t('reports.schedulesText')}
        padding="none"
        actions={
          mayWrite && hasReports ? (
            <Button size="sm" icon={Plus} onClick={() => setAsked({ schedule: null, reportId: null })}>
              {t('reports.scheduleAdd')}
            </Button>
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
            <Skeleton height={120} radius={6} />
          </div>
        ) : null}
        {data?.items.length === 0 ? (
          <EmptyState
            icon={CalendarClock}
            title={t('reports.schedulesNone')}
            text={t(hasReports || !mayWrite ? 'reports.schedulesNoneText' : 'reports.schedulesNeedReport')}
            action={
              mayWrite && !hasReports && reports.data ? (
                <Button onClick={() => onChange({ tab: 'list' })}>{t('reports.toReports')}</Button>
              ) : null
            }
          />
        ) : null}
        {data && data.items.length > 0 ? (
          <SchedulesTable
            items={data.items}
            mayWrite={mayWrite}
            onOpenRun={(run) => onChange({ run })}
            onEdit={(schedule) => setAsked({ schedule, reportId: schedule.reportId })}
            onRemove={setRemoving}
          />
        ) : null}
      </Card>
      {data && data.items.length > 0 ? (
        <DueCalendar
          month={url.calendar}
          onMonth={(calendar) => onChange({ calendar })}
          onOpenRun={(run) => onChange({ run })}
        />
      ) : null}
      <ScheduleDialog asked={asked} reports={reports.data?.items ?? []} onClose={() => setAsked(null)} />
      <RemoveSchedule schedule={removing} onClose={() => setRemoving(null)} />
    </div>
  )
}
