import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ReportRunView } from '#shared/contract/reports.ts'
import { RunStatus } from '../RunStatus.tsx'
import styles from '../reports.module.css'
import { bytesOf, isSpoilt } from './run-view.ts'

type Props = { items: readonly ReportRunView[]; isBusy: boolean; onOpen: (runId: string) => void }

export function RunsTable({ items, isBusy, onOpen }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={t('reports.archiveTable')} isBusy={isBusy}>
      <thead>
        <tr>
          <Th>{t('reports.run.title')}</Th>
          <Th>{t('reports.run.made')}</Th>
          <Th>{t('reports.run.files')}</Th>
          <Th>{t('reports.run.state')}</Th>
          <Th>{t('reports.run.asOf')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((run) => {
          const when = format.instant(run.finishedAtMs ?? run.startedAtMs)
          const by = run.byName ?? (run.scheduleId === null ? null : t('reports.run.bySchedule'))
          return (
            <tr key={run.id}>
              <Td>
                <button
                  type="button"
                  className={styles.name}
                  aria-label={t('reports.run.open', { name: run.title, when })}
                  onClick={() => onOpen(run.id)}
                >
                  {run.title}
                </button>
                {run.period ? (
                  <span className={styles.under}>{format.dayRange(run.period.from, run.period.to)}</span>
                ) : null}
              </Td>
              <Td>
                {when}
                <span className={styles.under}>{[by, run.why].filter(Boolean).join(' · ')}</span>
              </Td>
              <Td>
                {run.formats.map((one) => t(`reports.format.${one}`)).join(', ')}
                {run.files.length > 0 ? (
                  <span className={styles.under}>{format.bytes(bytesOf(run))}</span>
                ) : null}
              </Td>
              <Td>
                <span className={styles.line}>
                  <RunStatus status={run.status} />
                  {isSpoilt(run) ? <Badge tone="bad">{t('reports.fileState.changed')}</Badge> : null}
                  {run.deliveries.some(({ status }) => status === 'failed') ? (
                    <Badge tone="warn">{t('reports.delivery.failed')}</Badge>
                  ) : null}
                </span>
              </Td>
              <Td tone="muted">{format.instant(run.asOfMs)}</Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
