import type { ReportSpec, ReportTemplate } from '#shared/contract/report-spec.ts'

/** A report that is there from the start, as a person would have laid it out. */
export function templateSpec(_key: ReportTemplate, _language: ReportSpec['language']): ReportSpec {
  throw new Error('no templates')
}
