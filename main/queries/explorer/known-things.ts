import { eq } from 'drizzle-orm'
import { nodesAtDepth } from '#main/core/allocation/hierarchy.ts'
import { hierarchies, virtualTags } from '#main/store/schema/allocation.ts'
import { chargeKeys } from '#main/store/schema/costs.ts'
import { connections, resources, resourceTags } from '#main/store/schema/inventory.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { connectionNames } from '../inventory.ts'
import { createPart, createPerWorkspace } from '../kept.ts'
import { levelOf } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'

type Hierarchy = Pick<typeof hierarchies.$inferSelect, 'id' | 'name' | 'dimension' | 'levels' | 'nodes'>

/** What views may refer to besides the plain attributes of a bill. */
type KnownThings = {
  virtual: ReadonlyMap<string, string>
  hierarchies: ReadonlyMap<string, Hierarchy>
  tagKeys(): ReadonlySet<string>
  isThere(dimension: CostDimension): boolean
  hasValue(dimension: CostDimension, value: string): boolean
  /** Which node of a level the values of the hierarchy's dimension belong to; null for what is no level. */
  nodesOf(dimension: CostDimension): { of: CostDimension; nodes: ReadonlyMap<string, HierarchyNode> } | null
}

const TABLES = [virtualTags, hierarchies, chargeKeys, parcelDays, resourceTags, resources, connections]
const keptOf = createPerWorkspace(() => createPart<KnownThings>(TABLES))

export const knownThings = (scope: Scope): KnownThings => keptOf(scope).of(scope, () => read(scope))

function read(scope: Scope): KnownThings {
  const { db, workspaceId, ledger } = scope
  const virtual = new Map(
    db
      .select({ id: virtualTags.id, name: virtualTags.name })
      .from(virtualTags)
      .where(eq(virtualTags.workspaceId, workspaceId))
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const found = new Map(
    db
      .select({
        id: hierarchies.id,
        name: hierarchies.name,
        dimension: hierarchies.dimension,
        levels: hierarchies.levels,
        nodes: hierarchies.nodes,
      })
      .from(hierarchies)
      .where(eq(hierarchies.workspaceId, workspaceId))
      .all()
      .map((row) => [row.id, row]),
  )
  let keys: ReadonlySet<string> | null = null
  const accounts = connectionNames(scope)
  const levels = new Map<CostDimension, ReturnType<KnownThings['nodesOf']>>()

  /** Every bill is looked through for them: only where somebody asks. */
  function tagKeys(): ReadonlySet<string> {
    keys ??= new Set(ledger.values({ workspaceId, column: 'tagKey' }))
    return keys
  }

  function isThere(dimension: CostDimension): boolean {
    if (dimension.startsWith('tag:')) return tagKeys().has(dimension.slice('tag:'.length))
    if (dimension.startsWith('virtual:')) return virtual.has(dimension.slice('virtual:'.length))
    const level = levelOf(dimension)
    return level === null || nodesOf(dimension) !== null
  }

  function nodesOf(dimension: CostDimension): ReturnType<KnownThings['nodesOf']> {
    const level = levelOf(dimension)
    const hierarchy = level && found.get(level.hierarchyId)
    if (!level || !hierarchy || level.depth >= depthOf(hierarchy)) return null
    if (levelOf(hierarchy.dimension) !== null || !isThere(hierarchy.dimension)) return null
    const known = levels.get(dimension)
    if (known !== undefined) return known
    const made = { of: hierarchy.dimension, nodes: nodesAtDepth(hierarchy.nodes, level.depth) }
    levels.set(dimension, made)
    return made
  }

  return {
    virtual,
    hierarchies: found,
    tagKeys,
    isThere,
    nodesOf,
    hasValue(dimension, value) {
      if (dimension === 'connection') return accounts.has(value)
      const level = levelOf(dimension)
      const hierarchy = level && found.get(level.hierarchyId)
      return !hierarchy || hierarchy.nodes.some(({ id }) => id === value)
    },
  }
}

/** Levels that have a name, or nodes. */
export function depthOf({ levels, nodes }: Hierarchy): number {
  let depth = levels.length
  while (depth < nodes.length && nodesAtDepth(nodes, depth).size > 0) depth += 1
  return depth
}
