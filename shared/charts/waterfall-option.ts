import { formatDecimal, parseDecimal } from '../lib/decimal.ts'
import { baseOption, categoryAxis, valueAxis } from './base-option.ts'
import type { ChartFigures } from './chart-data.ts'
import type { ChartTheme } from './chart-theme.ts'
import type { ChartOption } from './echarts.ts'
import { pointIndex } from './point-index.ts'

/** What was, what changed it, and what came of it: totals stand on the ground, effects on what came before them. */
export type WaterfallStep = {
  id: string
  label: string
  kind: 'total' | 'effect'
  amount: string
  /** Said beneath, in the tooltip. */
  note?: string
}

type WaterfallLevel = { step: WaterfallStep; from: string; to: string }

/** Where each step begins and ends, exactly. */
export function waterfallLevels(steps: readonly WaterfallStep[]): WaterfallLevel[] {
  let level = 0n
  return steps.map((step) => {
    const amount = parseDecimal(step.amount) ?? 0n
    const from = step.kind === 'total' ? 0n : level
    level = from + amount
    return { step, from: formatDecimal(from), to: formatDecimal(level) }
  })
}

/** Effects that are small beside the totals would be hairlines: the axis then begins below the lowest level. */
const SMALL = 0.35

export function waterfallFloor(levels: readonly WaterfallLevel[]): number {
  const values = levels.map(({ to }) => Number(to))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low <= 0 || high - low > low * SMALL) return 0
  const floor = low - Math.max((high - low) * 0.8, low * 0.02)
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, high - low))))
  return Math.max(0, Math.floor(floor / unit) * unit)
}

export function waterfallOption(
  steps: readonly WaterfallStep[],
  theme: ChartTheme,
  figures: ChartFigures,
): ChartOption {
  const base = baseOption(theme)
  const levels = waterfallLevels(steps)
  const drawn = levels.map(({ step, from, to }) => {
    const [a, b] = [Number(from), Number(to)]
    return { step, low: Math.min(a, b), high: Math.max(a, b), isRise: b >= a, to: b }
  })
  const labelOf = (index: number): string => {
    const step = steps[index]
    return step ? figures.compact(step.amount, { sign: step.kind === 'effect' }) : ''
  }
  // Bars of one stack may stand on both sides of zero: what reaches over it is drawn as two.
  const bar = (id: string, style: 'room' | 'seen', sizeOf: (item: (typeof drawn)[number]) => number) => ({
    id,
    type: 'bar' as const,
    stack: 'steps',
    barMaxWidth: 96,
    barCategoryGap: '34%',
    silent: true,
    emphasis: { disabled: true },
    data: drawn.map((item) => ({
      value: sizeOf(item),
      itemStyle: style === 'room' ? { color: 'transparent' } : look(item, theme),
    })),
  })
  return {
    ...base,
    grid: { ...base.grid, top: 28 },
    tooltip: {
      ...base.tooltip,
      formatter: (params: unknown) => {
        const level = levels[pointIndex(params)]
        if (!level) return ''
        const { step } = level
        const isEffect = step.kind === 'effect'
        return theme.tip({
          title: step.label,
          rows: [
            {
              label: '',
              value: figures.exact(step.amount, { sign: isEffect }),
              color: waterfallColor(step, theme),
            },
          ],
          ...(step.note === undefined ? {} : { note: step.note }),
        })
      },
    },
    xAxis: {
      ...categoryAxis(theme),
      data: steps.map(({ label }) => label),
      axisLabel: { ...categoryAxis(theme).axisLabel, interval: 0, hideOverlap: false, formatter: inLines },
    },
    yAxis: {
      ...valueAxis(theme),
      min: waterfallFloor(levels),
      axisLabel: {
        color: theme.textSoft,
        fontSize: 12,
        // A floor between two steps would be written into the one above it.
        showMinLabel: waterfallFloor(levels) === 0,
        formatter: (value: number) => figures.compact(String(value)),
      },
    },
    series: [
      bar('room-above', 'room', ({ low }) => Math.max(0, low)),
      bar('room-below', 'room', ({ high }) => Math.min(0, high)),
      bar('above', 'seen', ({ low, high }) => Math.max(0, high) - Math.max(0, low)),
      bar('below', 'seen', ({ low, high }) => Math.min(0, low) - Math.min(0, high)),
      {
        id: 'levels',
        type: 'line',
        step: 'end',
        silent: true,
        symbol: 'none',
        z: 1,
        lineStyle: { color: theme.previous, width: 1 },
        emphasis: { disabled: true },
        data: drawn.map(({ to }) => to),
      },
      {
        id: 'labels',
        type: 'line',
        silent: true,
        symbol: 'circle',
        symbolSize: 0.1,
        lineStyle: { opacity: 0 },
        emphasis: { disabled: true },
        label: {
          show: true,
          position: 'top',
          distance: 4,
          color: theme.text,
          fontSize: 12,
          fontWeight: 600,
          formatter: ({ dataIndex }) => labelOf(dataIndex),
        },
        data: drawn.map(({ high }) => high),
      },
    ],
  }
}

export const waterfallColor = ({ kind, amount }: WaterfallStep, theme: ChartTheme): string =>
  fillOf(kind, !amount.startsWith('-'), theme)

const fillOf = (kind: WaterfallStep['kind'], isRise: boolean, theme: ChartTheme): string =>
  kind === 'total' ? (theme.series[0] ?? theme.text) : isRise ? theme.up : theme.down

/** A rise is full and a fall is hollow: told apart without colours too. */
function look({ step, isRise }: { step: WaterfallStep; isRise: boolean }, theme: ChartTheme) {
  const color = fillOf(step.kind, isRise, theme)
  return step.kind === 'total' || isRise
    ? { color, borderRadius: 2 }
    : { color: theme.surface, borderColor: color, borderWidth: 2, borderRadius: 2 }
}

/** Names under narrow bars stand in lines of a few letters. */
function inLines(label: string): string {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 12) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > 16 ? `${word.slice(0, 15)}…` : word)
  }
  return lines.length > 3 ? `${lines.slice(0, 2).join('\n')}\n${lines[2]}…` : lines.join('\n')
}
