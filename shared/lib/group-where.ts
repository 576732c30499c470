import type { CostCondition, CostDimension, CostWhere } from '../contract/costs.ts'

/** What both let through: each way of meeting the one together with each way of meeting the other. */
export function bothOf(one: CostWhere, other: CostWhere): CostWhere {
  if (one.length === 0) return other
  if (other.length === 0) return one
  return one.flatMap((first) => other.map((second) => together(first, second)))
}

/** The filter that leaves one group of a table: what the table was made with, and the group's own keys. */
export function groupWhere(
  groupBy: readonly CostDimension[],
  keys: readonly (string | null)[],
  where: CostWhere,
): CostWhere {
  const own = groupBy.map((dimension, at): CostCondition => {
    const key = keys[at] ?? null
    return key === null ? { dimension, op: 'empty', values: [] } : { dimension, op: 'is', values: [key] }
  })
  return own.length === 0 ? where : bothOf(where, [own])
}

/** Said twice, a condition stands once: drilling down a group again does not make the filter longer. */
function together(first: readonly CostCondition[], second: readonly CostCondition[]): CostCondition[] {
  const said = new Set(first.map(sign))
  return [...first, ...second.filter((condition) => !said.has(sign(condition)))]
}

const sign = ({ dimension, op, values }: CostCondition): string => JSON.stringify([dimension, op, values])
