import type { CostCondition, CostWhere } from '#shared/contract/costs.ts'

/** A condition in place of another, or after the last; a null takes it away, and a group that lost its last one goes too. */
export function putCondition(
  where: CostWhere,
  at: { group: number; index: number },
  condition: CostCondition | null,
): CostWhere {
  const groups = at.group < where.length ? where : [...where, []]
  return groups
    .map((group, i) =>
      i === at.group
        ? [...group.slice(0, at.index), ...(condition ? [condition] : []), ...group.slice(at.index + 1)]
        : group,
    )
    .filter((group) => group.length > 0)
}
