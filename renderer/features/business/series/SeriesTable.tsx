import { PencilLine, Trash2 } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import styles from './series.module.css'

type Props = {
  items: readonly SeriesView[]
  chosenId: string | null
  mayWrite: boolean
  onChoose: (id: string) => void
  onEdit: (series: SeriesView) => void
  onRemove: (series: SeriesView) => void
}

export function SeriesTable({ items, chosenId, mayWrite, onChoose, onEdit, onRemove }: Props) {
  const { t } = useText()
  const { data } = useCall('explorer.listDimensions', {})
  const tagName = (id: string): string => data?.virtual.find((tag) => tag.id === id)?.name ?? '…'
  const wordsOf = ({ unit, currency, step, kind, tagId }: SeriesView): string =>
    [
      currency ?? unit,
      t(`series.step.${step}`).toLowerCase(),
      t(`series.kindShort.${kind}`),
      ...(tagId === null ? [] : [t('series.by', { name: tagName(tagId) })]),
    ].join(', ')
  return (
    <Table label={t('series.list')}>
      <thead>
        <tr>
          <Th>{t('series.name')}</Th>
          <Th>{t('series.span')}</Th>
          <Th>{t('series.gaps')}</Th>
          {mayWrite ? (
            <Th align="end">
              <span className="visually-hidden">{t('series.edit')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {items.map((series) => (
          <tr key={series.id} data-chosen={series.id === chosenId ? '' : undefined} className={styles.row}>
            <Td>
              <button
                type="button"
                className={styles.name}
                aria-pressed={series.id === chosenId}
                aria-label={t('series.choose', { name: series.name })}
                onClick={() => onChoose(series.id)}
              >
                {series.name}
              </button>
              {series.role === 'revenue' ? (
                <span className={styles.mark}>
                  <Badge>{t('series.role.revenue')}</Badge>
                </span>
              ) : null}
              <span className={styles.under}>{wordsOf(series)}</span>
            </Td>
            <Td>
              <Span series={series} />
            </Td>
            <Td>
              <Gaps series={series} />
            </Td>
            {mayWrite ? (
              <Td align="end">
                <span className={styles.acts}>
                  <IconButton
                    icon={PencilLine}
                    size="sm"
                    label={t('series.editOf', { name: series.name })}
                    onClick={() => onEdit(series)}
                  />
                  <IconButton
                    icon={Trash2}
                    size="sm"
                    label={t('series.removeOf', { name: series.name })}
                    onClick={() => onRemove(series)}
                  />
                </span>
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Span({ series }: { series: SeriesView }) {
  const { t } = useText()
  const format = useFormat()
  const { firstDay, lastDay, values, step } = series
  if (firstDay === null || lastDay === null) return <>{t('series.none')}</>
  const word = (day: typeof firstDay): string => (step === 'month' ? format.month(day) : format.day(day))
  return (
    <>
      {firstDay === lastDay ? word(firstDay) : `${word(firstDay)} — ${word(lastDay)}`}
      <span className={styles.under}>{t('series.values', { count: values })}</span>
    </>
  )
}

/** Told in words: what is missing, and what is there and is nothing. */
function Gaps({ series: { gaps, zeros } }: { series: SeriesView }) {
  const { t } = useText()
  if (gaps.length === 0 && zeros === 0) return <>—</>
  return (
    <span className={styles.badges}>
      {gaps.length > 0 ? <Badge tone="warn">{t('series.gapCount', { count: gaps.length })}</Badge> : null}
      {zeros > 0 ? <Badge>{t('series.zeroCount', { count: zeros })}</Badge> : null}
    </span>
  )
}
