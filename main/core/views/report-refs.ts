import type { CostDimension, CostWhere, ViewSpec } from '#shared/contract/costs.ts'
import type { ReportBlock, ReportSpec } from '#shared/contract/report-spec.ts'

type Referring = {
  groupBy: CostDimension[]
  where: CostWhere
  filterIds: Set<string>
  budgetIds: Set<string>
  hierarchyIds: Set<string>
}

/** What a report speaks of that an installation has numbers for. */
export function refsOf({ where, filterId, blocks }: ReportSpec): Referring {
  const views = blocks.flatMap((block) => ('view' in block ? [block.view] : []))
  const given = (ids: readonly (string | null)[]): Set<string> => new Set(ids.filter((id) => id !== null))
  return {
    groupBy: views.flatMap((view) => view.groupBy),
    where: [...where, ...views.flatMap((view) => view.where)],
    filterIds: given([filterId, ...views.map((view) => view.filterId)]),
    budgetIds: given(views.map((view) => view.budgetId)),
    hierarchyIds: given(blocks.map((block) => (block.kind === 'showback' ? block.hierarchyId : null))),
  }
}

/** The same report with other views in its blocks. */
export const withViews = (
  blocks: readonly ReportBlock[],
  change: (view: ViewSpec) => ViewSpec,
): ReportBlock[] => blocks.map((block) => ('view' in block ? { ...block, view: change(block.view) } : block))
