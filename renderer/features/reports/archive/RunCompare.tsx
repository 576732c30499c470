import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { isCurrency } from '#shared/lib/currency.ts'
import styles from './archive.module.css'
import { changeOf } from './run-view.ts'

type Props = { runId: string }

const PAGE_SIZE = 50

/** The same report of the month before, figure by figure; asked for when somebody wants it. */
export function RunCompare({ runId }: Props) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.section} aria-label={t('reports.compareTitle')}>
      <div>
        <Button icon={GitCompareArrows} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'reports.compareHide' : 'reports.compare')}
        </Button>
      </div>
      {isOpen ? <Compared runId={runId} /> : null}
    </section>
  )
}

function Compared({ runId }: Props) {
  const { t } = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const { data, error, refetch, isFetching } = useCall('reports.compareRuns', { runId })
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton height={160} radius={8} />
      </div>
    )
  if (data.withRunId === null)
    return (
      <div className={styles.note} role="status">
        <p className={styles.strong}>{t('reports.compareNone')}</p>
        <p className={styles.soft}>{t('reports.compareNoneText')}</p>
      </div>
    )
  if (data.items.length === 0)
    return (
      <p className={styles.note} role="status">
        {t('reports.compareSame', { count: data.same })}
      </p>
    )
  const figure = (amount: string | null, unit: string | null, sign = false): string => {
    if (amount === null) return '—'
    return unit !== null && isCurrency(unit)
      ? format.money({ amount, currency: unit }, { sign })
      : `${sign && !amount.startsWith('-') && amount !== '0' ? '+' : ''}${format.number(amount, 4)}${unit ? ` ${unit}` : ''}`
  }
  const from = (page - 1) * PAGE_SIZE
  const shown = data.items
    .slice(from, from + PAGE_SIZE)
    .map((item, at) => ({ ...item, key: `${from + at} ${item.name}` }))
  return (
    <>
      <Table label={t('reports.compareTable')}>
        <thead>
          <tr>
            <Th>{t('reports.compare.what')}</Th>
            <Th align="end">{t('reports.compare.before')}</Th>
            <Th align="end">{t('reports.compare.after')}</Th>
            <Th align="end">{t('reports.compare.change')}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, block, name, column, unit, before, after }) => (
            <tr key={key}>
              <Td>
                {name}
                <span className={styles.under}>
                  {[block, column].filter((one) => one !== '').join(' · ')}
                </span>
              </Td>
              <Td align="end">{figure(before, unit)}</Td>
              <Td align="end">{figure(after, unit)}</Td>
              <Td align="end" tone="strong">
                {figure(changeOf(before, after), unit, true)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager
        page={page}
        pageSize={PAGE_SIZE}
        shown={shown.length}
        total={data.items.length}
        onPage={setPage}
      />
      {data.same > 0 ? <p className={styles.soft}>{t('reports.compareRest', { count: data.same })}</p> : null}
    </>
  )
}
