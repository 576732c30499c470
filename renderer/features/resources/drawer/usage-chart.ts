import { buildTooltip } from '#renderer/ui/chart/tooltip.ts'
import { baseOption, categoryAxis, valueAxis } from '#shared/charts/base-option.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { pointIndex } from '#shared/charts/point-index.ts'
import type { Day } from '#shared/lib/day.ts'
import type { UsageMetric } from '../usage.ts'

type Words = {
  average: string
  peak: string
  capacity: string
  inUnit: (value: number) => string
  axis: (value: number) => string
  dayShort: (day: Day) => string
  dayTitle: (day: Day) => string
}

/** Used and highest by day, under what there is of it. */
export function usageOption(metric: UsageMetric, theme: ChartTheme, words: Words): ChartOption {
  const base = baseOption(theme)
  const [main = theme.text] = theme.series
  const { days, capacity } = metric
  const line = (name: string, data: readonly number[], color: string, dash?: number[]) => ({
    name,
    type: 'line' as const,
    symbol: 'none',
    lineStyle: { color, width: dash ? 1.5 : 2, ...(dash ? { type: dash } : {}) },
    itemStyle: { color },
    emphasis: { disabled: true },
    data: [...data],
  })
  const used = line(
    words.average,
    days.map(({ used: value }) => value),
    main,
  )
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      axisPointer: { type: 'line', lineStyle: { color: theme.previous, width: 1 } },
      formatter: (params: unknown) => {
        const point = days[pointIndex(params)]
        if (!point) return ''
        return buildTooltip({
          title: words.dayTitle(point.day),
          rows: [
            { label: words.average, value: words.inUnit(point.used), color: main },
            { label: words.peak, value: words.inUnit(point.peak), color: theme.previous, isDashed: true },
            ...(capacity === null
              ? []
              : [{ label: words.capacity, value: words.inUnit(capacity), color: theme.limit }]),
          ],
        })
      },
    },
    xAxis: {
      ...categoryAxis(theme),
      boundaryGap: days.length === 1,
      data: days.map(({ day }) => words.dayShort(day)),
    },
    yAxis: {
      ...valueAxis(theme),
      min: 0,
      ...(capacity === null || days.some(({ peak }) => peak > capacity) ? {} : { max: capacity }),
      axisLabel: {
        color: theme.textSoft,
        fontSize: 12,
        // What there is of it seldom falls on a round line, and is told above.
        showMaxLabel: capacity === null,
        formatter: (value: number) => words.axis(value),
      },
    },
    series: [
      line(
        words.peak,
        days.map(({ peak }) => peak),
        theme.previous,
        [4, 4],
      ),
      {
        ...used,
        symbol: days.length === 1 ? 'circle' : 'none',
        areaStyle: { color: main, opacity: 0.1 },
        ...(capacity === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                animation: false,
                label: { show: false },
                lineStyle: { color: theme.limit, width: 1.5, type: 'solid' as const },
                data: [{ yAxis: capacity }],
              },
            }),
      },
    ],
  }
}
