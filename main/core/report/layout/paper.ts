import type { PageOp } from '#shared/contract/page-ops.ts'
import type { ReportDocument } from '../document.ts'
import type { Measure, Weight } from './measure.ts'

const MM = 72 / 25.4
export const mm = (count: number): number => count * MM

/** Where a report may draw: A4 without its margins, the left one for the binder. */
export type Frame = {
  page: { width: number; height: number }
  left: number
  right: number
  top: number
  bottom: number
  width: number
}

const A4 = { short: 595.28, long: 841.89 }

export function frameOf(orientation: ReportDocument['orientation']): Frame {
  const isWide = orientation === 'landscape'
  const page = {
    width: isWide ? A4.long : A4.short,
    height: isWide ? A4.short : A4.long,
  }
  const [left, right] = [mm(20), page.width - mm(10)]
  return { page, left, right, top: mm(10), bottom: page.height - mm(10), width: right - left }
}

/** The light theme's own colours: paper is white, and a printer without colours still tells them apart. */
export const colours = {
  ink: '#1f2937',
  soft: '#5b6473',
  line: '#d5dbe4',
  rule: '#1f2937',
  tint: '#f5f8fb',
  good: '#04714f',
  bad: '#b42318',
} as const

/** Of a line of text: from its upper edge down to the base line, as the font has it. */
const ASCENT = 0.98
const LINE = 1.2
export const baseline = (top: number, size: number, leading: number): number =>
  top + (leading - size * LINE) / 2 + size * ASCENT

const round = (n: number): number => Math.round(n * 100) / 100

type Look = { size: number; weight?: Weight; fill?: string; anchor?: 'start' | 'middle' | 'end' }

/** Draws one page. */
export class Pen {
  readonly ops: PageOp[] = []

  text(text: string, x: number, y: number, look: Look): void {
    if (text === '') return
    this.ops.push({
      op: 'text',
      x: round(x),
      y: round(y),
      size: look.size,
      weight: look.weight ?? 400,
      fill: look.fill ?? colours.ink,
      anchor: look.anchor ?? 'start',
      text,
    })
  }

  /** Lines one under another, from the upper edge. */
  lines(lines: readonly string[], x: number, top: number, leading: number, look: Look): void {
    lines.forEach((line, i) => {
      this.text(line, x, baseline(top + i * leading, look.size, leading), look)
    })
  }

  rule(x1: number, x2: number, y: number, width = 0.4, stroke: string = colours.line): void {
    this.ops.push({ op: 'line', x1: round(x1), y1: round(y), x2: round(x2), y2: round(y), stroke, width })
  }

  upright(x: number, y1: number, y2: number): void {
    this.ops.push({
      op: 'line',
      x1: round(x),
      y1: round(y1),
      x2: round(x),
      y2: round(y2),
      stroke: colours.line,
      width: 0.4,
    })
  }

  tint(x: number, y: number, width: number, height: number): void {
    this.ops.push({
      op: 'rect',
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
      fill: colours.tint,
    })
  }

  /** A drawing made at the origin, put in its place. */
  place(ops: readonly PageOp[], dx: number, dy: number): void {
    for (const one of ops) this.ops.push(moved(one, round(dx), round(dy)))
  }
}

function moved(one: PageOp, dx: number, dy: number): PageOp {
  switch (one.op) {
    case 'text':
    case 'rect':
      return { ...one, x: round(one.x + dx), y: round(one.y + dy) }
    case 'line':
      return {
        ...one,
        x1: round(one.x1 + dx),
        y1: round(one.y1 + dy),
        x2: round(one.x2 + dx),
        y2: round(one.y2 + dy),
      }
    case 'path':
      return {
        ...one,
        dx: round((one.dx ?? 0) + dx),
        dy: round((one.dy ?? 0) + dy),
        ...(one.clip && { clip: { ...one.clip, x: round(one.clip.x + dx), y: round(one.clip.y + dy) } }),
      }
  }
}

/** The size at which a text is no wider than that: figures are never cut. */
export function squeezed(
  text: string,
  size: number,
  weight: Weight,
  width: number,
  measure: Measure,
): number {
  const wide = measure(text, size, weight)
  return wide <= width ? size : Math.floor((size * width * 100) / wide) / 100
}
