import type { ReportDocument } from '#main/core/report/document.ts'
import type { ReportFormat, ReportSpec } from '#shared/contract/report-spec.ts'

export type WrittenFile = { name: string; format: ReportFormat; path: string; bytes: number; sha256: string }

/** Writes the ledger's lines of the report's days and filter out as FOCUS into that file. */
export type FocusWriter = (path: string, signal: AbortSignal) => Promise<void>

export type ReportFiles = {
  document: ReportDocument
  spec: ReportSpec
  formats: readonly ReportFormat[]
  /** Exists and is empty. */
  folder: string
  /** Without an ending; safe on every system. */
  baseName: string
  signal: AbortSignal
  focus: FocusWriter
}

/** Every format of a report from one document. */
export async function writeReportFiles(_files: ReportFiles): Promise<WrittenFile[]> {
  throw new Error('not written yet')
}
