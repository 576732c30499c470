import type { CostCondition, CostWhere } from '#shared/contract/costs.ts'

const isSame = (a: CostCondition, b: CostCondition): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Adds conditions to every group, as they have to hold whichever group does; what a group says already it says once. */
export function whereAnd(where: CostWhere, added: readonly CostCondition[]): CostWhere {
  if (added.length === 0) return where
  const groups = where.length === 0 ? [[]] : where
  return groups.map((group) => [...group, ...added.filter((one) => !group.some((each) => isSame(each, one)))])
}

/** Both filters at once: each group of one with each group of the other. */
export function whereBoth(one: CostWhere, other: CostWhere): CostWhere {
  if (one.length === 0) return other
  return one.flatMap((group) => whereAnd(other, group))
}

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
