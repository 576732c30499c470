import { formatDecimal, parseDecimal } from '../lib/decimal.ts'
import { binsOption } from './bins-option.ts'
import type { ChartFigures } from './chart-data.ts'
import type { ChartTheme } from './chart-theme.ts'
import { seriesColor } from './chart-theme.ts'
import type { ChartOption } from './echarts.ts'
import { pieOption } from './pie-option.ts'
import { ranksOption } from './ranks-option.ts'
import type { ReportChart } from './report-chart.ts'
import { treemapOption } from './treemap-option.ts'
import { waterfallOption } from './waterfall-option.ts'

export type ReportWords = {
  total: string
  before: string
  budget: string
  incomplete: string
  share: (ratio: number) => string
}

/** The option that the screen draws with too. */
export function reportOption(
  chart: ReportChart,
  theme: ChartTheme,
  figures: ChartFigures,
  words: ReportWords,
): ChartOption {
  switch (chart.kind) {
    case 'bins':
      return binsOption({ ...chart, marks: [] }, theme, figures, words)
    case 'ranks': {
      const parts = chart.parts.map((part) => ({ ...part, total: part.amount }))
      const hasBefore = parts.some(({ before }) => before !== null)
      return ranksOption(parts, hasBefore, theme, { ...words, figures })
    }
    case 'pie':
    case 'treemap': {
      const whole = Number(chart.total)
      const share = ({ amount }: { amount: string }): string =>
        words.share(whole === 0 ? 0 : Number(amount) / whole)
      return chart.kind === 'pie'
        ? pieOption({ ...chart, totalLabel: words.total, share }, theme, figures)
        : treemapOption({ ...chart, share }, theme, figures)
    }
    case 'waterfall':
      return waterfallOption(chart.steps, theme, figures)
  }
}

export type LegendEntry = { label: string; value: string; color: string; isDashed: boolean }

/** What the colours stand for, with exact figures: on paper nobody can ask a bar. */
export function reportLegend(
  chart: ReportChart,
  theme: ChartTheme,
  figures: ChartFigures,
  words: ReportWords,
): LegendEntry[] {
  const entry = (part: { id: string; label: string; rank: number; isRest?: boolean }, amount: string) => ({
    label: part.label,
    value: figures.exact(amount),
    color: seriesColor(theme, part.rank, part.isRest ? 'other' : part.id),
    isDashed: false,
  })
  if (chart.kind === 'pie') return chart.pieces.map((piece) => entry(piece, piece.amount))
  if (chart.kind === 'ranks')
    return chart.parts.some(({ before }) => before !== null)
      ? [{ label: words.before, value: '', color: theme.previous, isDashed: false }]
      : []
  if (chart.kind !== 'bins') return []
  const dashed = (label: string, amounts: readonly string[] | null, color: string): LegendEntry[] =>
    amounts === null ? [] : [{ label, value: figures.exact(sumOf(amounts)), color, isDashed: true }]
  return [
    ...chart.parts.map((part) => entry(part, sumOf(part.amounts))),
    ...dashed(words.before, chart.before?.slice(0, chart.bins.length) ?? null, theme.previous),
    ...dashed(words.budget, chart.budget, theme.limit),
    ...(chart.look === 'bars' && chart.bins.some(({ isWhole }) => !isWhole)
      ? [{ label: words.incomplete, value: '', color: '#c3cbd8', isDashed: false }]
      : []),
  ]
}

const sumOf = (amounts: readonly string[]): string =>
  formatDecimal(amounts.reduce((sum, amount) => sum + (parseDecimal(amount) ?? 0n), 0n))
