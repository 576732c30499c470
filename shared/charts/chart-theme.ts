import type { LineSeriesOption } from 'echarts/charts'
import type { TooltipComponentOption } from 'echarts/components'
import { mixColors } from './color.ts'

export type TooltipRow = { label: string; value: string; color?: string; isDashed?: boolean }

export type TooltipContent = {
  title: string
  rows: readonly TooltipRow[]
  total?: TooltipRow
  note?: string
}

/** What echarts takes for a tooltip: on screen an element. */
export type ChartTip = ReturnType<
  Extract<NonNullable<TooltipComponentOption['formatter']>, (...params: never[]) => unknown>
>

/** Colours as they are, for drawings that cannot read custom properties, and what a screen can do and paper cannot. */
export type ChartTheme = {
  name: 'light' | 'dark'
  series: readonly string[]
  /** What a chart puts together at its end. */
  rest: string
  text: string
  textSoft: string
  line: string
  weekend: string
  surface: string
  previous: string
  /** Costs that rose, and that fell. */
  up: string
  down: string
  limit: string
  /** Where data are missing. */
  gap: string
  font: string
  isStill: boolean
  tip: (content: TooltipContent) => ChartTip
  /** What is missing, told by a pattern. */
  hatch: (color: string) => ChartFill
}

/** A colour; on screen also a pattern. */
type ChartFill = NonNullable<NonNullable<LineSeriesOption['areaStyle']>['color']>

const PALER = 0.35

/** The colour of a series by its rank; the rest is grey wherever it stands. After twelve the colours come again, paler. */
export function seriesColor(theme: ChartTheme, index: number, key: string): string {
  if (key === 'other') return theme.rest
  const colour = theme.series[index % theme.series.length] ?? theme.rest
  return index < theme.series.length ? colour : mixColors(colour, theme.surface, PALER)
}
