import {
  type Renumbering,
  readPortable,
  referredTo,
  renumberSpec,
  renumberWhere,
  writePortable,
} from '#main/core/views/portable.ts'
import { type CostWhere, type ViewSpec, whereValue } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { PortableNames, PortableView } from '#shared/contract/portable-view.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import { fileStem, type Known, matchNames, readKnown, tellNames } from './portable-names.ts'
import type { Scope } from './scope.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId'>

/** A view as a file. Of what it refers to the names travel along, and of a saved filter what it keeps. */
export function exportView(
  scope: Asker,
  { name, spec }: { name: string; spec: ViewSpec },
): CallOutput<'views.export'> {
  const known = readKnown(scope)
  const filter = known.filters.find(({ id }) => id === spec.filterId)
  const where: CostWhere = [...spec.where, ...(filter?.where ?? [])]
  const referred = referredTo({ groupBy: spec.groupBy, where })
  const names: PortableNames = {
    ...tellNames(known, referred),
    budget: known.budgets.find(({ id }) => id === spec.budgetId)?.name ?? null,
    filter: filter ? { name: filter.name, where: filter.where } : null,
  }
  return {
    fileName: `${fileStem(name)}.infrazen-view.json`,
    mediaType: 'application/json',
    text: writePortable({ name, spec, names }),
  }
}

/** What a file asks for, by the numbers that things have here. What is not here is named, and stands on nothing. */
export function readView(scope: Asker, { text }: { text: string }): CallOutput<'views.read'> {
  const file = readPortable(text)
  const known = readKnown(scope)
  const { here, missing } = matchNames(file.names, referredTo(file.spec), known)
  const spec = renumberSpec(file.spec, here)
  const budget = known.budgets.find(({ name }) => name === file.names.budget)
  if (file.names.budget !== null && !budget) missing.push(file.names.budget)
  return {
    name: file.name,
    ...withFilter({ ...spec, filterId: null, budgetId: budget?.id ?? null }, file, { known, here, missing }),
  }
}

/** A saved filter of that name holds here; where there is none, its conditions go into the view itself. */
function withFilter(
  spec: ViewSpec,
  { names }: PortableView,
  { known, here, missing }: { known: Known; here: Renumbering; missing: string[] },
): { spec: ViewSpec; missing: string[] } {
  if (names.filter === null) return { spec, missing }
  const own = known.filters.find(({ name }) => name === names.filter?.name)
  if (own) return { spec: { ...spec, filterId: own.id }, missing }
  const both = bothOf(spec.where, renumberWhere(names.filter.where, here))
  // More conditions than a view may have are no view.
  const where = whereValue.safeParse(both).data
  return where ? { spec: { ...spec, where }, missing } : { spec, missing: [...missing, names.filter.name] }
}
