import type { PageOp } from '../contract/page-ops.ts'
import { type Affine, combine, movePath, place, readTransform, scaleOf, turnOf } from './affine.ts'

/** An element of a drawing, as the drawing's own painter hands it over. */
export type VectorNode = {
  tag: string
  attrs: Record<string, string | number | undefined | boolean>
  children?: VectorNode[]
  text?: string
}

const round = (value: number): number => Math.round(value * 100) / 100
/** How far the base line lies from where a text is hung, in parts of its size. */
const HANG: Record<string, number> = { central: 0.35, middle: 0.35, 'text-before-edge': 0.8, hanging: 0.8 }

/** The shapes of a drawing as operations on a page. Patterns are no colours: what bears one is left pale. */
export function vectorOps(node: VectorNode, outer: Affine): PageOp[] {
  const { transform } = node.attrs
  const matrix = typeof transform === 'string' ? combine(outer, readTransform(transform)) : outer
  switch (node.tag) {
    case 'defs':
    case 'style':
      return []
    case 'text':
      return textOps(node, matrix)
    case 'path':
      return pathOps(String(node.attrs.d ?? ''), node, matrix)
    case 'rect': {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(node.attrs[key] ?? 0))
      return pathOps(`M${x} ${y}h${width}v${height}h${-(width ?? 0)}Z`, node, matrix)
    }
    case 'circle': {
      const [x, y, r] = ['cx', 'cy', 'r'].map((key) => Number(node.attrs[key] ?? 0)) as [
        number,
        number,
        number,
      ]
      return pathOps(
        `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`,
        node,
        matrix,
      )
    }
    case 'polyline':
    case 'polygon': {
      const points = String(node.attrs.points ?? '').trim()
      return points === '' ? [] : pathOps(`M${points}${node.tag === 'polygon' ? 'Z' : ''}`, node, matrix)
    }
    default:
      return (node.children ?? []).flatMap((child) => vectorOps(child, matrix))
  }
}

function pathOps(data: string, { attrs }: VectorNode, matrix: Affine): PageOp[] {
  const isPattern = String(attrs.fill ?? '').startsWith('url(')
  const fill = isPattern ? { color: '#ffffff', opacity: 0.5 } : readPaint(attrs.fill ?? '#000000')
  const stroke = readPaint(attrs.stroke ?? 'none')
  const main = fill ?? stroke
  if (!main) return []
  const factor = scaleOf(matrix)
  const own = Number(attrs.opacity ?? 1)
  const part = Number((fill ? attrs['fill-opacity'] : attrs['stroke-opacity']) ?? 1)
  const opacity = round(own * part * main.opacity)
  if (opacity === 0) return []
  const dash = String(attrs['stroke-dasharray'] ?? '')
    .split(/[\s,]+/)
    .filter((one) => one !== '' && one !== 'none')
    .map((one) => round(Number(one) * factor))
  return [
    {
      op: 'path',
      d: movePath(data, matrix),
      fill: fill?.color ?? null,
      stroke: stroke?.color ?? null,
      width: stroke ? round(Number(attrs['stroke-width'] ?? 1) * factor) : 0,
      ...(opacity === 1 ? {} : { opacity }),
      ...(dash.length > 0 ? { dash } : {}),
    },
  ]
}

function textOps({ attrs, text, children }: VectorNode, matrix: Affine): PageOp[] {
  const style = String(attrs.style ?? '')
  const factor = scaleOf(matrix)
  const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1] ?? 12)
  const words = (text ?? children?.map((child) => child.text ?? '').join('') ?? '').trim()
  const fill = readPaint(attrs.fill ?? '#000000')
  if (words === '' || !fill) return []
  const hung = HANG[String(attrs['dominant-baseline'] ?? '')] ?? 0
  const [x, y] = place(matrix, Number(attrs.x ?? 0), Number(attrs.y ?? 0) + hung * size)
  const turn = round(turnOf(matrix))
  return [
    {
      op: 'text',
      x: round(x),
      y: round(y),
      size: round(size * factor),
      weight: /font-weight:(600|700|bold)/.test(style) ? 600 : 400,
      fill: fill.color,
      anchor: anchorOf(attrs['text-anchor']),
      text: words,
      ...(turn === 0 ? {} : { turn }),
    },
  ]
}

const anchorOf = (value: unknown): 'start' | 'middle' | 'end' =>
  value === 'middle' || value === 'end' ? value : 'start'

/** `#rrggbb`, `rgb(…)` and `rgba(…)`; null where nothing is painted. */
function readPaint(value: string | number | boolean): { color: string; opacity: number } | null {
  const paint = String(value).trim()
  if (paint === 'none' || paint === 'transparent' || paint === '') return null
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(paint)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (!parts) return { color: paint, opacity: 1 }
  const [r = 0, g = 0, b = 0, opacity = 1] = parts
  const hex = [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')
  return opacity === 0 ? null : { color: `#${hex}`, opacity }
}
