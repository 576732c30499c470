/** Colours for a canvas, which cannot read custom properties itself. */
export type ChartTheme = {
  series: readonly string[]
  /** What a chart puts together at its end. */
  rest: string
  text: string
  textSoft: string
  line: string
  weekend: string
  surface: string
  previous: string
  accent: string
  limit: string
  font: string
  isStill: boolean
}

const SERIES = 8

/** Tokens are written with light-dark(), which only a real property resolves: a probe takes each in turn. */
export function readChartTheme(): ChartTheme {
  const probe = document.createElement('span')
  document.body.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const theme = {
    series: Array.from({ length: SERIES }, (_, i) => read(`--chart-${i + 1}`)),
    rest: read('--chart-other'),
    text: read('--text'),
    textSoft: read('--chart-axis'),
    line: read('--chart-grid'),
    weekend: read('--surface-2'),
    surface: read('--surface'),
    previous: read('--chart-before'),
    accent: read('--chart-1'),
    limit: read('--bad'),
    font: getComputedStyle(document.body).fontFamily,
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
  probe.remove()
  return theme
}

/** The colour of a series by its rank; the rest is grey wherever it stands. */
export const seriesColor = (theme: ChartTheme, index: number, key: string): string =>
  key === 'other' ? theme.rest : (theme.series[index % theme.series.length] ?? theme.rest)
