import { baseOption, categoryAxis, valueAxis } from './base-option.ts'
import { type ChartFigures, type ChartPart, colorKey } from './chart-data.ts'
import { type ChartTheme, seriesColor } from './chart-theme.ts'
import type { ChartOption } from './echarts.ts'
import { pointIndex } from './point-index.ts'

type Part = ChartPart & { total: string; before: string | null }
type Words = { total: string; before: string; figures: ChartFigures }

/** What names have in sum, near enough: a chart is rarely narrower. */
const WIDTH = 900

/** Parts beside each other, the largest first: what a period without bins looks like. */
export function ranksOption(
  parts: readonly Part[],
  hasBefore: boolean,
  theme: ChartTheme,
  words: Words,
): ChartOption {
  const base = baseOption(theme)
  const colorOf = (part: Part): string => seriesColor(theme, part.rank, colorKey(part))
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      formatter: (params: unknown) => {
        const part = parts[pointIndex(params)]
        if (!part) return ''
        return theme.tip({
          title: part.label,
          rows: [
            { label: words.total, value: words.figures.exact(part.total), color: colorOf(part) },
            ...(part.before === null || !hasBefore
              ? []
              : [
                  {
                    label: words.before,
                    value: words.figures.exact(part.before),
                    color: theme.previous,
                    isDashed: true,
                  },
                ]),
          ],
        })
      },
    },
    xAxis: {
      ...categoryAxis(theme),
      data: parts.map(({ label }) => label),
      axisLabel: {
        ...categoryAxis(theme).axisLabel,
        color: theme.text,
        interval: 0,
        width: Math.max(40, Math.round(WIDTH / Math.max(1, parts.length)) - 12),
        lineHeight: 14,
        overflow: 'break',
      },
    },
    yAxis: {
      ...valueAxis(theme),
      axisLabel: {
        color: theme.textSoft,
        fontSize: 12,
        formatter: (value: number) => words.figures.compact(String(value)),
      },
    },
    series: [
      {
        id: 'total',
        name: words.total,
        type: 'bar',
        barMaxWidth: 40,
        barGap: '10%',
        emphasis: { disabled: true },
        data: parts.map((part) => ({
          value: Number(part.total),
          itemStyle: { color: colorOf(part), borderRadius: 2 },
        })),
      },
      ...(hasBefore
        ? [
            {
              id: 'before',
              name: words.before,
              type: 'bar' as const,
              barMaxWidth: 12,
              silent: true,
              emphasis: { disabled: true },
              itemStyle: { color: theme.previous, opacity: 0.55, borderRadius: 2 },
              data: parts.map((part) => (part.before === null ? null : Number(part.before))),
            },
          ]
        : []),
    ],
  }
}
