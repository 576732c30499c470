import { baseOption } from './base-option.ts'
import { type ChartFigures, type ChartPiece, colorKey, drawable } from './chart-data.ts'
import { type ChartTheme, seriesColor } from './chart-theme.ts'
import { inkOn } from './color.ts'
import type { ChartOption } from './echarts.ts'
import { shorten } from './pie-option.ts'

/** The part of the whole from which an area has room for a figure too: a figure that is cut off is another figure. */
const LEAST_TOLD = 0.06

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
  const leaf = (piece: ChartPiece) => {
    const color = colorOf(piece)
    return {
      id: piece.id,
      name: piece.label,
      value: Number(piece.amount),
      itemStyle: { color },
      label: { color: inkOn(color) },
    }
  }
  const whole = leaves.reduce((sum, { piece }) => sum + Number(piece.amount), 0)
  const labelOf = (id: string): string => {
    const piece = leaves.find((each) => each.piece.id === id)?.piece
    if (!piece) return ''
    const name = shorten(piece.label, 60)
    return Number(piece.amount) < whole * LEAST_TOLD ? name : `${name}\n${figures.compact(piece.amount)}`
  }
  const nameOf = (id: string): string => {
    const piece = pieces.find((each) => branchId(each) === id)
    return piece ? shorten(piece.label, 60) : ''
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
        return theme.tip({
          title: parent ? `${parent.label} · ${piece.label}` : piece.label,
          rows: [{ label: share(piece), value: figures.exact(piece.amount), color: colorOf(piece) }],
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
        // Wide rather than tall: names are read along.
        squareRatio: 2,
        visibleMin: 30,
        label: {
          fontSize: 12,
          lineHeight: 16,
          padding: [6, 8],
          position: [0, 0],
          overflow: 'truncate',
          formatter: ({ data }) => labelOf(idOf(data)),
        },
        itemStyle: { borderColor: theme.surface, borderWidth: 1, gapWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: theme.text } },
        levels: [
          { itemStyle: { borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } },
          ...(isNested ? [branch(theme, nameOf)] : []),
        ],
        data: drawable(pieces).map((piece) =>
          piece.children
            ? {
                id: branchId(piece),
                name: shorten(piece.label, 60),
                value: Number(piece.amount),
                itemStyle: { color: theme.surface },
                children: drawable(piece.children).map(leaf),
              }
            : leaf(piece),
        ),
      },
    ],
  }
}

/** A group of areas under its name. */
const branch = (theme: ChartTheme, nameOf: (id: string) => string) => ({
  itemStyle: { borderColor: theme.surface, borderWidth: 1, gapWidth: 2 },
  upperLabel: {
    show: true,
    height: 24,
    color: theme.text,
    fontSize: 12,
    fontWeight: 600 as const,
    padding: [0, 2],
    formatter: ({ data }: { data: unknown }) => nameOf(idOf(data)),
  },
})

type TreemapLeaf = { piece: ChartPiece; parent: ChartPiece | null }

/** What is drawn as an area of its own, in the order in which the keys walk it. */
export const treemapPieces = (pieces: readonly ChartPiece[]): TreemapLeaf[] =>
  drawable(pieces).flatMap((piece): TreemapLeaf[] =>
    piece.children
      ? drawable(piece.children).map((child) => ({ piece: child, parent: piece }))
      : [{ piece, parent: null }],
  )

/** A branch may bear the name of one of its leaves. */
const branchId = ({ id }: ChartPiece): string => `${id} *`

const idOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : ''

function leafIndex(params: unknown, leaves: readonly TreemapLeaf[]): number {
  if (typeof params !== 'object' || params === null || !('data' in params)) return -1
  const id = idOf(params.data)
  return leaves.findIndex(({ piece }) => piece.id === id)
}
