import type { ReportDocument } from '#main/core/report/document.ts'
import { layoutReport } from '#main/core/report/layout/layout-report.ts'
import type { PageOp, ReportPage } from '#shared/contract/page-ops.ts'
import { chartOps } from './chart-ops.ts'
import { paperFonts } from './fonts.ts'

type ReportPreview = {
  pages: number
  page: number
  content: ReportPage
  blocks: { id: string; page: number; top: number }[]
}

/** One page of what would be printed; a page beyond the last is the last. */
export function previewReport(document: ReportDocument, page: number): ReportPreview {
  const { measure, visible } = paperFonts()
  const laid = layoutReport(document, { measure, visible, chartOps }, { language: document.language })
  const wanted = Math.min(page, laid.pageCount)
  let number = 0
  for (const content of laid.pages()) {
    number += 1
    if (number < wanted) continue
    const seen = (one: PageOp): PageOp => (one.op === 'text' ? { ...one, text: visible(one.text) } : one)
    return {
      pages: laid.pageCount,
      page: wanted,
      content: { ...content, ops: content.ops.map(seen) },
      blocks: firstOf(laid.blockPages),
    }
  }
  throw new RangeError('a report without a page')
}

type Place = ReportPreview['blocks'][number]

/** A block that stands in several currencies begins where the first of them does. */
function firstOf(places: readonly Place[]): Place[] {
  const first = new Map<string, Place>()
  for (const { id, page, top } of places) if (!first.has(id)) first.set(id, { id, page, top })
  return [...first.values()]
}
