import type { CostCondition, CostDimension, CostWhere, ViewSpec } from '#shared/contract/costs.ts'
import type { ViewProblem } from '#shared/contract/explorer.ts'

type Known = {
  isThere(dimension: CostDimension): boolean
  /** Whether a value that is meant by its number still stands for anything. */
  hasValue(dimension: CostDimension, value: string): boolean
}

/** A view without what it refers to and is there no more: dimensions and conditions. Each is told once. */
export function withoutGone<S extends Pick<ViewSpec, 'groupBy' | 'where'>>(
  spec: S,
  { isThere, hasValue }: Known,
): { spec: S; problems: ViewProblem[] } {
  const gone = new Set<string>()
  const lost = new Set<string>()
  const isKept = (dimension: CostDimension): boolean => {
    if (isThere(dimension)) return true
    gone.add(dimension)
    return false
  }
  const look = ({ dimension, op, values }: CostCondition): void => {
    if (op !== 'is' && op !== 'isNot') return
    for (const value of values) if (!hasValue(dimension, value)) lost.add(value)
  }
  const groupBy = spec.groupBy.filter(
    (dimension, at, all) => isKept(dimension) && all.indexOf(dimension) === at,
  )
  const groups = spec.where.map((group) => group.filter(({ dimension }) => isKept(dimension)))
  // Alternatives go where nothing is left of them: an empty one would let everything through.
  const where: CostWhere = groups.filter((group) => group.length > 0)
  for (const group of where) group.forEach(look)
  return {
    spec: { ...spec, groupBy, where },
    problems: [
      ...[...gone].map((subject): ViewProblem => ({ code: 'dimension.gone', subject })),
      ...[...lost].map((subject): ViewProblem => ({ code: 'values.gone', subject })),
    ],
  }
}
