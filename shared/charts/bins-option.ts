import { formatDecimal, parseDecimal } from '../lib/decimal.ts'
import { baseOption, categoryAxis, valueAxis } from './base-option.ts'
import { type ChartFigures, type ChartPart, colorKey } from './chart-data.ts'
import { type ChartTheme, type ChartTip, seriesColor, type TooltipRow } from './chart-theme.ts'
import type { ChartOption } from './echarts.ts'
import { pointIndex } from './point-index.ts'

type ChartBin = {
  /** On the axis, and over the tooltip. */
  short: string
  title: string
  /** False: its days are not all over, or not all here; it is hatched. */
  isWhole: boolean
  isWeekend?: boolean
}

type BinsChart = {
  look: 'bars' | 'lines'
  bins: readonly ChartBin[]
  /** Those that are shown, with their amounts by bin. */
  parts: readonly (ChartPart & { amounts: readonly string[] })[]
  /** Of the parts shown, by bin. */
  totals: readonly string[]
  /** What it is compared with, by its own bins; null: with nothing. */
  before: readonly string[] | null
  budget: readonly string[] | null
  /** What was noted, by bin. */
  marks: readonly { bin: number; number: number; text: string }[]
}

type BinsWords = { total: string; before: string; budget: string; incomplete: string }

/** More rows in a tooltip than anybody reads; the others are told together. */
const MOST_TIP_ROWS = 14
/** From so many bins on, bars stand close and week-ends are not shaded. */
const MANY_BINS = 45
/** More points than these would run together. */
const MOST_POINTS = 31

/** Bars upon each other, or a line each. They are drawn from rounded numbers; what is read comes from the exact text. */
export function binsOption(
  chart: BinsChart,
  theme: ChartTheme,
  figures: ChartFigures,
  words: BinsWords,
): ChartOption {
  const { look, bins, parts, before, budget, marks } = chart
  const base = baseOption(theme)
  const isDense = bins.length > MANY_BINS
  const hasPart = bins.some(({ isWhole }) => !isWhole)
  const hasWeekend = !isDense && look === 'bars' && bins.some(({ isWeekend }) => isWeekend)
  const fill = hasPart && look === 'lines' ? theme.hatch(theme.previous) : 'transparent'
  const axis = categoryAxis(theme)
  return {
    ...base,
    grid: { ...base.grid, right: 12, top: marks.length > 0 ? 30 : 16 },
    tooltip: {
      ...base.tooltip,
      ...(look === 'lines' ? { axisPointer: { type: 'line', lineStyle: { color: theme.previous } } } : {}),
      formatter: (params: unknown) => tipOf(chart, pointIndex(params), theme, figures, words) ?? '',
    },
    xAxis: {
      ...axis,
      data: bins.map(({ short }) => short),
      splitArea: {
        show: hasWeekend || (hasPart && look === 'lines'),
        interval: 0,
        areaStyle: {
          color: bins.map(({ isWhole, isWeekend }) =>
            !isWhole && look === 'lines' ? fill : isWeekend && hasWeekend ? theme.weekend : 'transparent',
          ),
        },
      },
    },
    yAxis: {
      ...valueAxis(theme),
      axisLabel: {
        color: theme.textSoft,
        fontSize: 12,
        formatter: (value: number) => figures.compact(String(value)),
      },
    },
    series: [
      ...parts.map((part) => (look === 'bars' ? bar(part, chart, theme) : line(part, chart, theme))),
      ...(before === null
        ? []
        : [dashed('before', words.before, before.slice(0, bins.length), theme.previous)]),
      ...(budget === null ? [] : [dashed('budget', words.budget, budget, theme.limit, true)]),
      ...(marks.length === 0 ? [] : [notes(chart, theme)]),
    ],
  }
}

type Part = BinsChart['parts'][number]

const bar = (part: Part, { bins }: BinsChart, theme: ChartTheme) => ({
  id: part.id,
  name: part.label,
  type: 'bar' as const,
  stack: 'parts',
  barMaxWidth: 46,
  barCategoryGap: bins.length > MANY_BINS ? '12%' : '28%',
  itemStyle: { color: seriesColor(theme, part.rank, colorKey(part)) },
  emphasis: { disabled: true },
  data: part.amounts.map((amount, i) =>
    bins[i]?.isWhole === false
      ? { value: Number(amount), itemStyle: { decal: decal(theme) } }
      : Number(amount),
  ),
})

/** Stripes of the ground over a bar whose days are not all there: in every renderer, and without colour. */
const decal = (theme: ChartTheme) => ({
  symbol: 'rect',
  color: theme.surface,
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: Math.PI / 4,
})

const line = (part: Part, { bins }: BinsChart, theme: ChartTheme) => {
  const color = seriesColor(theme, part.rank, colorKey(part))
  return {
    id: part.id,
    name: part.label,
    type: 'line' as const,
    symbol: SYMBOLS[part.rank % SYMBOLS.length] ?? 'circle',
    symbolSize: 6,
    showSymbol: bins.length <= MOST_POINTS,
    lineStyle: { width: 2, color },
    itemStyle: { color },
    emphasis: { disabled: true },
    data: part.amounts.map(Number),
  }
}

/** Lines are told apart by their points too. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const

const dashed = (id: string, name: string, amounts: readonly string[], color: string, isStep = false) => ({
  id,
  name,
  type: 'line' as const,
  symbol: 'none',
  silent: true,
  z: 3,
  ...(isStep ? { step: 'middle' as const } : {}),
  lineStyle: { color, width: isStep ? 2 : 1.5, type: isStep ? [8, 4] : [4, 4] },
  itemStyle: { color },
  emphasis: { disabled: true },
  data: amounts.map(Number),
})

/** Where something was noted: a thin line and the note's number over it. */
function notes({ bins, marks }: BinsChart, theme: ChartTheme) {
  const byBin = Map.groupBy(marks, ({ bin }) => bin)
  return {
    id: 'marks',
    type: 'line' as const,
    silent: true,
    data: bins.map(() => null),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: theme.text, width: 1, type: 'dotted' as const, opacity: 0.55 },
      label: {
        show: true,
        position: 'end' as const,
        distance: 4,
        opacity: 1,
        color: theme.surface,
        backgroundColor: theme.text,
        borderRadius: 7,
        padding: [2, 5],
        fontSize: 10.5,
        fontWeight: 600 as const,
        formatter: '{b}',
      },
      data: [...byBin].map(([bin, list]) => ({
        name: list.map(({ number }) => number).join(', '),
        xAxis: bin,
      })),
    },
  }
}

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount)

const sumOf = (amounts: readonly string[]): string =>
  formatDecimal(amounts.reduce((sum, amount) => sum + (parseDecimal(amount) ?? 0n), 0n))

/** One bin as its tooltip tells it: what cost nothing then is left out. */
function tipOf(
  { bins, parts, totals, before, budget, marks }: BinsChart,
  index: number,
  theme: ChartTheme,
  figures: ChartFigures,
  words: BinsWords,
): ChartTip | null {
  const bin = bins[index]
  if (bin === undefined) return null
  const at = (amounts: readonly string[]): string => amounts[index] ?? '0'
  const own = parts.filter(({ amounts }) => !isNothing(at(amounts)))
  const rows = own.slice(0, MOST_TIP_ROWS).map(
    (part): TooltipRow => ({
      label: part.label,
      value: figures.exact(at(part.amounts)),
      color: seriesColor(theme, part.rank, colorKey(part)),
    }),
  )
  const left = own.slice(MOST_TIP_ROWS)
  if (left.length > 0)
    rows.push({ label: '…', value: figures.exact(sumOf(left.map(({ amounts }) => at(amounts)))) })
  const dash = (label: string, amount: string | undefined, color: string): void => {
    if (amount !== undefined) rows.push({ label, value: figures.exact(amount), color, isDashed: true })
  }
  dash(words.before, before?.[index], theme.previous)
  dash(words.budget, budget?.[index], theme.limit)
  const noted = marks.filter((mark) => mark.bin === index).map(({ number, text }) => `${number}. ${text}`)
  const note = [...(bin.isWhole ? [] : [words.incomplete]), ...noted].join('\n')
  return theme.tip({
    title: bin.title,
    rows,
    total: { label: words.total, value: figures.exact(at(totals)) },
    ...(note === '' ? {} : { note }),
  })
}
