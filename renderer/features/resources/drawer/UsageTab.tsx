import { Activity } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { DayRange } from '#shared/lib/period.ts'
import type { UsageMetric } from '../usage.ts'
import { Block } from './Block.tsx'
import { TabBody } from './TabBody.tsx'
import { UsageChart } from './UsageChart.tsx'
import styles from './UsageTab.module.css'

type Props = { id: number; period: DayRange }

/** How much of it is used: each metric by day, on average and at its highest. */
export function UsageTab({ id, period }: Props) {
  const { t } = useText()
  const format = useFormat()
  const usage = useCall('resources.getUsage', { id, from: period.from, to: period.to })
  const range = format.dayRange(period.from, period.to)
  return (
    <TabBody query={usage}>
      {({ metrics }) =>
        metrics.length === 0 ? (
          <EmptyState
            icon={Activity}
            title={t('resources.usageNone')}
            text={t('resources.usageNoneText', { range })}
          />
        ) : (
          metrics.map((metric) => <Metric key={metric.metric} metric={metric} range={range} />)
        )
      }
    </TabBody>
  )
}

function Metric({ metric, range }: { metric: UsageMetric; range: string }) {
  const { t } = useText()
  const format = useFormat()
  const { average, peak, capacity, share, tier } = metric
  const inUnit = (value: number): string =>
    t(`resources.unit.${metric.metric}`, { value: format.number(value, 2) })
  return (
    <Block
      title={t(`resources.metric.${metric.metric}`)}
      actions={
        tier === null ? null : (
          <Badge tone={tier === 'medium' ? 'ok' : tier === 'high' ? 'warn' : 'info'} hasDot>
            {t(`resources.tier.${tier}`)}
          </Badge>
        )
      }
      note={range}
    >
      <dl className={styles.figures}>
        <div>
          <dt>{t('resources.average')}</dt>
          <dd>
            {inUnit(average)}
            {share === null ? '' : ` (${format.percent(share, { digits: 0 })})`}
          </dd>
        </div>
        <div>
          <dt>{t('resources.peak')}</dt>
          <dd>{inUnit(peak)}</dd>
        </div>
        {capacity === null ? null : (
          <div>
            <dt>{t('resources.capacity')}</dt>
            <dd>{inUnit(capacity)}</dd>
          </div>
        )}
      </dl>
      <UsageChart metric={metric} inUnit={inUnit} />
    </Block>
  )
}
