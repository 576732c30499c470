import type { HierarchyNode } from '#shared/contract/allocation.ts'

type Nodes = readonly HierarchyNode[]

export const MOST_LEVELS = 20
export const MOST_NODES = 5000

/** A node in sight: how deep it stands, and its place among its siblings. */
export type TreeLine = {
  node: HierarchyNode
  depth: number
  hasChildren: boolean
  isOpen: boolean
  place: number
  siblings: number
}

export const childrenOf = (nodes: Nodes, parentId: string | null): HierarchyNode[] =>
  nodes.filter((node) => node.parentId === parentId)

/** The tree from its top, siblings in the order of the list, without what is folded away. */
export function linesOf(nodes: Nodes, folded: ReadonlySet<string>): TreeLine[] {
  const children = Map.groupBy(nodes, ({ parentId }) => parentId)
  const under = (parentId: string | null, depth: number): TreeLine[] => {
    const siblings = children.get(parentId) ?? []
    return siblings.flatMap((node, at) => {
      const hasChildren = children.has(node.id)
      const isOpen = hasChildren && !folded.has(node.id)
      const line = { node, depth, hasChildren, isOpen, place: at + 1, siblings: siblings.length }
      return [line, ...(isOpen ? under(node.id, depth + 1) : [])]
    })
  }
  return under(null, 0)
}

/** The node with everything beneath it. */
export function familyOf(nodes: Nodes, id: string): ReadonlySet<string> {
  const children = Map.groupBy(nodes, ({ parentId }) => parentId)
  const family = new Set<string>()
  const visit = (at: string): void => {
    family.add(at)
    for (const child of children.get(at) ?? []) visit(child.id)
  }
  visit(id)
  return family
}

export function depthOf(nodes: Nodes): number {
  return linesOf(nodes, new Set()).reduce((most, { depth }) => Math.max(most, depth + 1), 0)
}

/** Where a node goes: inside another (last of its children), or to a side of it; null: to the end of the top. */
export type Target = { at: 'inside' | 'before' | 'after'; id: string } | null
export type MoveRefusal = 'cycle' | 'tooDeep'
type Moved = { nodes: Nodes; refusal: null } | { nodes: null; refusal: MoveRefusal }

/** Moves a node with all beneath it; refused where it would become a part of itself, or the tree too deep. */
export function moveNode(nodes: Nodes, id: string, target: Target): Moved {
  const node = nodes.find((each) => each.id === id)
  const other = target && nodes.find((each) => each.id === target.id)
  if (!node || (target && !other)) return { nodes, refusal: null }
  const parentId = !target || !other ? null : target.at === 'inside' ? other.id : other.parentId
  if (parentId !== null && familyOf(nodes, id).has(parentId)) return { nodes: null, refusal: 'cycle' }
  if (target && target.id === id) return { nodes, refusal: null }
  const rest = nodes.filter((each) => each.id !== id)
  const at = target && target.at !== 'inside' ? rest.findIndex((each) => each.id === target.id) : -1
  const place = at < 0 ? rest.length : target?.at === 'before' ? at : at + 1
  const moved = rest.toSpliced(place, 0, { ...node, parentId })
  return depthOf(moved) > MOST_LEVELS ? { nodes: null, refusal: 'tooDeep' } : { nodes: moved, refusal: null }
}

export type Shift = 'up' | 'down' | 'indent' | 'outdent'

/** Where a key would move a node; undefined where there is no way. */
export function shiftTarget(nodes: Nodes, id: string, shift: Shift): Target | undefined {
  const node = nodes.find((each) => each.id === id)
  if (!node) return undefined
  const siblings = childrenOf(nodes, node.parentId)
  const at = siblings.findIndex((each) => each.id === id)
  const [before, after] = [siblings[at - 1], siblings[at + 1]]
  switch (shift) {
    case 'up':
      return before && { at: 'before', id: before.id }
    case 'down':
      return after && { at: 'after', id: after.id }
    case 'indent':
      return before && { at: 'inside', id: before.id }
    case 'outdent':
      return node.parentId === null ? undefined : { at: 'after', id: node.parentId }
  }
}

/** Names that two children of one parent share. */
export function twinsOf(nodes: Nodes): string[] {
  const seen = new Set<string>()
  const twins = new Set<string>()
  for (const { parentId, name } of nodes) {
    const key = `${parentId ?? ''}\n${name.trim().toLowerCase()}`
    if (seen.has(key)) twins.add(name)
    seen.add(key)
  }
  return [...twins]
}

/** Gives values to a node; whoever had them has them no longer. */
export function placeValues(nodes: Nodes, id: string, values: readonly string[]): HierarchyNode[] {
  const given = new Set(values)
  return nodes.map((node) => {
    const others = node.values.filter((value) => !given.has(value))
    return node.id === id ? { ...node, values: [...others, ...given] } : { ...node, values: others }
  })
}

/** Values go to the node that is called as they are, where there is exactly one. */
export function matchNames(
  nodes: Nodes,
  unplaced: readonly string[],
  labelOf: (value: string) => string,
): { nodes: Nodes; placed: number } {
  const named = Map.groupBy(nodes, ({ name }) => name.trim().toLowerCase())
  let next = nodes
  let placed = 0
  for (const value of unplaced) {
    const found = named.get(labelOf(value).trim().toLowerCase()) ?? []
    const [only] = found
    if (found.length !== 1 || !only) continue
    next = placeValues(next, only.id, [value])
    placed += 1
  }
  return { nodes: next, placed }
}
