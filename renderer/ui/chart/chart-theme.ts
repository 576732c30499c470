/** Colours for a canvas, which cannot read custom properties itself. */
export type ChartTheme = {
  series: readonly string[]
  /** The rest that a chart puts together at its end. */
  rest: string
  text: string
  textSoft: string
  line: string
  weekend: string
  surface: string
  previous: string
  limit: string
  font: string
  isStill: boolean
}

const SERIES = 8

export function readChartTheme(root: HTMLElement = document.documentElement): ChartTheme {
  const style = getComputedStyle(root)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    series: Array.from({ length: SERIES }, (_, i) => read(`--chart-${i + 1}`)),
    rest: read('--chart-rest'),
    text: read('--chart-text'),
    textSoft: read('--chart-text-soft'),
    line: read('--chart-line'),
    weekend: read('--chart-weekend'),
    surface: read('--chart-surface'),
    previous: read('--chart-previous'),
    limit: read('--chart-limit'),
    font: getComputedStyle(document.body).fontFamily,
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}

/** The colour of a series by its rank; the rest is grey wherever it stands. */
export const seriesColor = (theme: ChartTheme, index: number, key: string): string =>
  key === 'other' ? theme.rest : (theme.series[index % theme.series.length] ?? theme.rest)
