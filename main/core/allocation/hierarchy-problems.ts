import type { HierarchyNode } from '#shared/contract/allocation.ts'
import type { ErrorCode, ErrorDetails } from '#shared/errors/codes.ts'
import { byId, pathOf } from './hierarchy.ts'

const MOST_LEVELS = 20

type HierarchyProblem = { code: Extract<ErrorCode, `hierarchy.${string}`>; details: ErrorDetails }

/** The first thing that keeps nodes from being a tree whose values have one place each. */
export function problemOfNodes(nodes: readonly HierarchyNode[]): HierarchyProblem | null {
  const all = byId(nodes)
  if (all.size < nodes.length) return { code: 'hierarchy.nodeTwice', details: {} }
  for (const { parentId, name } of nodes)
    if (parentId !== null && !all.has(parentId)) return { code: 'hierarchy.orphan', details: { name } }
  for (const { id, name } of nodes) {
    const path = pathOf(all, id)
    if (path.length === 0) return { code: 'hierarchy.cycle', details: { name } }
    if (path.length > MOST_LEVELS) return { code: 'hierarchy.tooDeep', details: { most: MOST_LEVELS } }
  }
  return valueTwice(nodes)
}

function valueTwice(nodes: readonly HierarchyNode[]): HierarchyProblem | null {
  const owners = new Map<string, string>()
  for (const { name, values } of nodes)
    for (const value of values) {
      const first = owners.get(value)
      if (first !== undefined)
        return { code: 'hierarchy.valueTwice', details: { value, first, second: name } }
      owners.set(value, name)
    }
  return null
}

/** How many levels there are. */
export function depthOf(nodes: readonly HierarchyNode[]): number {
  const all = byId(nodes)
  return nodes.reduce((most, { id }) => Math.max(most, pathOf(all, id).length), 0)
}
