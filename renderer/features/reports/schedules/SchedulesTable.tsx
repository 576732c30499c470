import { PencilLine, Trash2 } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ReportScheduleView } from '#shared/contract/reports.ts'
import { shortTarget } from '../deliveries.ts'
import { RunStatus } from '../RunStatus.tsx'
import styles from '../reports.module.css'
import { ruleWords } from './rule.ts'

type Props = {
  items: readonly ReportScheduleView[]
  mayWrite: boolean
  onOpenRun: (runId: string) => void
  onEdit: (schedule: ReportScheduleView) => void
  onRemove: (schedule: ReportScheduleView) => void
}

export function SchedulesTable({ items, mayWrite, onOpenRun, onEdit, onRemove }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const tell = useTell()
  const { timeZone } = useSession()
  const update = useCommand('schedules.update')
  return (
    <Table label={t('reports.schedulesTable')}>
      <thead>
        <tr>
          <Th>{t('reports.scheduleReport')}</Th>
          <Th>{t('reports.scheduleRule')}</Th>
          <Th>{t('reports.nextAt')}</Th>
          <Th>{t('reports.lastAt')}</Th>
          <Th>{t('reports.isOn')}</Th>
          {mayWrite ? (
            <Th align="end">
              <span className="visually-hidden">{t('common.more')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((schedule) => {
          const { id, name, reportName, rule, formats, deliveries, isOn, nextAtMs, last } = schedule
          const words = ruleWords(rule, t, language)
          return (
            <tr key={id}>
              <Td>
                <span className={styles.strong}>{name}</span>
                <span className={styles.under}>
                  {[
                    ...(reportName === name ? [] : [reportName]),
                    formats.map((one) => t(`reports.format.${one}`)).join(', '),
                    deliveries.map((target) => shortTarget(target, t)).join('; ') || t('reports.archiveOnly'),
                  ].join(' · ')}
                </span>
              </Td>
              <Td>
                {schedule.timeZone === timeZone || rule.kind === 'close'
                  ? words
                  : t('reports.words.zone', { words, zone: schedule.timeZone })}
              </Td>
              <Td tone={isOn ? undefined : 'muted'}>
                {isOn && nextAtMs !== null ? format.instant(nextAtMs) : '—'}
              </Td>
              <Td>
                {last ? (
                  <button type="button" className={styles.run} onClick={() => onOpenRun(last.runId)}>
                    <span className="visually-hidden">{t('reports.toRun', { name })}</span>
                    <span className={styles.line}>
                      <RunStatus status={last.status} />
                      {last.isLate ? <Badge tone="warn">{t('reports.lastLate')}</Badge> : null}
                    </span>
                    <span className={styles.under}>{format.instant(last.atMs)}</span>
                  </button>
                ) : (
                  <span className={styles.soft}>—</span>
                )}
              </Td>
              <Td>
                <Checkbox
                  label={t(isOn ? 'reports.turnOff' : 'reports.turnOn', { name })}
                  isLabelHidden
                  // What was just pressed is shown at once; a refusal takes it back.
                  value={
                    update.isPending && update.variables.id === id ? update.variables.isOn === true : isOn
                  }
                  isDisabled={!mayWrite}
                  onChange={(on) => update.mutate({ id, isOn: on }, { onError: tell.failed })}
                />
              </Td>
              {mayWrite ? (
                <Td align="end">
                  <span className={styles.acts}>
                    <IconButton
                      icon={PencilLine}
                      size="sm"
                      label={t('reports.scheduleEditOf', { name })}
                      onClick={() => onEdit(schedule)}
                    />
                    <IconButton
                      icon={Trash2}
                      size="sm"
                      label={t('reports.scheduleRemoveOf', { name })}
                      onClick={() => onRemove(schedule)}
                    />
                  </span>
                </Td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
