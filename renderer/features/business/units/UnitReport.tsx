import { Sheet } from 'lucide-react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import styles from '../business.module.css'
import type { TabProps } from '../url.ts'
import { Drivers } from './Drivers.tsx'
import { UnitChart } from './UnitChart.tsx'
import { UnitControls } from './UnitControls.tsx'
import { UnitFigures } from './UnitFigures.tsx'
import { UnitTable } from './UnitTable.tsx'

type Props = TabProps & { series: SeriesView; choices: readonly SeriesView[] }

export function UnitReport(props: Props) {
  const { series, url, onChange, mayWrite } = props
  const { t } = useText()
  const { today } = useSession()
  const range = resolveViewPeriod(url.period, today)
  const { metric, vat, where, currency } = url
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall('business.getUnitCosts', {
    seriesId: series.id,
    ...range,
    granularity: url.step,
    ...{ metric, vat, where },
    part: series.tagId === null ? null : url.part,
    ...(currency ? { currency } : {}),
  })
  return (
    <div className={styles.stack}>
      <UnitControls {...props} range={range} answer={data} />
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {series.values === 0 ? (
        <Card>
          <EmptyState
            icon={Sheet}
            title={t('business.units.noValuesTitle', { name: series.name })}
            text={t('business.units.noValuesText')}
            action={
              mayWrite ? (
                <Button variant="primary" onClick={() => onChange({ tab: 'series', series: series.id })}>
                  {t('business.units.fill')}
                </Button>
              ) : undefined
            }
          />
        </Card>
      ) : data ? (
        <div className={styles.stack} data-stale={isPlaceholderData ? '' : undefined}>
          <UnitFigures series={series} costs={data} />
          <UnitChart series={series} costs={data} />
          <Drivers costs={data} url={url} />
          <UnitTable series={series} costs={data} url={url} />
        </div>
      ) : error ? null : (
        <div aria-busy="true">
          <Skeleton height={420} radius={10} />
        </div>
      )}
    </div>
  )
}
