import type { ReportDocument } from '#main/core/report/document.ts'

export type PdfJob = {
  document: ReportDocument
  path: string
  /** SHA-256 of the data, printed under every page. */
  checksum: string
  signal: AbortSignal
}

export async function writePdf(_job: PdfJob): Promise<void> {
  throw new Error('not written yet')
}
