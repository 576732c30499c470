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
  const said = new PageWords(fonts)
  for (const one of ops) {
    if (one.op === 'text') said.text(one)
    else if (one.op === 'line') said.line(one)
    else {
      said.flush(canvas)
      drawShape(canvas, one)
    }
  }
  said.flush(canvas)
}

/** Says nothing twice: the paint and the font hold until others are named. */
class PageWords {
  private words: string[] = []
  private isInText = false
  private paint = ''
  private type = ''
  private readonly fonts: Record<Weight, PdfFont>

  constructor(fonts: Record<Weight, PdfFont>) {
    this.fonts = fonts
  }

  text(one: Op<'text'>): void {
    const font = this.fonts[one.weight]
    const text = visibleText(one.text)
    if (!this.isInText) this.words.push('BT')
    this.isInText = true
    if (one.fill !== this.paint) this.words.push(`${rgb(one.fill)} rg`)
    this.paint = one.fill
    const type = `/${font.id} ${n(one.size)} Tf`
    if (type !== this.type) this.words.push(type)
    this.type = type
    this.words.push(`${matrixOf(one, text)} Tm ${font.operand(text)} TJ`)
  }

  line({ x1, y1, x2, y2, stroke, width, dash }: Op<'line'>): void {
    this.endText()
    const dashes = dash === undefined ? '' : `[${dash.map(n).join(' ')}] 0 d `
    this.words.push(`q ${rgb(stroke)} RG ${n(width)} w ${dashes}${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S Q`)
  }

  flush(canvas: PdfCanvas): void {
    this.endText()
    if (this.words.length > 0) canvas.addContent(this.words.join('\n'))
    this.words = []
  }

  private endText(): void {
    if (this.isInText) this.words.push('ET')
    this.isInText = false
  }
}

function matrixOf(one: Op<'text'>, text: string): string {
  const width = one.anchor === 'start' ? 0 : measureText(text, one.size, one.weight)
  const back = one.anchor === 'end' ? width : width / 2
  if (!one.turn) return `1 0 0 -1 ${n(one.x - back)} ${n(one.y)}`
  const angle = (one.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return `${n(cos)} ${n(sin)} ${n(sin)} ${n(-cos)} ${n(one.x - back * cos)} ${n(one.y - back * sin)}`
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

const n = (value: number): string => String(Math.round(value * 100) / 100)

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
      .map((part) => (part / 255).toFixed(4))
      .join(' ')
    written.set(paint, text)
  }
  return text
}

const hex = (paint: string): string =>
  `#${parts(paint)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`
