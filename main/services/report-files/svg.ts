import type { PageOp } from '#shared/contract/page-ops.ts'
import { visibleText } from './measure.ts'

type Attributes = Readonly<Record<string, string | number | null | undefined>>

const FAMILY = "'Golos Text', 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"

type Size = { width: number; height: number }

/** A drawing as SVG: texts stay texts. `shown` is the size that it opens in, in pixels. */
export function toSvg(
  ops: readonly PageOp[],
  { width, height, title, shown }: Size & { title: string; shown: Size },
): string {
  const clips: string[] = []
  const body = ops.map((one) => element(one, clips)).join('\n')
  const head = tag('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: shown.width,
    height: shown.height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'font-family': FAMILY,
  })
  const defs = clips.length > 0 ? `<defs>${clips.join('')}</defs>\n` : ''
  const ground = `${tag('rect', { width, height, fill: '#ffffff' })}</rect>`
  return `${head}\n<title>${escaped(title)}</title>\n${defs}${ground}\n${body}\n</svg>\n`
}

function element(one: PageOp, clips: string[]): string {
  switch (one.op) {
    case 'text': {
      const turn = one.turn ? `rotate(${one.turn} ${one.x} ${one.y})` : null
      const { x, y, fill } = one
      const look = { 'font-size': one.size, 'font-weight': one.weight, 'text-anchor': one.anchor }
      const open = tag('text', { x, y, fill, ...look, transform: turn, 'xml:space': 'preserve' })
      return `${open}${escaped(visibleText(one.text))}</text>`
    }
    case 'rect': {
      const { x, y, width, height, fill, radius, opacity } = one
      return `${tag('rect', { x, y, width, height, fill, rx: radius, opacity })}</rect>`
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, width, dash } = one
      const dashes = dash?.join(' ')
      return `${tag('line', { x1, y1, x2, y2, stroke, 'stroke-width': width, 'stroke-dasharray': dashes })}</line>`
    }
    case 'path': {
      const moved = one.dx || one.dy ? `translate(${one.dx ?? 0} ${one.dy ?? 0})` : null
      const drawn = `${tag('path', {
        d: one.d,
        fill: one.fill ?? 'none',
        stroke: one.stroke ?? 'none',
        'stroke-width': one.stroke === null ? null : one.width,
        'stroke-linejoin': one.stroke === null ? null : 'round',
        'stroke-dasharray': one.dash?.join(' '),
        opacity: one.opacity,
        transform: moved,
      })}</path>`
      if (!one.clip) return drawn
      const id = `clip${clips.length + 1}`
      clips.push(`<clipPath id="${id}">${tag('rect', one.clip)}</rect></clipPath>`)
      return `<g clip-path="url(#${id})">${drawn}</g>`
    }
  }
}

function tag(name: string, attributes: Attributes): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [`${key}="${escaped(String(value))}"`],
  )
  return `<${name} ${said.join(' ')}>`
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML has no way at all to write most control characters. */
const CONTROL = /[^\P{Cc}\t\n]/gu
const escaped = (text: string): string =>
  text.replace(CONTROL, '').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
