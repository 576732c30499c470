import {
  Archive,
  CalendarClock,
  Copy,
  Ellipsis,
  FileDown,
  FileOutput,
  PencilRuler,
  Trash2,
} from 'lucide-react'
import { useLocation } from 'wouter'
import { freeName } from '#renderer/app/free-name.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ReportView } from '#shared/contract/reports.ts'
import { RunStatus } from '../RunStatus.tsx'
import styles from '../reports.module.css'
import { linkOfReport, type SetUrl } from '../url.ts'
import { usePeriodWords } from '../use-period-words.ts'
import { useSaveReportFile } from '../use-report-file.ts'

type Props = {
  items: readonly ReportView[]
  mayWrite: boolean
  onChange: SetUrl
  onProduce: (report: ReportView) => void
  onRemove: (report: ReportView) => void
}

export function ReportsTable({ items, mayWrite, onChange, onProduce, onRemove }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const [, navigate] = useLocation()
  const periodWords = usePeriodWords()
  const saveFile = useSaveReportFile()
  const add = useCommand('reports.add')
  const copy = ({ name, spec }: ReportView): void => {
    const free = freeName(
      t('reports.copyName', { name }),
      items.map((item) => item.name),
    )
    add.mutate(
      { name: free, spec },
      { onSuccess: () => tell.done(t('reports.copied', { name: free })), onError: tell.failed },
    )
  }
  const open = ({ id }: ReportView): void => navigate(linkOfReport(id))
  return (
    <Table label={t('reports.ownTable')}>
      <thead>
        <tr>
          <Th>{t('reports.name')}</Th>
          <Th>{t('reports.changed')}</Th>
          <Th>{t('reports.lastRun')}</Th>
          <Th>{t('reports.tab.schedules')}</Th>
          <Th align="end">
            <span className="visually-hidden">{t('common.more')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((report) => (
          <tr key={report.id}>
            <Td>
              <button
                type="button"
                className={styles.name}
                aria-label={t('reports.openOf', { name: report.name })}
                onClick={() => open(report)}
              >
                {report.name}
              </button>
              <span className={styles.under}>
                {periodWords(report.spec.period)} ·{' '}
                {t('reports.blocks', { count: report.spec.blocks.length })}
              </span>
            </Td>
            <Td>
              {format.instant(report.updatedAtMs)}
              {report.byName ? <span className={styles.under}>{report.byName}</span> : null}
            </Td>
            <Td>
              {report.lastRun ? (
                <button
                  type="button"
                  className={styles.run}
                  onClick={() => report.lastRun && onChange({ run: report.lastRun.id })}
                >
                  <span className="visually-hidden">{t('reports.toRun', { name: report.name })}</span>
                  <RunStatus status={report.lastRun.status} />
                  <span className={styles.under}>{format.instant(report.lastRun.atMs)}</span>
                </button>
              ) : (
                <span className={styles.soft}>{t('reports.never')}</span>
              )}
            </Td>
            <Td tone={report.schedules > 0 ? undefined : 'muted'}>
              {report.schedules > 0
                ? t('reports.scheduled', { count: report.schedules })
                : t('reports.noSchedule')}
            </Td>
            <Td align="end">
              <span className={styles.acts}>
                <Button
                  size="sm"
                  icon={FileOutput}
                  aria-label={t('reports.produceOf', { name: report.name })}
                  onClick={() => onProduce(report)}
                >
                  {t('reports.produce')}
                </Button>
                <Menu
                  label={t('reports.acts', { name: report.name })}
                  sections={[
                    {
                      id: 'report',
                      items: [
                        { id: 'open', label: t('reports.open'), icon: PencilRuler, run: () => open(report) },
                        ...(mayWrite
                          ? [
                              {
                                id: 'copy',
                                label: t('reports.copy'),
                                icon: Copy,
                                run: () => copy(report),
                              },
                              {
                                id: 'schedule',
                                label: t('reports.schedule'),
                                icon: CalendarClock,
                                run: () => onChange({ tab: 'schedules', schedule: report.id }),
                              },
                            ]
                          : []),
                        {
                          id: 'runs',
                          label: t('reports.runsOf'),
                          icon: Archive,
                          run: () => onChange({ tab: 'archive', of: report.id, page: 1 }),
                        },
                        {
                          id: 'file',
                          label: t('reports.saveFile'),
                          icon: FileDown,
                          run: () => saveFile(report.name, report.spec),
                        },
                      ],
                    },
                    ...(mayWrite
                      ? [
                          {
                            id: 'remove',
                            items: [
                              {
                                id: 'remove',
                                label: t('reports.remove'),
                                icon: Trash2,
                                isDanger: true,
                                run: () => onRemove(report),
                              },
                            ],
                          },
                        ]
                      : []),
                  ]}
                  trigger={(props) => (
                    <IconButton
                      icon={Ellipsis}
                      size="sm"
                      label={t('reports.acts', { name: report.name })}
                      {...props}
                    />
                  )}
                />
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
