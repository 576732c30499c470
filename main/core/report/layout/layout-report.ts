import type { ReportChart } from '#shared/charts/report-chart.ts'
import type { PageOp, ReportPage } from '#shared/contract/page-ops.ts'
import type { ReportDocument } from '../document.ts'
import type { Measure } from './measure.ts'

export type Language = ReportDocument['language']

/** What paper needs from outside: the widths of the font and the pictures of charts. */
export type LayoutTools = {
  measure: Measure
  /** The text with what the font has not replaced by what one sees. */
  visible: (text: string) => string
  chartOps: (
    chart: ReportChart,
    size: { width: number; height: number },
    language: Language,
  ) => readonly PageOp[]
}

export type LayoutOptions = {
  language: Language
  /** SHA-256 of the data; null while it is not known yet: its line is kept free. */
  checksum?: string | null
}

export type Laid = {
  pageCount: number
  /** Made as they are asked for. */
  pages(): Iterable<ReportPage>
  /** On which page each block begins, from 1. */
  blockPages: readonly { id: string; page: number }[]
}

export function layoutReport(_document: ReportDocument, _tools: LayoutTools, _options: LayoutOptions): Laid {
  throw new Error('not written yet')
}
