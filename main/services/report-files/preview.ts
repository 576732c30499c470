import type { ReportDocument } from '#main/core/report/document.ts'
import type { ReportPage } from '#shared/contract/page-ops.ts'

export type ReportPreview = {
  pages: number
  page: number
  content: ReportPage
  blocks: { id: string; page: number }[]
}

/** One page of what would be printed; a page beyond the last is the last. */
export function previewReport(_document: ReportDocument, _page: number): ReportPreview {
  throw new Error('not written yet')
}
