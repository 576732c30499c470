import type { ReportChart } from '#shared/charts/report-chart.ts'
import type { PageOp } from '#shared/contract/page-ops.ts'
import type { ReportDocument } from '../document.ts'
import type { Measure, Visible } from './measure.ts'
import type { Frame } from './paper.ts'

export type Language = ReportDocument['language']

/** What paper needs from outside: the widths of the font and the pictures of charts. */
export type LayoutTools = {
  measure: Measure
  visible: Visible
  chartOps: (
    chart: ReportChart,
    size: { width: number; height: number },
    language: Language,
  ) => readonly PageOp[]
}

export type Desk = LayoutTools & { language: Language; frame: Frame }
