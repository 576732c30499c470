import { baseOption, categoryAxis, valueAxis } from '#renderer/ui/chart/base-option.ts'
import { type ChartTheme, seriesColor } from '#renderer/ui/chart/chart-theme.ts'
import type { ChartOption } from '#renderer/ui/chart/echarts.ts'
import { hatch } from '#renderer/ui/chart/hatch.ts'
import { buildTooltip } from '#renderer/ui/chart/tooltip.ts'
import { weekdayOf } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import type { BinnedSpend } from './spend-bins.ts'
import { missingByBin } from './spend-gaps.ts'
import { type SpendTable, tooltipRows } from './view.ts'

export type SpendWords = {
  money: (amount: string) => string
  axis: (value: number) => string
  /** A day or a week on the axis, in a line of the table, above a tooltip. */
  binShort: (bin: DayRange) => string
  binName: (bin: DayRange) => string
  binTitle: (bin: DayRange) => string
  total: string
  before: string
  /** Accounts without data, in a sentence. */
  missing: (names: readonly string[]) => string
}

/** Bars are drawn from rounded numbers; every figure that is read comes from the exact text beside them. */
export function spendOption(
  spend: BinnedSpend,
  table: SpendTable,
  theme: ChartTheme,
  words: SpendWords,
): ChartOption {
  const bars = table.groups.map((group) => ({
    id: group.key,
    name: group.label,
    type: 'bar' as const,
    stack: 'spend',
    barMaxWidth: 34,
    barCategoryGap: spend.bins.length > 45 ? '12%' : '28%',
    itemStyle: { color: seriesColor(theme, group.rank, group.key) },
    emphasis: { disabled: true },
    data: group.amounts.map(Number),
  }))
  const before = {
    id: 'before',
    name: words.before,
    type: 'line' as const,
    symbol: 'none',
    silent: true,
    z: 3,
    lineStyle: { color: theme.previous, width: 1.5, type: [4, 4] },
    itemStyle: { color: theme.previous },
    emphasis: { disabled: true },
    data: table.before.slice(0, spend.bins.length).map(Number),
  }
  const base = baseOption(theme)
  const missing = missingByBin(spend.bins, spend.gaps)
  const hasGaps = missing.some((names) => names.length > 0)
  const gapFill = hasGaps ? hatch(theme.gap) : 'transparent'
  const weekend = (bin: DayRange): string =>
    !spend.isByWeek && spend.bins.length <= 45 && weekdayOf(bin.from) > 5 ? theme.weekend : 'transparent'
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      formatter: (params: unknown) => {
        const index = indexOf(params)
        const bin = spend.bins[index]
        if (bin === undefined) return ''
        const tip = tooltipRows(table, index)
        return buildTooltip({
          title: words.binTitle(bin),
          rows: tip.rows.map((row) => ({
            label: row.label,
            value: words.money(row.amount),
            color: seriesColor(theme, row.rank, row.key),
          })),
          total: { label: words.total, value: words.money(tip.total) },
          ...noteOf([
            tip.before === null ? null : `${words.before}: ${words.money(tip.before)}`,
            missing[index]?.length ? words.missing(missing[index]) : null,
          ]),
        })
      },
    },
    xAxis: {
      ...categoryAxis(theme),
      data: spend.bins.map((bin) => words.binShort(bin)),
      splitArea: {
        show: hasGaps || (!spend.isByWeek && spend.bins.length <= 45),
        interval: 0,
        areaStyle: {
          color: spend.bins.map((bin, i) => (missing[i]?.length ? gapFill : weekend(bin))),
        },
      },
    },
    yAxis: {
      ...valueAxis(theme),
      axisLabel: { color: theme.textSoft, fontSize: 12, formatter: (value: number) => words.axis(value) },
    },
    series: [...bars, before],
  }
}

const noteOf = (notes: readonly (string | null)[]): { note?: string } => {
  const note = notes.filter((each) => each !== null).join('. ')
  return note === '' ? {} : { note }
}

/** The place that the pointer is over, from what echarts hands to a formatter. */
function indexOf(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params
  if (typeof first === 'object' && first !== null && 'dataIndex' in first) {
    return typeof first.dataIndex === 'number' ? first.dataIndex : -1
  }
  return -1
}
