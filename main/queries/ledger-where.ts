import { and, eq } from 'drizzle-orm'
import { nodesAtDepth } from '#main/core/allocation/hierarchy.ts'
import { isNegative, isPartial, metPlaces } from '#main/core/allocation/meets.ts'
import type { CubeDimension, LedgerCondition, LedgerWhere } from '#main/ports/ledger.ts'
import { hierarchies } from '#main/store/schema/allocation.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import type { CostCondition, CostDimension, CostWhere } from '#shared/contract/costs.ts'
import { providers } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

/** `level:<hierarchy>:<depth>` taken apart; null for every other dimension. */
export function levelOf(dimension: CostDimension): { hierarchyId: string; depth: number } | null {
  const [kind, hierarchyId = '', depth] = dimension.split(':')
  return kind === 'level' ? { hierarchyId, depth: Number(depth) } : null
}

const isCube = (dimension: CostDimension): dimension is CubeDimension => levelOf(dimension) === null

/** Conditions as the ledger is asked: what is said of a level is said of the values that its nodes gather. */
export const whereOf = (scope: Pick<Scope, 'db' | 'workspaceId'>, where: CostWhere): LedgerWhere =>
  where.map((group) => group.map((condition) => conditionOf(scope, condition)))

function conditionOf(scope: Pick<Scope, 'db' | 'workspaceId'>, condition: CostCondition): LedgerCondition {
  const { dimension, op, values } = condition
  if (isCube(dimension)) return namedBy(scope, { dimension, op, values })
  const level = levelOf(dimension)
  const hierarchy = level && readHierarchy(scope, level.hierarchyId)
  const isNegative = op === 'isNot' || op === 'notContains'
  // Nothing has a value in a level that is not there.
  if (!level || !hierarchy || !isCube(hierarchy.dimension))
    return { dimension: 'service', op: isNegative || op === 'empty' ? 'isNot' : 'is', values: [] }
  const at = nodesAtDepth(hierarchy.nodes, level.depth)
  if (op === 'empty' || op === 'notEmpty') {
    const all = [...at.keys()]
    return { dimension: hierarchy.dimension, op: op === 'empty' ? 'isNot' : 'is', values: all }
  }
  const isMet = meets(op, values)
  const kept = [...at].filter(([, node]) => isMet(node)).map(([value]) => value)
  return { dimension: hierarchy.dimension, op: isNegative ? 'isNot' : 'is', values: kept }
}

const NO_PLACES = new Int32Array(0)

/** Part of what people call an account or a provider is sought in those names, in either language. */
function namedBy(scope: Pick<Scope, 'db' | 'workspaceId'>, condition: LedgerCondition): LedgerCondition {
  const { dimension, op } = condition
  if (!isPartial(op) || (dimension !== 'connection' && dimension !== 'provider')) return condition
  const names: [string, string[]][] =
    dimension === 'connection'
      ? [...connectionNames(scope)].map(([id, { name }]) => [id, [name]])
      : providers.map((code) => [code, [code, providerName(code, 'ru'), providerName(code, 'en')]])
  const found = names
    .filter(([, texts]) => metPlaces({ texts, places: NO_PLACES }, condition).includes(1))
    .map(([id]) => id)
  return { dimension, op: isNegative(op) ? 'isNot' : 'is', values: found }
}

/** Nodes are meant by their ids where they are chosen, by their names where a part of one is sought. */
function meets(op: CostCondition['op'], values: readonly string[]): (node: HierarchyNode) => boolean {
  if (op === 'is' || op === 'isNot') {
    const ids = new Set(values)
    return ({ id }) => ids.has(id)
  }
  const sought = values.map((value) => value.toLowerCase())
  return ({ name }) => {
    const text = name.toLowerCase()
    return sought.some((value) => (op === 'startsWith' ? text.startsWith(value) : text.includes(value)))
  }
}

export const readHierarchy = ({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: string) =>
  db
    .select()
    .from(hierarchies)
    .where(and(eq(hierarchies.id, id), eq(hierarchies.workspaceId, workspaceId)))
    .get()
