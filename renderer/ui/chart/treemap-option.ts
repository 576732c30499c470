import { baseOption } from './base-option.ts'
import { type ChartFigures, type ChartPiece, colorKey, drawable } from './chart-data.ts'
import { type ChartTheme, seriesColor } from './chart-theme.ts'
import { inkOn } from './color.ts'
import type { ChartOption } from './echarts.ts'
import { shorten } from './pie-option.ts'
import { buildTooltip } from './tooltip.ts'

type Treemap = { pieces: readonly ChartPiece[]; share: (piece: ChartPiece) => string }

/** Areas in proportion to what things cost, one level or two. Places follow `treemapPieces(pieces)`. */
export function treemapOption(
  { pieces, share }: Treemap,
  theme: ChartTheme,
  figures: ChartFigures,
): ChartOption {
  const base = baseOption(theme)
  const leaves = treemapPieces(pieces)
  const isNested = pieces.some(({ children }) => children !== undefined)
  const colorOf = (piece: ChartPiece): string => seriesColor(theme, piece.rank, colorKey(piece))
  const leaf = (piece: ChartPiece, color: string) => ({
    id: piece.id,
    name: piece.label,
    value: Number(piece.amount),
    itemStyle: { color },
    label: { color: inkOn(color) },
  })
  const labelOf = (id: string): string => {
    const found = leaves.find(({ piece }) => piece.id === id)
    return found ? `${shorten(found.piece.label, 60)}\n${figures.compact(found.piece.amount)}` : ''
  }
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (params: unknown) => {
        const found = leaves[leafIndex(params, leaves)]
        if (!found) return ''
        const { piece, parent } = found
        return buildTooltip({
          title: parent ? `${parent.label} · ${piece.label}` : piece.label,
          rows: [
            { label: share(piece), value: figures.exact(piece.amount), color: colorOf(parent ?? piece) },
          ],
        })
      },
    },
    series: [
      {
        id: 'parts',
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        squareRatio: 0.9,
        visibleMin: 30,
        label: {
          fontSize: 12,
          lineHeight: 16,
          padding: [6, 8],
          position: [0, 0],
          overflow: 'truncate',
          formatter: ({ data }) => labelOf(idOf(data)),
        },
        upperLabel: { show: isNested, height: 22, color: theme.text, fontSize: 12, fontWeight: 600 },
        itemStyle: { borderColor: theme.surface, borderWidth: 1, gapWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: theme.text }, upperLabel: { show: isNested } },
        levels: [
          { itemStyle: { borderWidth: 0, gapWidth: 3 } },
          ...(isNested ? [{ itemStyle: { borderColor: theme.surface, borderWidth: 1, gapWidth: 1 } }] : []),
        ],
        data: drawable(pieces).map((piece) =>
          piece.children
            ? {
                id: `${piece.id} *`,
                name: shorten(piece.label, 60),
                value: Number(piece.amount),
                itemStyle: { color: theme.surface },
                children: drawable(piece.children).map((child) => leaf(child, colorOf(piece))),
              }
            : leaf(piece, colorOf(piece)),
        ),
      },
    ],
  }
}

export type TreemapLeaf = { piece: ChartPiece; parent: ChartPiece | null }

/** What is drawn as an area of its own, in the order in which the keys walk it. */
export const treemapPieces = (pieces: readonly ChartPiece[]): TreemapLeaf[] =>
  drawable(pieces).flatMap((piece): TreemapLeaf[] =>
    piece.children
      ? drawable(piece.children).map((child) => ({ piece: child, parent: piece }))
      : [{ piece, parent: null }],
  )

const idOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : ''

function leafIndex(params: unknown, leaves: readonly TreemapLeaf[]): number {
  if (typeof params !== 'object' || params === null || !('data' in params)) return -1
  const id = idOf(params.data)
  return leaves.findIndex(({ piece }) => piece.id === id)
}
