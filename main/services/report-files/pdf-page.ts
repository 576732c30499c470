import type { Weight } from '#main/core/report/layout/measure.ts'
import type { PageOp } from '#shared/contract/page-ops.ts'
import { measureText, visibleText } from './measure.ts'
import type { PdfFont } from './pdf-font.ts'

type PdfCanvas = PDFKit.PDFDocument
type Op<K extends PageOp['op']> = Extract<PageOp, { op: K }>

/**
 * Draws a page: texts and straight lines, of which there are many, in the page's own words; shapes by pdfkit. Its pages
 * count from the upper left corner, hence texts are turned over once more.
 */
export function drawPage(canvas: PdfCanvas, ops: readonly PageOp[], fonts: Record<Weight, PdfFont>): void {
  let content: string[] = []
  const flush = (): void => {
    if (content.length > 0) canvas.addContent(content.join('\n'))
    content = []
  }
  let fill = ''
  const setFill = (paint: string): void => {
    if (paint !== fill) content.push(`${rgb(paint)} rg`)
    fill = paint
  }
  for (const one of ops) {
    switch (one.op) {
      case 'text':
        setFill(one.fill)
        content.push(textContent(one, fonts[one.weight]))
        break
      case 'line':
        content.push(lineContent(one))
        break
      default:
        flush()
        drawShape(canvas, one)
    }
  }
  flush()
}

function textContent(one: Op<'text'>, font: PdfFont): string {
  const text = visibleText(one.text)
  const width = one.anchor === 'start' ? 0 : measureText(text, one.size, one.weight)
  const back = one.anchor === 'end' ? width : width / 2
  const angle = ((one.turn ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [x, y] = [one.x - back * cos, one.y - back * sin]
  const turned = one.turn ? `${n(cos)} ${n(sin)} ${n(sin)} ${n(-cos)}` : '1 0 0 -1'
  return `BT /${font.id} ${n(one.size)} Tf ${turned} ${n(x)} ${n(y)} Tm ${font.operand(text)} TJ ET`
}

function lineContent({ x1, y1, x2, y2, stroke, width, dash }: Op<'line'>): string {
  const dashes = dash === undefined ? '' : `[${dash.map(n).join(' ')}] 0 d `
  return `q ${rgb(stroke)} RG ${n(width)} w ${dashes}${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S Q`
}

function drawShape(canvas: PdfCanvas, one: Op<'rect'> | Op<'path'>): void {
  canvas.save()
  if (one.opacity !== undefined) canvas.opacity(one.opacity)
  if (one.op === 'rect') {
    if (one.radius) canvas.roundedRect(one.x, one.y, one.width, one.height, one.radius)
    else canvas.rect(one.x, one.y, one.width, one.height)
    canvas.fillColor(hex(one.fill)).fill()
  } else {
    if (one.clip) canvas.rect(one.clip.x, one.clip.y, one.clip.width, one.clip.height).clip()
    if (one.dx || one.dy) canvas.translate(one.dx ?? 0, one.dy ?? 0)
    if (one.dash) canvas.addContent(`[${one.dash.map(n).join(' ')}] 0 d`)
    if (one.fill !== null) canvas.fillColor(hex(one.fill))
    if (one.stroke !== null) canvas.strokeColor(hex(one.stroke)).lineWidth(one.width).lineJoin('round')
    canvas.path(one.d)
    if (one.fill !== null && one.stroke !== null) canvas.fillAndStroke()
    else if (one.fill !== null) canvas.fill()
    else canvas.stroke()
  }
  canvas.restore()
}

const n = (value: number): string => String(Math.round(value * 1000) / 1000)

/** `#rrggbb`, `#rgb` and `rgb(…)` as three parts of one. */
function parts(paint: string): readonly number[] {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(paint)
  if (short) return short.slice(1).map((part) => Number.parseInt(part + part, 16))
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(paint)
  if (long) return long.slice(1).map((part) => Number.parseInt(part, 16))
  const named = /^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)/.exec(paint)
  return named ? named.slice(1).map(Number) : [0, 0, 0]
}

const written = new Map<string, string>()

function rgb(paint: string): string {
  let text = written.get(paint)
  if (text === undefined) {
    text = parts(paint)
      .map((part) => n(part / 255))
      .join(' ')
    written.set(paint, text)
  }
  return text
}

const hex = (paint: string): string =>
  `#${parts(paint)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`
