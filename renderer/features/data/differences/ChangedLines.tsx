import { ChevronDown, Download, FileSpreadsheet, FileText, X } from 'lucide-react'
import { useState } from 'react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { differenceKinds, Since } from '#shared/contract/differences.ts'
import { firstDay } from '../months.ts'
import { changedKinds, type DataUrl, type SetUrl } from '../url.ts'
import { ChangedTable } from './ChangedTable.tsx'
import styles from './differences.module.css'
import type { ChangedMonth } from './MonthsOfChange.tsx'

const PAGE_SIZE = 100

type Props = { since: Since; of: ChangedMonth | null; url: DataUrl; onChange: SetUrl }

/** Line by line, the largest change first. */
export function ChangedLines({ since, of, url, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const filter = {
    since,
    ...(of ? { connectionId: of.connectionId, month: of.month } : {}),
    ...(url.kind === 'all' ? {} : { kind: url.kind }),
  }
  const list = useCall('differences.listLines', {
    ...filter,
    offset: (url.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  const { data, error, isPlaceholderData } = list
  const where = of ? { account: of.connectionName, month: format.month(firstDay(of.month)) } : null
  return (
    <Card
      title={t('differences.linesTitle')}
      subtitle={where ? t('differences.linesOf', where) : t('differences.linesText')}
      padding="none"
      actions={
        <>
          {where ? (
            <Button icon={X} onClick={() => onChange({ account: '', span: '', page: 1 })}>
              {t('differences.allLines')}
            </Button>
          ) : null}
          <Segmented
            label={t('differences.kinds')}
            value={url.kind}
            options={changedKinds.map((value) => ({ value, label: t(`differences.kind.${value}`) }))}
            onChange={(kind) => onChange({ kind, page: 1 })}
          />
          {data && data.total > 0 ? <ExportMenu filter={filter} /> : null}
        </>
      }
    >
      {error ? (
        <div className={styles.inset}>
          <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
        </div>
      ) : null}
      {!data && !error ? (
        <div className={styles.inset} aria-busy="true">
          <Skeleton height={320} radius={6} />
        </div>
      ) : null}
      {data ? (
        <>
          <ChangedTable items={data.items} isBusy={isPlaceholderData} hasAccount={of === null} />
          {data.isCut ? (
            <p className={styles.cut}>{t('differences.most', { count: format.number(data.total) })}</p>
          ) : null}
          <Pager
            page={url.page}
            pageSize={PAGE_SIZE}
            shown={data.items.length}
            total={data.total}
            onPage={(page) => onChange({ page })}
          />
        </>
      ) : null}
    </Card>
  )
}

type Filter = { since: Since; connectionId?: string; month?: string; kind?: (typeof differenceKinds)[number] }

const FILES = [
  { id: 'xlsx', icon: FileSpreadsheet, format: 'xlsx', preset: 'excelRu' },
  { id: 'csvRu', icon: FileText, format: 'csv', preset: 'excelRu' },
  { id: 'csvMachine', icon: FileText, format: 'csv', preset: 'machine' },
  { id: 'csv1251', icon: FileText, format: 'csv', preset: 'win1251' },
] as const

function ExportMenu({ filter }: { filter: Filter }) {
  const { t, language } = useText()
  const save = useFileSaver()
  const [isPending, setPending] = useState(false)
  const run = async ({ format, preset }: (typeof FILES)[number]): Promise<void> => {
    setPending(true)
    await save(() => transport.call('differences.export', { ...filter, format, preset, language }))
    setPending(false)
  }
  return (
    <Menu
      label={t('differences.export')}
      sections={[
        {
          id: 'files',
          label: t('differences.exportWhat'),
          items: FILES.map((file) => ({
            id: file.id,
            label: t(`differences.${file.id}`),
            icon: file.icon,
            run: () => void run(file),
          })),
        },
      ]}
      trigger={(props) => (
        <Button icon={Download} isPending={isPending} {...props}>
          {t('differences.export')}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}
