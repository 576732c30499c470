import { readToken } from '../read-token.ts'
import { mixColors } from './color.ts'

/** Colours for a canvas, which cannot read custom properties itself. */
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
}

const PALER = 0.35

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
  }
}

/** The colour of a series by its rank; the rest is grey wherever it stands. After twelve the colours come again, paler. */
export function seriesColor(theme: ChartTheme, index: number, key: string): string {
  if (key === 'other') return theme.rest
  const colour = theme.series[index % theme.series.length] ?? theme.rest
  return index < theme.series.length ? colour : mixColors(colour, theme.surface, PALER)
}
