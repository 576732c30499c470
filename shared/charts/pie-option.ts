import { baseOption } from './base-option.ts'
import { type ChartFigures, type ChartPiece, colorKey, drawable } from './chart-data.ts'
import { type ChartTheme, seriesColor } from './chart-theme.ts'
import type { ChartOption } from './echarts.ts'
import { pointIndex } from './point-index.ts'

/** Degrees: names of smaller pieces would crowd; the legend has them. */
const LEAST_ANGLE = 10

type Pie = {
  pieces: readonly ChartPiece[]
  /** Of all pieces, exact. */
  total: string
  totalLabel: string
  share: (piece: ChartPiece) => string
}

/** A ring of shares with the total in its middle. Places follow `drawable(pieces)`. */
export function pieOption(
  { pieces, total, totalLabel, share }: Pie,
  theme: ChartTheme,
  figures: ChartFigures,
): ChartOption {
  const base = baseOption(theme)
  const drawn = drawable(pieces)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (params: unknown) => {
        const piece = drawn[pointIndex(params)]
        if (!piece) return ''
        const color = seriesColor(theme, piece.rank, colorKey(piece))
        return theme.tip({
          title: piece.label,
          rows: [{ label: share(piece), value: figures.exact(piece.amount), color }],
        })
      },
    },
    series: [
      {
        id: 'parts',
        type: 'pie',
        radius: ['50%', '76%'],
        center: ['50%', '50%'],
        startAngle: 90,
        minShowLabelAngle: LEAST_ANGLE,
        avoidLabelOverlap: true,
        itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 3 },
        emphasis: { scale: true, scaleSize: 5 },
        label: {
          color: theme.text,
          fontSize: 12,
          lineHeight: 16,
          formatter: ({ dataIndex }) => {
            const piece = drawn[dataIndex]
            return piece ? `{name|${shorten(piece.label)}}\n{share|${share(piece)}}` : ''
          },
          rich: { name: { color: theme.text }, share: { color: theme.textSoft } },
        },
        labelLine: { length: 10, length2: 10, lineStyle: { color: theme.previous } },
        data: drawn.map((piece) => ({
          name: piece.label,
          value: Number(piece.amount),
          itemStyle: { color: seriesColor(theme, piece.rank, colorKey(piece)) },
        })),
      },
      {
        id: 'total',
        type: 'pie',
        radius: [0, 0],
        center: ['50%', '50%'],
        silent: true,
        emphasis: { disabled: true },
        tooltip: { show: false },
        label: {
          show: true,
          position: 'center',
          formatter: `{total|${figures.compact(total)}}\n{label|${totalLabel}}`,
          rich: {
            total: { color: theme.text, fontSize: 20, fontWeight: 600, lineHeight: 28 },
            label: { color: theme.textSoft, fontSize: 12, lineHeight: 16 },
          },
        },
        labelLine: { show: false },
        data: [{ value: 1, itemStyle: { color: 'transparent' } }],
      },
    ],
  }
}

const MOST_LETTERS = 24

/** Braces would end the style that a label is written in. */
export const shorten = (label: string, most = MOST_LETTERS): string => {
  const clean = label.replace(/[{}|\n]/g, ' ')
  return clean.length <= most ? clean : `${clean.slice(0, most - 1)}…`
}
