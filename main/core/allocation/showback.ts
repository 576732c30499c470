import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import { splitExactly } from './outcome.ts'

/** What somebody bears: costs of his own, what he got of shared ones, and of those that nobody has. Femtos. */
export type Bearing = { direct: bigint; shared: bigint; remainder: bigint }

export const NOTHING: Bearing = { direct: 0n, shared: 0n, remainder: 0n }

export const totalOf = ({ direct, shared, remainder }: Bearing): bigint => direct + shared + remainder

const plus = (a: Bearing, b: Bearing): Bearing => ({
  direct: a.direct + b.direct,
  shared: a.shared + b.shared,
  remainder: a.remainder + b.remainder,
})

/** Null stands for what nobody has. */
export type Bearings = ReadonlyMap<string | null, Bearing>

/**
 * What nobody has, given to all by what they bear, to the last femto. Where nobody bears anything it stays nobody's.
 */
export function chargedBack(bearings: Bearings): Bearings {
  const left = totalOf(bearings.get(null) ?? NOTHING)
  const bearers = [...bearings]
    .flatMap(([key, bearing]) =>
      key !== null && totalOf(bearing) > 0n ? [{ part: key, weight: totalOf(bearing) }] : [],
    )
    .sort((a, b) => compareText(a.part, b.part))
  if (left === 0n || bearers.length === 0) return bearings
  const given = splitExactly(left, bearers)
  const charged = new Map(bearings)
  charged.delete(null)
  for (const [at, { part }] of bearers.entries())
    charged.set(part, { ...(bearings.get(part) ?? NOTHING), remainder: given[at] ?? 0n })
  return charged
}

export type ShowbackLine = {
  key: string | null
  label: string | null
  parentKey: string | null
  depth: number
  bearing: Bearing
}

/** Parts by what they bear, the dearest first, and what nobody has last. */
export const partLines = (bearings: Bearings): ShowbackLine[] =>
  [...bearings]
    .sort(
      ([a, x], [b, y]) =>
        Number(a === null) - Number(b === null) ||
        compareExact(totalOf(y), totalOf(x)) ||
        compareText(a ?? '', b ?? ''),
    )
    .map(([key, bearing]) => ({ key, label: key, parentKey: null, depth: 0, bearing }))

/** A tree from the top, each node with all beneath it; what nobody has last. `bearings` are those of nodes by themselves. */
export function treeLines(nodes: readonly HierarchyNode[], bearings: Bearings): ShowbackLine[] {
  const children = Map.groupBy(nodes, ({ parentId }) => parentId)
  const lines: ShowbackLine[] = []
  const add = ({ id, name, parentId }: HierarchyNode, depth: number): Bearing => {
    const line = { key: id, label: name, parentKey: parentId, depth, bearing: bearings.get(id) ?? NOTHING }
    lines.push(line)
    for (const child of children.get(id) ?? []) line.bearing = plus(line.bearing, add(child, depth + 1))
    return line.bearing
  }
  for (const root of children.get(null) ?? []) add(root, 0)
  const nobodys = bearings.get(null)
  return nobodys ? [...lines, { key: null, label: null, parentKey: null, depth: 0, bearing: nobodys }] : lines
}

/** By the node that has each value; a value that no node has is nobody's. */
export function byNode(nodes: readonly HierarchyNode[], byValue: Bearings): Bearings {
  const nodeOf = new Map(nodes.flatMap(({ id, values }) => values.map((value) => [value, id] as const)))
  const found = new Map<string | null, Bearing>()
  for (const [value, bearing] of byValue) {
    const key = value === null ? null : (nodeOf.get(value) ?? null)
    // What nobody bears is neither somebody's own nor shared with anybody.
    const own = key === null ? { ...NOTHING, direct: totalOf(bearing) } : bearing
    found.set(key, plus(found.get(key) ?? NOTHING, own))
  }
  return found
}
