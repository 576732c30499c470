import { type Entries, entriesOf } from '#main/core/allocation/entries.ts'
import { nodesAtDepth } from '#main/core/allocation/hierarchy.ts'
import type { Judged, MonthCosts } from '#main/core/allocation/judge.ts'
import { isPartial } from '#main/core/allocation/meets.ts'
import type { OutcomeColumn } from '#main/core/allocation/outcome.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { CubeDimension } from '#main/ports/ledger.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { columnOf } from '../ledger/column-of.ts'
import { askedColumns } from '../ledger/conditions.ts'
import { mapped } from '../ledger/derived-columns.ts'
import type { KeySet } from '../ledger/key-set.ts'
import { levelOf } from '../ledger-where.ts'
import { virtualIdOf } from './rule-refs.ts'

/** A hierarchy as far as rules look at it. */
export type Gathered = { dimension: CostDimension; nodes: readonly HierarchyNode[] }

type From = {
  keys: KeySet
  /** Other virtual tags that the rules look at, as they stand for these keys. */
  others: ReadonlyMap<string, OutcomeColumn>
  hierarchyOf(id: string): Gathered | null
  costs: MonthCosts
}

/** Keys as rules look at them. */
type RuleView = Judged & { entries: Entries; currency(): TextColumn }

export function ruleView({ keys, others, hierarchyOf, costs }: From): RuleView {
  const ids = [...others.keys()]
  const entries = entriesOf(keys.size, [...others.values()])

  function plain(dimension: CostDimension): TextColumn {
    const id = virtualIdOf(dimension)
    if (id === null) return entries.column(columnOf(keys, dimension as CubeDimension))
    return entries.parts[ids.indexOf(id)] ?? nothing()
  }

  function level(dimension: CostDimension, say: (node: HierarchyNode) => string): TextColumn | null {
    const found = levelOf(dimension)
    if (!found) return null
    const hierarchy = hierarchyOf(found.hierarchyId)
    if (!hierarchy) return nothing()
    const nodes = nodesAtDepth(hierarchy.nodes, found.depth)
    return mapped(plain(hierarchy.dimension), (value) => {
      const node = nodes.get(value)
      return node ? say(node) : null
    })
  }

  const nothing = (): TextColumn => ({ texts: [], places: new Int32Array(entries.size) })

  return {
    size: entries.size,
    entries,
    asked({ dimension, op }) {
      const own = level(dimension, isPartial(op) ? byName : byId)
      if (own) return [own]
      if (virtualIdOf(dimension) !== null) return [plain(dimension)]
      return askedColumns(keys, { dimension: dimension as CubeDimension, op }).map(entries.column)
    },
    copied: (dimension) => level(dimension, byName) ?? plain(dimension),
    resources: () => plain('resource'),
    currency: () => entries.column(keys.column('currency')),
    costs,
  }
}

const byId = ({ id }: HierarchyNode): string => id
const byName = ({ name }: HierarchyNode): string => name
