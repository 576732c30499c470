import { ChevronDown, Download, FileSpreadsheet, FileText, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { DataUrl, SetUrl } from '../url.ts'
import styles from './QuarantineTab.module.css'
import { RejectedTable } from './RejectedTable.tsx'

const PAGE_SIZE = 100
/** As many imports as one list is chosen from. */
const MOST_IMPORTS = 500

/** Rows that could not be read, with their places and reasons. */
export function QuarantineTab({ url, onChange }: { url: DataUrl; onChange: SetUrl }) {
  const { t } = useText()
  const format = useFormat()
  const only = url.import === 0 ? {} : { id: url.import }
  const list = useCall('imports.listRejected', {
    ...only,
    offset: (url.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  const imports = useCall('imports.list', { limit: MOST_IMPORTS })
  const withRows = imports.data?.items.filter(({ id, rowsRejected }) => rowsRejected > 0 || id === url.import)
  const { data, error, isPlaceholderData } = list
  return (
    <Card
      title={t('data.quarantine')}
      subtitle={t('data.quarantineText')}
      padding="none"
      actions={
        <>
          {withRows && withRows.length > 0 ? (
            <div className={styles.filter}>
              <Select
                label={t('data.q.import')}
                isLabelHidden
                value={String(url.import)}
                options={[
                  { value: '0', label: t('data.q.all') },
                  ...withRows.map(({ id, fileName, rowsRejected }) => ({
                    value: String(id),
                    label: `${fileName} (${format.number(rowsRejected)})`,
                  })),
                ]}
                onChange={(id) => onChange({ import: Number(id), page: 1 })}
              />
            </div>
          ) : null}
          {data && data.total > 0 ? <ExportMenu only={only} /> : null}
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
          <Skeleton height={240} radius={6} />
        </div>
      ) : null}
      {data && data.total === 0 ? (
        <EmptyState
          icon={ShieldCheck}
          title={t('data.q.none')}
          text={t(url.import === 0 ? 'data.q.noneText' : 'data.q.noneOf')}
        />
      ) : null}
      {data && data.total > 0 ? (
        <>
          <RejectedTable
            items={data.items}
            isBusy={isPlaceholderData}
            hasFile={url.import === 0}
            onImport={(open) => onChange({ tab: 'imports', open, import: 0, page: 1 })}
          />
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

/** The rows as they stood in the file, to be mended and loaded on their own. */
function ExportMenu({ only }: { only: { id?: number } }) {
  const { t, language } = useText()
  const save = useFileSaver()
  const [isPending, setPending] = useState(false)
  const run = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setPending(true)
    await save(() => transport.call('imports.exportRejected', { ...only, format, language }))
    setPending(false)
  }
  return (
    <Menu
      label={t('data.q.export')}
      sections={[
        {
          id: 'files',
          label: t('data.q.exportWhat'),
          items: [
            {
              id: 'xlsx',
              label: t('data.q.exportXlsx'),
              icon: FileSpreadsheet,
              run: () => void run('xlsx'),
            },
            { id: 'csv', label: t('data.q.exportCsv'), icon: FileText, run: () => void run('csv') },
          ],
        },
      ]}
      trigger={(props) => (
        <Button icon={Download} isPending={isPending} {...props}>
          {t('data.q.export')}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}
