import { Fragment } from 'react'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SnapshotView } from '#shared/contract/sync.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import styles from './HistoryDialog.module.css'

const TONES: Record<SnapshotView['status'], Tone> = {
  running: 'info',
  done: 'ok',
  partial: 'warn',
  failed: 'bad',
  interrupted: 'bad',
  cancelled: 'neutral',
}
const COLUMNS = 9

type Props = { items: readonly SnapshotView[]; isBusy: boolean }

export function SnapshotsTable({ items, isBusy }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={t('connections.history')} maxHeight="60vh" isBusy={isBusy} className={styles.table}>
      <thead>
        <tr>
          <Th>{t('connections.history.started')}</Th>
          <Th>{t('connections.history.status')}</Th>
          <Th>{t('connections.history.trigger')}</Th>
          <Th align="end">{t('connections.history.took')}</Th>
          <Th align="end">{t('connections.history.found')}</Th>
          <Th align="end">{t('connections.history.created')}</Th>
          <Th align="end">{t('connections.history.updated')}</Th>
          <Th align="end">{t('connections.history.gone')}</Th>
          <Th align="end">{t('connections.history.cost')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const hasMore = item.problem !== null || item.failures.length > 0
          return (
            <Fragment key={item.id}>
              <tr data-has-more={hasMore || undefined}>
                <Td>{format.instant(item.startedAtMs)}</Td>
                <Td>
                  <Badge tone={TONES[item.status]} hasDot>
                    {t(`connections.history.status.${item.status}`)}
                  </Badge>
                </Td>
                <Td tone="muted">{t(`sync.trigger.${item.trigger}`)}</Td>
                <Td align="end" tone="muted">
                  {tookWords(item, t)}
                </Td>
                <Td align="end">{format.number(item.found)}</Td>
                <Td align="end">{format.number(item.created)}</Td>
                <Td align="end">{format.number(item.updated)}</Td>
                <Td align="end">{format.number(item.gone)}</Td>
                <Td align="end">{item.monthlyCost ? <Amount money={item.monthlyCost} /> : '—'}</Td>
              </tr>
              {hasMore ? (
                <tr>
                  <Td colSpan={COLUMNS} className={styles.trouble}>
                    <Failures item={item} />
                  </Td>
                </tr>
              ) : null}
            </Fragment>
          )
        })}
      </tbody>
    </Table>
  )
}

function Failures({ item }: { item: SnapshotView }) {
  const { t, language } = useText()
  return (
    <ul>
      {item.problem ? (
        <li className={styles.problem}>{describeProblem(item.problem, language).title}</li>
      ) : null}
      {item.failures.map(({ endpoint, region, project, status, problem }) => {
        const place = [region, project, endpoint].filter(Boolean).join(', ')
        const why = problem ? describeProblem(problem, language).title : t(`connections.history.${status}`)
        return <li key={`${place} ${status}`}>{`${place}: ${why}`}</li>
      })}
    </ul>
  )
}

function tookWords({ startedAtMs, finishedAtMs }: SnapshotView, t: Translate): string {
  if (finishedAtMs === null) return '—'
  const all = Math.max(0, Math.round((finishedAtMs - startedAtMs) / 1000))
  const seconds = all % 60
  return all < 60
    ? t('connections.history.seconds', { seconds })
    : t('connections.history.minutes', { minutes: Math.floor(all / 60), seconds })
}
