import { ChartNoAxesCombined, Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { SeriesDialog } from '../series/SeriesDialog.tsx'
import type { TabProps } from '../url.ts'
import { UnitReport } from './UnitReport.tsx'

/** What one of something costs, and why it costs otherwise than before. */
export function UnitsTab({ url, onChange, mayWrite }: TabProps) {
  const { t } = useText()
  const { data, error, isFetching, refetch } = useCall('business.listSeries', {})
  const [isAdding, setAdding] = useState(false)
  if (!data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={420} radius={10} />
      </div>
    )
  const choices = data.items.filter(({ role }) => role === 'units')
  const series = choices.find(({ id }) => id === url.series) ?? choices[0]
  if (!series)
    return (
      <Card>
        <EmptyState
          icon={ChartNoAxesCombined}
          title={t('business.units.emptyTitle')}
          text={t('business.units.emptyText')}
          action={
            mayWrite ? (
              <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>
                {t('business.units.addSeries')}
              </Button>
            ) : undefined
          }
        />
        <SeriesDialog
          series={null}
          isOpen={isAdding}
          onClose={() => setAdding(false)}
          onSaved={(id) => onChange({ tab: 'series', series: id, page: null })}
        />
      </Card>
    )
  return <UnitReport series={series} choices={choices} url={url} onChange={onChange} mayWrite={mayWrite} />
}
