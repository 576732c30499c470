import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import { readToken } from '../read-token.ts'
import { hatch } from './hatch.ts'
import { buildTooltip } from './tooltip.ts'

const SERIES = [
  '--chart-1',
  '--chart-2',
  '--chart-3',
  '--chart-4',
  '--chart-5',
  '--chart-6',
  '--chart-7',
  '--chart-8',
  '--chart-9',
  '--chart-10',
  '--chart-11',
  '--chart-12',
] as const

export function readChartTheme(name: ChartTheme['name']): ChartTheme {
  const token = (each: `--${string}`): string => readToken(each, name)
  return {
    name,
    series: SERIES.map(token),
    rest: token('--chart-other'),
    text: token('--text'),
    textSoft: token('--chart-axis'),
    line: token('--chart-grid'),
    weekend: token('--surface-2'),
    surface: token('--surface'),
    previous: token('--chart-before'),
    up: token('--chart-up'),
    down: token('--chart-down'),
    limit: token('--bad'),
    gap: token('--warn'),
    font: getComputedStyle(document.body).fontFamily,
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
    tip: buildTooltip,
    hatch,
  }
}
