import { Archive, Search, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useSettled } from '#renderer/app/costs/use-settled.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from '../reports.module.css'
import type { TabProps } from '../url.ts'
import { ArchiveActions } from './ArchiveActions.tsx'
import archive from './archive.module.css'
import { RunsTable } from './RunsTable.tsx'
import { recentMonths } from './run-view.ts'
import { type Verified, VerifyResult } from './VerifyResult.tsx'

const PAGE_SIZE = 50
const MONTHS = 36
/** Letters come faster than answers are needed. */
const REST_MS = 200

/** Everything that was produced, the latest first. */
export function ArchiveTab({ url, onChange }: TabProps) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const [verified, setVerified] = useState<Verified | null>(null)
  const search = useSettled(url.q.trim().slice(0, 200), REST_MS)
  const reports = useCall('reports.list', {})
  const list = useCall('reports.listRuns', {
    search,
    offset: (url.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
    ...(url.month === '' ? {} : { month: url.month }),
    ...(url.of === null ? {} : { reportId: url.of }),
  })
  const { data, error } = list
  const isNarrowed = search !== '' || url.month !== '' || url.of !== null
  const months = recentMonths(today, MONTHS)
  const open = (run: string): void => onChange({ run })
  return (
    <div className={styles.stack}>
      {verified ? <VerifyResult verified={verified} onOpen={open} onClose={() => setVerified(null)} /> : null}
      <Card
        title={t('reports.archive')}
        subtitle={
          data && data.total > 0
            ? t('reports.archiveSize', {
                files: format.bytes(data.bytes),
                retention:
                  data.retention.months === null
                    ? t('reports.keepsAll')
                    : t('reports.keepsMonths', { count: data.retention.months }),
              })
            : t('reports.archiveText')
        }
        padding="none"
        actions={<ArchiveActions retention={data?.retention ?? null} onVerified={setVerified} />}
      >
        <div className={archive.tools}>
          <div className={archive.search}>
            <TextField
              type="search"
              label={t('reports.search')}
              isLabelHidden
              icon={Search}
              placeholder={t('reports.searchHint')}
              maxLength={200}
              value={url.q}
              onChange={(q) => onChange({ q, page: 1 })}
            />
          </div>
          <Select<string>
            label={t('reports.month')}
            isLabelHidden
            value={url.month}
            options={[
              { value: '', label: t('reports.allMonths') },
              ...months.map((month) => ({ value: month.slice(0, 7), label: format.month(month) })),
            ]}
            onChange={(month) => onChange({ month, page: 1 })}
          />
          <Combobox
            label={t('reports.ofReport')}
            value={url.of}
            options={(reports.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(of) => onChange({ of, page: 1 })}
          />
        </div>
        {error ? (
          <div className={styles.inset}>
            <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
          </div>
        ) : null}
        {!data && !error ? (
          <div className={styles.inset} aria-busy="true">
            <Skeleton height={220} radius={6} />
          </div>
        ) : null}
        {data?.total === 0 ? (
          isNarrowed ? (
            <EmptyState
              icon={SearchX}
              title={t('reports.archiveNoneFound')}
              text={t('reports.archiveNoneFoundText')}
              action={
                <Button onClick={() => onChange({ q: '', month: '', of: null, page: 1 })}>
                  {t('common.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={Archive}
              title={t('reports.archiveNone')}
              text={t('reports.archiveNoneText')}
              action={
                <Button variant="primary" onClick={() => onChange({ tab: 'list' })}>
                  {t('reports.toReports')}
                </Button>
              }
            />
          )
        ) : null}
        {data && data.total > 0 ? (
          <RunsTable items={data.items} isBusy={list.isPlaceholderData} onOpen={open} />
        ) : null}
      </Card>
      {data ? (
        <Pager
          page={url.page}
          pageSize={PAGE_SIZE}
          shown={data.items.length}
          total={data.total}
          onPage={(page) => onChange({ page })}
        />
      ) : null}
    </div>
  )
}
