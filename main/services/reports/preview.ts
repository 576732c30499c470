import type { BuiltReport } from '#main/core/report/built.ts'
import { buildReport } from '#main/queries/report/build-report.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { readWorkspace } from '#main/queries/workspaces.query.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'

/** A page as it will print, and what the report leaves out. What draws is loaded with the first. */
export async function previewOf(
  scope: Scope,
  { spec, page }: ParsedInput<'reports.preview'>,
): Promise<CallOutput<'reports.preview'>> {
  const { previewReport } = await import('../report-files/preview.ts')
  const organisation = readWorkspace(scope.db, scope.workspaceId)?.name ?? ''
  const built = buildReport(scope, spec, { organisation, isPreview: true })
  return {
    ...previewReport(built.document, page),
    period: built.period,
    problems: [...built.problems],
    isCut: isCut(built, spec),
  }
}

/** Whether a table shows fewer rows than the report asks for. */
function isCut({ document }: BuiltReport, { blocks }: ReportSpec): boolean {
  const limits = new Map(blocks.map((block) => [block.id, 'limit' in block ? block.limit : null]))
  return document.blocks.some((block) => {
    if (!('table' in block) || block.table.left === 0) return false
    const limit = limits.get(block.id) ?? null
    return limit === null || block.table.rowCount < limit
  })
}
