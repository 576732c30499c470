import type { Day } from '#shared/lib/day.ts'
import type { ReportDocument } from './document.ts'

/** What a report leaves out, and which of its blocks that concerns. */
export type ReportProblem = { blockId: string | null; code: string; subject: string | null }

export type BuiltReport = {
  document: ReportDocument
  period: { from: Day; to: Day }
  problems: readonly ReportProblem[]
}
