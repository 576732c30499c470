import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { UsageMetric } from '../usage.ts'
import { usageOption } from './usage-chart.ts'

type Props = { metric: UsageMetric; inUnit: (value: number) => string }

export function UsageChart({ metric, inUnit }: Props) {
  const { t } = useText()
  const theme = useChartTheme()
  const format = useFormat()
  const option = useMemo(
    () =>
      usageOption(metric, theme, {
        average: t('resources.average'),
        peak: t('resources.peak'),
        capacity: t('resources.capacity'),
        inUnit: (value) => t(`resources.unit.${metric.metric}`, { value: format.number(value, 2) }),
        axis: (value) => format.number(value, 1),
        dayShort: format.dayShort,
        dayTitle: format.day,
      }),
    [metric, theme, format, t],
  )
  return (
    <Chart
      option={option}
      height={150}
      label={t('resources.usageLabel', {
        metric: t(`resources.metric.${metric.metric}`),
        average: inUnit(metric.average),
        peak: inUnit(metric.peak),
      })}
    />
  )
}
