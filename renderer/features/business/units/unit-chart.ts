import { hatch } from '#renderer/ui/chart/hatch.ts'
import { buildTooltip } from '#renderer/ui/chart/tooltip.ts'
import { baseOption, categoryAxis, valueAxis } from '#shared/charts/base-option.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import type { ChartOption } from '#shared/charts/echarts.ts'
import { pointIndex } from '#shared/charts/point-index.ts'
import type { UnitBin } from './view.ts'

type UnitWords = {
  binShort: (bin: UnitBin) => string
  binTitle: (bin: UnitBin) => string
  money: (amount: string) => string
  unitMoney: (amount: string) => string
  number: (value: string) => string
  axis: (value: number) => string
  unitAxis: (value: number) => string
  gap: (bin: UnitBin) => string | null
  cost: string
  units: string
  unitCost: string
}

/** Costs as bars against the left axis, what one unit costs as a line against the right; without one the column is hatched. */
export function unitOption(bins: readonly UnitBin[], theme: ChartTheme, words: UnitWords): ChartOption {
  const [line = theme.text, bar = theme.rest] = theme.series
  const base = baseOption(theme)
  const hasGaps = bins.some(({ gap }) => gap !== null)
  const gapFill = hasGaps ? hatch(theme.gap) : 'transparent'
  const axis = (format: (value: number) => string) => ({
    ...valueAxis(theme),
    axisLabel: { color: theme.textSoft, fontSize: 12, formatter: format },
  })
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      formatter: (params: unknown) => {
        const bin = bins[pointIndex(params)]
        if (!bin) return ''
        const gap = words.gap(bin)
        return buildTooltip({
          title: words.binTitle(bin),
          rows: [
            { label: words.cost, value: words.money(bin.cost), color: bar },
            ...(bin.units === null ? [] : [{ label: words.units, value: words.number(bin.units) }]),
          ],
          ...(bin.unitCost === null
            ? {}
            : { total: { label: words.unitCost, value: words.unitMoney(bin.unitCost), color: line } }),
          ...(gap === null ? {} : { note: gap }),
        })
      },
    },
    xAxis: {
      ...categoryAxis(theme),
      data: bins.map((bin) => words.binShort(bin)),
      splitArea: {
        show: hasGaps,
        interval: 0,
        areaStyle: { color: bins.map(({ gap }) => (gap === null ? 'transparent' : gapFill)) },
      },
    },
    yAxis: [axis(words.axis), { ...axis(words.unitAxis), splitLine: { show: false } }],
    series: [
      {
        name: words.cost,
        type: 'bar',
        barMaxWidth: 34,
        barCategoryGap: bins.length > 45 ? '12%' : '36%',
        itemStyle: { color: bar, borderRadius: [2, 2, 0, 0] },
        emphasis: { disabled: true },
        data: bins.map(({ cost }) => Number(cost)),
      },
      {
        name: words.unitCost,
        type: 'line',
        yAxisIndex: 1,
        z: 3,
        // A point by itself, between two gaps, is no line.
        showSymbol: bins.length <= 45,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: line, width: 2.25 },
        itemStyle: { color: line, borderColor: theme.surface, borderWidth: 1.5 },
        emphasis: { disabled: true },
        data: bins.map(({ unitCost }) => (unitCost === null ? null : Number(unitCost))),
      },
    ],
  }
}
