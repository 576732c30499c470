import type { PageOp } from '../contract/page-ops.ts'
import { isCurrency } from '../lib/currency.ts'
import {
  formatMoney,
  formatMoneyCompact,
  formatNumber,
  formatPercent,
  type Locale,
} from '../lib/format-money.ts'
import { scaled } from './affine.ts'
import type { ChartFigures } from './chart-data.ts'
import { type ChartOption, initDrawing } from './echarts.ts'
import { paperTheme } from './paper-theme.ts'
import type { ReportChart } from './report-chart.ts'
import { type LegendEntry, type ReportWords, reportLegend, reportOption } from './report-option.ts'
import { type VectorNode, vectorOps } from './vector-ops.ts'

type Measure = (text: string, size: number, weight: 400 | 600) => number
type Size = { width: number; height: number }

/** The charts' own type is set for screens, twelve to a letter: on paper it is eight and a half. */
const SCALE = 0.7
const LEGEND = { size: 8, row: 12.5, mark: 7, gap: 4, least: 165, most: 12 } as const

const words: Record<Locale, Omit<ReportWords, 'share'>> = {
  ru: { total: 'Итого', before: 'Прошлый период', budget: 'Бюджет', incomplete: 'Период неполный' },
  en: { total: 'Total', before: 'Previous period', budget: 'Budget', incomplete: 'Period is not whole' },
}

const signed = (amount: string, text: string): string =>
  amount.startsWith('-') || !/[1-9]/.test(amount) ? text : `+${text}`

function figuresOf(unit: string, language: Locale): ChartFigures {
  if (isCurrency(unit))
    return {
      exact: (amount, options) => formatMoney({ amount, currency: unit }, language, options),
      compact: (amount, options) => formatMoneyCompact({ amount, currency: unit }, language, options),
    }
  const plain = (amount: string, digits: number, isSigned = false): string => {
    const text = formatNumber(amount, language, digits)
    return isSigned ? signed(amount, text) : text
  }
  return {
    exact: (amount, options) => `${plain(amount, 6, options?.sign)}${unit === '' ? '' : `\u00a0${unit}`}`,
    compact: (amount, options) => plain(amount, 1, options?.sign),
  }
}

/** A chart over its legend, from the origin into that many points. */
export function drawReportChart(
  chart: ReportChart,
  { width, height }: Size,
  language: Locale,
  measure: Measure,
): PageOp[] {
  const figures = figuresOf(chart.unit, language)
  const said: ReportWords = { ...words[language], share: (ratio) => formatPercent(ratio, language) }
  const legend = leading(reportLegend(chart, paperTheme, figures, said), height)
  const columns = Math.max(1, Math.min(3, Math.floor(width / LEGEND.least)))
  const below = legend.length === 0 ? 0 : Math.ceil(legend.length / columns) * LEGEND.row + 6
  const option = reportOption(chart, paperTheme, figures, said)
  return [
    ...chartOps(option, { width, height: height - below }),
    ...legendOps(legend, { top: height - below + 6, column: width / columns, columns }, measure),
  ]
}

/** A legend takes a third of the height at most: the smallest parts have to do without, the table has them. */
const leading = (entries: readonly LegendEntry[], height: number): readonly LegendEntry[] =>
  entries.slice(0, Math.max(3, Math.min(LEGEND.most, Math.floor(height / 3 / LEGEND.row) * 3)))

function chartOps(option: ChartOption, { width, height }: Size): PageOp[] {
  const drawing = initDrawing({ width: width / SCALE, height: height / SCALE })
  try {
    drawing.setOption({ ...option, animation: false, aria: { enabled: false } })
    const painter = drawing.getZr().painter as unknown as {
      renderToVNode(how: { animation: boolean; emphasis: boolean; willUpdate: boolean }): VectorNode
    }
    // What the axes are fitted to is laid out when a frame is drawn.
    drawing.getZr().flush()
    const root = painter.renderToVNode({ animation: false, emphasis: false, willUpdate: false })
    return (root.children ?? []).flatMap((child) => vectorOps(child, scaled(SCALE)))
  } finally {
    drawing.dispose()
  }
}

type Room = { top: number; column: number; columns: number }

function legendOps(entries: readonly LegendEntry[], room: Room, measure: Measure): PageOp[] {
  const { size, row, mark, gap } = LEGEND
  return entries.flatMap(({ label, value, color, isDashed }, i): PageOp[] => {
    const x = room.column * (i % room.columns)
    const y = room.top + Math.floor(i / room.columns) * row + size
    const end = x + room.column - 14
    const valueWidth = value === '' ? 0 : measure(value, size, 600) + gap
    const name = cut(label, end - x - mark - gap - valueWidth, size, measure)
    const text = { op: 'text', y, size, anchor: 'start' } as const
    const nameX = x + mark + gap
    return [
      isDashed
        ? {
            op: 'line',
            x1: x,
            y1: y - 3,
            x2: x + mark,
            y2: y - 3,
            stroke: color,
            width: 1.2,
            dash: [2.5, 1.5],
          }
        : { op: 'rect', x, y: y - mark + 1, width: mark, height: mark, fill: color, radius: 1.5 },
      { ...text, x: nameX, weight: 400, fill: paperTheme.textSoft, text: name },
      ...(value === ''
        ? []
        : [
            {
              ...text,
              x: nameX + measure(name, size, 400) + gap,
              weight: 600 as const,
              fill: paperTheme.text,
              text: value,
            },
          ]),
    ]
  })
}

function cut(label: string, width: number, size: number, measure: Measure): string {
  if (measure(label, size, 400) <= width) return label
  let end = label.length
  while (end > 1 && measure(`${label.slice(0, end)}…`, size, 400) > width) end -= 1
  return `${label.slice(0, end).trimEnd()}…`
}
