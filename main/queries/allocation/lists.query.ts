import { asc, eq } from 'drizzle-orm'
import { compareText } from '#main/core/rules/exact.ts'
import type { CubeDimension } from '#main/ports/ledger.ts'
import { hierarchies, virtualTags } from '#main/store/schema/allocation.ts'
import { users } from '#main/store/schema/people.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { addMonths, firstOfMonth } from '#shared/lib/day.ts'
import { compareNames } from '../order.ts'
import type { Scope } from '../scope.ts'
import { isKnownDimension } from './known.query.ts'

export function listTags({ db, workspaceId }: Scope): CallOutput<'allocation.listTags'> {
  const { id, name, kind, isOn, rules, updatedAtMs } = virtualTags
  const rows = db
    .select({ id, name, kind, isOn, rules, updatedAtMs, byName: users.name })
    .from(virtualTags)
    .leftJoin(users, eq(users.id, virtualTags.userId))
    .where(eq(virtualTags.workspaceId, workspaceId))
    .all()
  return { items: rows.sort((a, b) => compareNames(a.name, b.name)) }
}

export function listHierarchies(scope: Scope): CallOutput<'hierarchies.list'> {
  const { id, name, dimension, levels, nodes, updatedAtMs } = hierarchies
  const rows = scope.db
    .select({ id, name, dimension, levels, nodes, updatedAtMs, byName: users.name })
    .from(hierarchies)
    .leftJoin(users, eq(users.id, hierarchies.userId))
    .where(eq(hierarchies.workspaceId, scope.workspaceId))
    .orderBy(asc(hierarchies.name))
    .all()
  return {
    items: rows
      .map((row) => ({ ...row, unplaced: unplacedOf(scope, row) }))
      .sort((a, b) => compareNames(a.name, b.name)),
  }
}

/** A year and a month: what has cost nothing since then needs no place. */
const MONTHS_BACK = 12
const MOST_UNPLACED = 500

function unplacedOf(
  scope: Scope,
  { dimension, nodes }: { dimension: CostDimension; nodes: readonly HierarchyNode[] },
): string[] {
  const { ledger, workspaceId, today } = scope
  if (!isKnownDimension(scope, dimension)) return []
  const placed = new Set(nodes.flatMap(({ values }) => values))
  const { groups } = ledger.cube({
    workspaceId,
    from: addMonths(firstOfMonth(today), -MONTHS_BACK),
    to: today,
    metric: 'billed',
    groupBy: [dimension as CubeDimension],
    step: 'total',
  })
  const found = new Set(groups.flatMap(({ keys: [value] }) => (value && !placed.has(value) ? [value] : [])))
  return [...found].sort(compareText).slice(0, MOST_UNPLACED)
}
