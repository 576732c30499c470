import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type CostPoint, costOption } from './cost-chart.ts'

type Props = { label: string; currency: Currency; points: readonly CostPoint[] }

/** Bars in one currency; amounts in another stand in the table under them. */
export function CostChart({ label, currency, points }: Props) {
  const theme = useChartTheme()
  const format = useFormat()
  const option = useMemo(
    () =>
      costOption(
        points.filter((point) => point.currency === currency),
        theme,
        {
          money: (amount) => format.money({ amount, currency }),
          axis: (value) => format.moneyCompact({ amount: String(value), currency }),
        },
      ),
    [points, currency, theme, format],
  )
  return <Chart option={option} height={190} label={label} />
}
