import type { ReportDocument } from '#main/core/report/document.ts'
import { type Laid, layoutReport } from '#main/core/report/layout/layout-report.ts'
import { frameOf } from '#main/core/report/layout/paper.ts'
import { paperFonts } from '#main/services/report-files/fonts.ts'
import type { PageOp, ReportPage } from '#shared/contract/page-ops.ts'

type TextOp = Extract<PageOp, { op: 'text' }>

/** A chart that only shows which room it got. */
const boxed = (_: unknown, size: { width: number; height: number }): PageOp[] => [
  { op: 'rect', x: 0, y: 0, ...size, fill: '#eeeeee' },
]

export function layLazily(document: ReportDocument): Laid {
  const { measure, visible } = paperFonts()
  const tools = { measure, visible, chartOps: boxed }
  return layoutReport(document, tools, { language: document.language, checksum: 'ab'.repeat(32) })
}

export function lay(document: ReportDocument): { pages: ReportPage[]; laid: Laid } {
  const laid = layLazily(document)
  return { pages: [...laid.pages()], laid }
}

export const textsOf = (page: ReportPage): TextOp[] => page.ops.filter((one) => one.op === 'text')
export const sayings = (pages: readonly ReportPage[]): string[] =>
  pages.flatMap((page) => textsOf(page).map((one) => one.text))

type Bounds = { left: number; right: number; top: number; bottom: number; text: string }

function boundsOf({ x, y, size, weight, anchor, text }: TextOp): Bounds {
  const width = paperFonts().measure(text, size, weight)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 0.72 * size, bottom: y + 0.2 * size, text }
}

/** What is wrong with a page: things beyond its margins, texts over one another. */
export function faultsOf(page: ReportPage, orientation: ReportDocument['orientation']): string[] {
  const frame = frameOf(orientation)
  const isInside = (b: Omit<Bounds, 'text'>): boolean =>
    b.left >= frame.left - 0.1 &&
    b.right <= frame.right + 0.1 &&
    b.top >= frame.top - 0.1 &&
    b.bottom <= frame.bottom + 0.1
  const faults: string[] = []
  for (const one of page.ops) {
    if (one.op === 'rect') {
      const b = { left: one.x, right: one.x + one.width, top: one.y, bottom: one.y + one.height }
      if (!isInside(b)) faults.push(`a rectangle is outside: ${JSON.stringify(b)}`)
    }
    if (one.op === 'line' && !isInside({ left: one.x1, right: one.x2, top: one.y1, bottom: one.y2 }))
      faults.push(`a line is outside: ${JSON.stringify(one)}`)
  }
  const bounds = textsOf(page).map(boundsOf)
  for (const b of bounds) if (!isInside(b)) faults.push(`a text is outside: ${JSON.stringify(b)}`)
  bounds.sort((a, b) => a.top - b.top)
  for (const [i, a] of bounds.entries()) {
    for (let n = i + 1; n < bounds.length; n += 1) {
      const b = bounds[n]
      if (!b || b.top >= a.bottom - 0.3) break
      if (a.left < b.right - 0.3 && b.left < a.right - 0.3) faults.push(`«${a.text}» lies over «${b.text}»`)
    }
  }
  return faults
}
