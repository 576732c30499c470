import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import type { Day } from '#shared/lib/day.ts'
import { FileButton } from './FileButton.tsx'
import styles from './series.module.css'
import { ValueGrid } from './ValueGrid.tsx'
import { firstPage, isPageOf, movePage, rangeOfPage } from './value-grid.ts'

type Props = {
  series: SeriesView
  page: string | null
  mayWrite: boolean
  onPage: (page: string) => void
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A page of a series' values: a year of months or a month of days. */
export function ValuesCard({ series, page: asked, mayWrite, onPage }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const { step } = series
  const page = asked !== null && isPageOf(step, asked) ? asked : firstPage(step, series.lastDay, today)
  const range = rangeOfPage(step, page)
  const { data, error, isPlaceholderData, refetch, isFetching } = useCall('business.listValues', {
    id: series.id,
    ...range,
  })
  const isHere = data !== undefined && !isPlaceholderData
  return (
    <Card
      title={t('series.values.title', { name: series.name })}
      subtitle={mayWrite ? t('series.values.hint') : undefined}
      padding="none"
      actions={
        <>
          <span className={styles.mover}>
            <IconButton
              icon={ChevronLeft}
              size="sm"
              label={t('series.values.previous')}
              onClick={() => onPage(movePage(step, page, -1))}
            />
            <span className={styles.page} role="status" aria-label={t('series.values.period')}>
              {step === 'month' ? page : capitalised(format.month(`${page}-01` as Day))}
            </span>
            <IconButton
              icon={ChevronRight}
              size="sm"
              label={t('series.values.next')}
              onClick={() => onPage(movePage(step, page, 1))}
            />
          </span>
          {mayWrite ? <FileButton series={series} /> : null}
        </>
      }
    >
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {isHere ? (
        <ValueGrid series={series} page={page} items={data.items} mayWrite={mayWrite} />
      ) : error ? null : (
        <div aria-busy="true">
          <Skeleton height={360} />
        </div>
      )}
    </Card>
  )
}
