import { type Envelope, readEnvelope, writeEnvelope } from '#main/core/views/envelope.ts'
import { type Renumbering, referredTo, renumberSpec, renumberWhere } from '#main/core/views/portable.ts'
import { refsOf, withViews } from '#main/core/views/report-refs.ts'
import { type CostWhere, type ViewSpec, whereValue } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { type PortableReport, portableReport } from '#shared/contract/portable-report.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import { fileStem, type Known, matchNames, readKnown, tellNames } from './portable-names.ts'
import type { Scope } from './scope.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId'>

const REPORT: Envelope = {
  format: 'infrazen-report',
  version: 1,
  bad: 'report.badFile',
  newer: 'report.newerFile',
}

/** A report as a file: everything but its figures. Names of what it speaks of travel along. */
export function exportReport(
  scope: Asker,
  { name, spec }: { name: string; spec: ReportSpec },
): CallOutput<'reports.export'> {
  const known = readKnown(scope)
  const refs = refsOf(spec)
  const filters = known.filters.filter(({ id }) => refs.filterIds.has(id))
  const where = [...refs.where, ...filters.flatMap((filter) => filter.where)]
  const referred = referredTo({ groupBy: refs.groupBy, where })
  for (const id of refs.hierarchyIds) referred.hierarchies.add(id)
  const names = {
    ...tellNames(known, referred),
    budgets: Object.fromEntries(
      known.budgets.filter(({ id }) => refs.budgetIds.has(id)).map(({ id, name: budget }) => [id, budget]),
    ),
    filters: Object.fromEntries(
      filters.map(({ id, name: filter, where: kept }) => [id, { name: filter, where: kept }]),
    ),
  }
  return {
    fileName: `${fileStem(name)}.infrazen-report.json`,
    mediaType: 'application/json',
    text: writeEnvelope(REPORT, { name, spec, names } satisfies PortableReport),
  }
}

/** What a file asks for, by the numbers that things have here; what is not here is named. Nothing is kept yet. */
export function readReport(scope: Asker, { text }: { text: string }): CallOutput<'reports.read'> {
  const found = portableReport.safeParse(readEnvelope(text, REPORT))
  if (!found.success) throw new AppError('report.badFile')
  const { name, spec, names } = found.data
  const known = readKnown(scope)
  const refs = refsOf(spec)
  const { here, missing } = matchNames(names, referredTo(refs), known)
  const fit = fitting({ names, known, here, missing })
  const spoken = withViews(spec.blocks, (view) => fit.view(view))
  const blocks = spoken.map((block) =>
    block.kind === 'showback' ? { ...block, hierarchyId: fit.hierarchy(block.hierarchyId) } : block,
  )
  const own = fit.filter(spec.filterId, renumberWhere(spec.where, here))
  return { name, spec: { ...spec, ...own, blocks }, missing: [...new Set(missing)] }
}

type Means = { names: PortableReport['names']; known: Known; here: Renumbering; missing: string[] }

/** Each thing by its name, and by its number on the installation that wrote the file; taken out where it is not here. */
function fitting({ names, known, here, missing }: Means) {
  const lost = (name: string): null => {
    missing.push(name)
    return null
  }
  const find = (all: readonly { id: string; name: string }[], id: string, name: string | undefined) =>
    (all.find((one) => one.name === name) ?? all.find((one) => one.id === id))?.id ?? lost(name ?? id)

  /** Conditions of a filter that is not here go into what it was for, where there is room for them. */
  function filter(id: string | null, where: CostWhere): { filterId: string | null; where: CostWhere } {
    if (id === null) return { filterId: null, where }
    const told = names.filters[id]
    const own =
      known.filters.find((one) => one.name === told?.name) ?? known.filters.find((one) => one.id === id)
    if (own) return { filterId: own.id, where }
    const both = told ? whereValue.safeParse(bothOf(where, renumberWhere(told.where, here))).data : undefined
    if (!both) lost(told?.name ?? id)
    return { filterId: null, where: both ?? where }
  }

  return {
    filter,
    hierarchy: (id: string | null): string | null => {
      if (id === null) return null
      const found = here.hierarchies.get(id)
      if (found !== undefined) return found
      return known.hierarchies.some((one) => one.id === id) ? id : lost(names.hierarchies[id] ?? id)
    },
    view(view: ViewSpec): ViewSpec {
      const spec = renumberSpec(view, here)
      const budgetId =
        view.budgetId === null ? null : find(known.budgets, view.budgetId, names.budgets[view.budgetId])
      const groupBy = spec.groupBy.filter((dimension) => isHere(dimension, known))
      return { ...spec, groupBy, budgetId, ...filter(view.filterId, spec.where) }
    },
  }
}

function isHere(dimension: string, known: Known): boolean {
  const [kind, id = ''] = dimension.split(':')
  if (kind === 'virtual') return known.virtualTags.some((one) => one.id === id.split('~')[0])
  return kind !== 'level' || known.hierarchies.some((one) => one.id === id)
}
