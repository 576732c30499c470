import { buildTooltip } from '#renderer/ui/chart/tooltip.ts'
import { baseOption, categoryAxis, valueAxis } from '#shared/charts/base-option.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { pointIndex } from '#shared/charts/point-index.ts'
import type { MoneyView } from '#shared/contract/values.ts'

export type CostPoint = MoneyView & { short: string; title: string }

type Words = { money: (amount: string) => string; axis: (value: number) => string }

/** One bar a day or a month; the tooltip says the exact amount. */
export function costOption(points: readonly CostPoint[], theme: ChartTheme, words: Words): ChartOption {
  const base = baseOption(theme)
  const [color = theme.rest] = theme.series
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      formatter: (params: unknown) => {
        const point = points[pointIndex(params)]
        if (!point) return ''
        return buildTooltip({
          title: point.title,
          rows: [{ label: '', value: words.money(point.amount), color }],
        })
      },
    },
    xAxis: { ...categoryAxis(theme), data: points.map(({ short }) => short) },
    yAxis: {
      ...valueAxis(theme),
      axisLabel: { color: theme.textSoft, fontSize: 12, formatter: (value: number) => words.axis(value) },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 34,
        itemStyle: { color, borderRadius: [2, 2, 0, 0] },
        emphasis: { disabled: true },
        data: points.map(({ amount }) => Number(amount)),
      },
    ],
  }
}
