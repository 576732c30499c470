import type { ReportChart } from '#shared/charts/report-chart.ts'
import type { PageOp } from '#shared/contract/page-ops.ts'

/** A chart with its legend, drawn from the origin into that size. */
export function chartOps(
  _chart: ReportChart,
  _size: { width: number; height: number },
  _language: 'ru' | 'en',
): readonly PageOp[] {
  return []
}
