import { compareText } from '#main/core/rules/exact.ts'
import { plainDimensions } from '#shared/contract/costs.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { addDays } from '#shared/lib/day.ts'
import { readCoverage } from './coverage.ts'
import { depthOf, knownThings } from './explorer/known-things.ts'
import { whereOf } from './ledger-where.ts'
import { compareNames } from './order.ts'
import type { Scope } from './scope.ts'

/** Which resources have a tag is counted on the last days of the data: what is there now is what people look for. */
const COUNTED_DAYS = 92

/** What there is to group and filter by. */
export function listDimensions(scope: Scope): CallOutput<'explorer.listDimensions'> {
  const known = knownThings(scope)
  const counts = countTags(scope)
  const tags = [...known.tagKeys()].map((key) => ({ key, resources: counts.get(key) ?? 0 }))
  const levels = [...known.hierarchies.values()].flatMap((hierarchy) =>
    Array.from({ length: depthOf(hierarchy) }, (_, depth) => ({
      hierarchyId: hierarchy.id,
      depth,
      name: hierarchy.levels[depth] ?? `${hierarchy.name} ${depth + 1}`,
      hierarchy: hierarchy.name,
    })),
  )
  return {
    plain: [...plainDimensions],
    tags: tags.sort((a, b) => b.resources - a.resources || compareText(a.key, b.key)),
    virtual: [...known.virtual]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => compareNames(a.name, b.name)),
    levels: levels.sort((a, b) => compareNames(a.hierarchy, b.hierarchy) || a.depth - b.depth),
  }
}

function countTags(scope: Scope): Map<string, number> {
  const { dataThrough } = readCoverage(scope)
  if (dataThrough === null) return new Map()
  const { ledger, workspaceId } = scope
  return ledger.countTags({ workspaceId, from: addDays(dataThrough, 1 - COUNTED_DAYS), to: dataThrough })
}

/** How much of the lines a filter keeps. */
export function countFilter(
  scope: Scope,
  { where, from, to }: ParsedInput<'explorer.countFilter'>,
): CallOutput<'explorer.countFilter'> {
  const { ledger, workspaceId } = scope
  const span = { workspaceId, from, to }
  const kept = { ...span, filter: where.length > 0 ? { where: whereOf(scope, where) } : {} }
  const count = (of: typeof span): number => {
    const cube = ledger.cube({ ...of, metric: 'billed', groupBy: [], step: 'total' })
    return cube.groups.reduce((sum, _, group) => sum + cube.lines(group), 0)
  }
  return { lines: count(kept), ofLines: count(span), resources: ledger.countResources(kept) }
}
