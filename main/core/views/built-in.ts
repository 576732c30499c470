import { type ViewSpec, type ViewSpecInput, viewSpec } from '#shared/contract/costs.ts'
import { type BuiltInView, builtInId, builtInViews, type SavedView } from '#shared/contract/views.ts'

const specs: Record<Exclude<BuiltInView, 'departments'>, ViewSpecInput> = {
  periodSpend: { groupBy: [], granularity: 'day', look: 'number' },
  monthToDate: { groupBy: [], granularity: 'day', period: { preset: 'month' }, look: 'number' },
  providersByDay: { groupBy: ['provider'], granularity: 'day', top: 8 },
  servicesByMonth: {
    groupBy: ['service'],
    granularity: 'month',
    period: { preset: 'm14' },
    comparison: 'none',
  },
  topResources: { groupBy: ['resource'], granularity: 'total', look: 'table' },
  topServices: { groupBy: ['service'], granularity: 'total', look: 'table' },
  topAccounts: { groupBy: ['connection'], granularity: 'total', look: 'table' },
  movers: { groupBy: ['service'], granularity: 'total', period: { preset: 'month' }, look: 'waterfall' },
  usageCost: { groupBy: ['resource'], granularity: 'total', look: 'usage' },
}

/** `departmentTagId`: the virtual tag that costs are given to departments by; without one there is no such view. */
export const listBuiltIn = (departmentTagId: string | null): SavedView[] =>
  builtInViews.flatMap((view) => {
    const spec = specOf(view, departmentTagId)
    if (!spec) return []
    return [{ id: builtInId(view), name: view, spec, isBuiltIn: true, byName: null, updatedAtMs: null }]
  })

function specOf(view: BuiltInView, departmentTagId: string | null): ViewSpec | null {
  if (view !== 'departments') return viewSpec.parse(specs[view])
  if (departmentTagId === null) return null
  return viewSpec.parse({
    groupBy: [`virtual:${departmentTagId}`],
    granularity: 'month',
    period: { preset: 'm6' },
    comparison: 'none',
  })
}
