import { buildTooltip } from '#renderer/ui/chart/tooltip.ts'
import { baseOption, categoryAxis, valueAxis } from '#shared/charts/base-option.ts'
import type { ChartTheme, TooltipRow } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import type { Day } from '#shared/lib/day.ts'
import type { BurnLines } from './view.ts'

type BurnWords = {
  money: (amount: string) => string
  axis: (value: number) => string
  dayShort: (day: Day) => string
  dayTitle: (day: Day) => string
  spent: string
  even: string
  forecast: string
  limit: string
}

/** Spend to date against the limit spread evenly; the rest of the month at the rate so far. */
export function burnOption(
  lines: BurnLines,
  limit: string,
  theme: ChartTheme,
  words: BurnWords,
): ChartOption {
  const [main = theme.text] = theme.series
  const line = (name: string, data: readonly (string | null)[], color: string, dash?: number[]) => ({
    name,
    type: 'line' as const,
    symbol: 'none',
    lineStyle: { color, width: dash ? 1.5 : 2, ...(dash ? { type: dash } : {}) },
    itemStyle: { color },
    emphasis: { disabled: true },
    data: data.map((amount) => (amount === null ? null : Number(amount))),
  })
  const base = baseOption(theme)
  return {
    ...base,
    grid: { ...base.grid, top: 18 },
    tooltip: {
      ...base.tooltip,
      axisPointer: { type: 'line', lineStyle: { color: theme.previous, width: 1 } },
      formatter: (params: unknown) => {
        const first: unknown = Array.isArray(params) ? params[0] : params
        const index =
          typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1
        const day = lines.days[index]
        if (day === undefined) return ''
        const row = (label: string, amount: string | null | undefined, color: string, isDashed: boolean) =>
          amount ? [{ label, value: words.money(amount), color, isDashed }] : []
        const spent = lines.spent[index] ?? null
        const rows: TooltipRow[] = [
          ...row(words.spent, spent, main, false),
          ...row(words.forecast, spent === null ? lines.forecast[index] : null, main, true),
          ...row(words.even, lines.even[index], theme.previous, true),
          ...row(words.limit, limit, theme.limit, false),
        ]
        return buildTooltip({ title: words.dayTitle(day), rows })
      },
    },
    xAxis: { ...categoryAxis(theme), boundaryGap: false, data: lines.days.map((day) => words.dayShort(day)) },
    yAxis: {
      ...valueAxis(theme),
      axisLabel: { color: theme.textSoft, fontSize: 12, formatter: (value: number) => words.axis(value) },
    },
    series: [
      line(words.even, lines.even, theme.previous, [2, 4]),
      line(words.forecast, lines.forecast, main, [5, 4]),
      {
        ...line(words.spent, lines.spent, main),
        areaStyle: { color: main, opacity: 0.1 },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          label: { show: false },
          lineStyle: { color: theme.limit, width: 1.5, type: 'solid' },
          data: [{ yAxis: Number(limit) }],
        },
      },
    ],
  }
}
