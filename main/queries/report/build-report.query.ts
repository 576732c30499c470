import type { BuiltReport } from '#main/core/report/built.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import type { Scope } from '../scope.ts'

export type ReportOptions = {
  /** Whose report it is, as its head says. */
  organisation: string
  /** A preview shows the first rows of its tables. */
  isPreview: boolean
}

/** A report with every figure in it, from what it asks for. */
export function buildReport(_scope: Scope, _spec: ReportSpec, _options: ReportOptions): BuiltReport {
  throw new Error('no blocks')
}
