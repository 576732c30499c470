import type { HierarchyNode } from '#shared/contract/allocation.ts'

type Nodes = readonly HierarchyNode[]

/** From the root down to the node itself; a node whose ancestors go round in a circle has no path. */
export function pathOf(nodes: ReadonlyMap<string, HierarchyNode>, id: string): HierarchyNode[] {
  const path: HierarchyNode[] = []
  for (let at = nodes.get(id); at; at = at.parentId === null ? undefined : nodes.get(at.parentId)) {
    if (path.length > nodes.size) return []
    path.unshift(at)
  }
  return path
}

export const byId = (nodes: Nodes): Map<string, HierarchyNode> =>
  new Map(nodes.map((node) => [node.id, node]))

/** To which node of a level each value belongs: the ancestor of the node that has it, if that lies so deep. */
export function nodesAtDepth(nodes: Nodes, depth: number): Map<string, HierarchyNode> {
  const all = byId(nodes)
  const found = new Map<string, HierarchyNode>()
  for (const node of nodes) {
    const ancestor = pathOf(all, node.id)[depth]
    if (ancestor) for (const value of node.values) found.set(value, ancestor)
  }
  return found
}
