import { unmarked } from '#main/core/allocation/columns.ts'
import { byId, pathOf } from '#main/core/allocation/hierarchy.ts'
import { type Bearing, NOTHING } from '#main/core/allocation/showback.ts'
import type { CubeDimension, CubeQuestion } from '#main/ports/ledger.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { readHierarchy } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'
import { readVat } from '../vat.query.ts'
import { findVirtual } from './known.query.ts'
import { virtualIdOf } from './rule-refs.ts'

type Input = ParsedInput<'allocation.getShowback'>
type Range = { from: Day; to: Day }

/** By what costs are told apart, and the tree that gathers it. */
export type ShowbackBasis = {
  name: string
  dimension: CubeDimension
  nodes: readonly HierarchyNode[] | null
  levels: readonly string[]
}

export function showbackBasis(scope: Scope, by: Input['by']): ShowbackBasis {
  if ('tagId' in by) return { ...tagIn(scope, by.tagId), nodes: null, levels: [] }
  const hierarchy = readHierarchy(scope, by.hierarchyId)
  if (!hierarchy) throw new AppError('hierarchy.notFound')
  const id = virtualIdOf(hierarchy.dimension)
  const dimension = id === null ? (hierarchy.dimension as CubeDimension) : tagIn(scope, id).dimension
  const { name, nodes, levels } = hierarchy
  return { name, dimension, nodes, levels }
}

function tagIn(scope: Scope, id: string): Pick<ShowbackBasis, 'name' | 'dimension'> {
  const tag = findVirtual(scope, id)
  if (!tag) throw new AppError('virtualTag.notFound')
  if (!tag.isOn) throw new AppError('virtualTag.isOff', { name: tag.name })
  return { name: tag.name, dimension: `virtual:${id}` }
}

export const showbackQuestion = (
  scope: Scope,
  { metric, vat }: Pick<Input, 'metric' | 'vat'>,
): Pick<CubeQuestion, 'workspaceId' | 'metric' | 'step' | 'factors'> => ({
  workspaceId: scope.workspaceId,
  metric,
  step: 'total',
  factors: readVat(scope, vat).factors,
})

type ShowbackQuestion = ReturnType<typeof showbackQuestion>

/** By currency what each value bears: of a virtual tag what is its own and what is shared, all its own else. */
export function bearingsOf(
  { ledger }: Scope,
  { dimension }: ShowbackBasis,
  question: ShowbackQuestion,
  { from, to }: Range,
): Map<Currency, Map<string | null, Bearing>> {
  const isVirtual = virtualIdOf(dimension) !== null
  const cube = ledger.cube({
    ...question,
    from,
    to,
    groupBy: [isVirtual ? (`${dimension}~marked` as CubeDimension) : dimension],
  })
  const found = new Map<Currency, Map<string | null, Bearing>>()
  for (const [at, { keys, unit }] of cube.groups.entries()) {
    const said = keys[0] ?? null
    const { part, isMarked } = said === null ? { part: null, isMarked: false } : partOf(said, isVirtual)
    const own = found.get(unit as Currency) ?? new Map<string | null, Bearing>()
    found.set(unit as Currency, own)
    const sum = own.get(part) ?? NOTHING
    const amount = cube.total(at)
    own.set(
      part,
      isMarked ? { ...sum, shared: sum.shared + amount } : { ...sum, direct: sum.direct + amount },
    )
  }
  return found
}

const partOf = (said: string, isVirtual: boolean): { part: string; isMarked: boolean } =>
  isVirtual ? unmarked(said) : { part: said, isMarked: false }

/** How many resources each has of its own; those of a node are its children's too. Null: those that cost nobody. */
export function ownResources(
  { ledger, workspaceId }: Scope,
  { dimension, nodes }: ShowbackBasis,
  { from, to, currency }: Range & { currency: Currency },
): Map<string | null, number> {
  const isVirtual = virtualIdOf(dimension) !== null
  const places = nodes && nodesOfValues(nodes)
  // What is shared is nobody's own, and yet somebody's; what stands nowhere in a tree is nobody's even so.
  const into = (said: string | null): readonly (string | null)[] => {
    const { part, isMarked } = said === null ? { part: null, isMarked: false } : partOf(said, isVirtual)
    const place = part !== null && (places === null ? [part] : places.get(part))
    return place ? (isMarked ? NONE : place) : NOBODY
  }
  return ledger.resourcesBy({
    workspaceId,
    from,
    to,
    filter: { currencies: [currency] },
    dimension: isVirtual ? (`${dimension}~marked` as CubeDimension) : dimension,
    into,
  })
}

const NONE: readonly string[] = []
const NOBODY: readonly null[] = [null]

/** The node that has each value, with all above it. */
function nodesOfValues(nodes: readonly HierarchyNode[]): Map<string, string[]> {
  const all = byId(nodes)
  return new Map(
    nodes.flatMap(({ id, values }) => {
      const path = pathOf(all, id).map((node) => node.id)
      return values.map((value) => [value, path] as const)
    }),
  )
}
