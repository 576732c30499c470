import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import { groupWhere } from '#shared/lib/group-where.ts'

type Level = { hierarchyId: string; depth: number }

/** What lies below: a part of an organisation is made of services, a service of resources, a resource of lines. */
const BELOW: Partial<Record<CostDimension, CostDimension>> = {
  provider: 'service',
  connection: 'service',
  subAccount: 'service',
  project: 'service',
  businessUnit: 'service',
  environment: 'service',
  owner: 'service',
  region: 'service',
  zone: 'service',
  invoice: 'service',
  chargeCategory: 'service',
  serviceCategory: 'service',
  service: 'resource',
  resourceType: 'resource',
  sku: 'resource',
}

function below(dimension: CostDimension, levels: readonly Level[]): CostDimension | null {
  const [kind, id, depth] = dimension.split(':')
  if (kind === 'level') {
    const next = Number(depth) + 1
    return levels.some((level) => level.hierarchyId === id && level.depth === next)
      ? `level:${id}:${next}`
      : 'service'
  }
  return dimension === 'resource' ? null : (BELOW[dimension] ?? 'service')
}

/** Dimensions that a filter has narrowed down to one value: grouping by them again would show one row. */
function settled(spec: ViewSpec): ReadonlySet<CostDimension> {
  const [first, ...others] = spec.where
  const single = (first ?? []).filter(
    ({ op, values }) => (op === 'is' && values.length === 1) || op === 'empty',
  )
  return new Set(
    single
      .filter((condition) =>
        others.every((group) => group.some((each) => JSON.stringify(each) === JSON.stringify(condition))),
      )
      .map(({ dimension }) => dimension),
  )
}

/** What a group is cut by next; null: its lines are what is left. */
export function nextGrouping(
  groupBy: readonly CostDimension[],
  spec: ViewSpec,
  levels: readonly Level[],
): CostDimension | null {
  const known = settled(spec)
  let next: CostDimension | null = groupBy.at(-1) ?? 'provider'
  do next = below(next, levels)
  while (next !== null && (known.has(next) || groupBy.includes(next)))
  return next
}

/** One step down into a group: its keys become a filter, and it is cut by what lies below. */
export function intoGroup(
  spec: ViewSpec,
  groupBy: readonly CostDimension[],
  keys: readonly (string | null)[],
  levels: readonly Level[],
): { spec: Partial<ViewSpec>; isLines: boolean } {
  const where = groupWhere(groupBy, keys, spec.where)
  const next = nextGrouping(groupBy, { ...spec, where }, levels)
  if (next === null) return { spec: { where }, isLines: true }
  return {
    spec: { where, groupBy: [next], ...(spec.look === 'pivot' ? { look: 'bars' as const } : {}) },
    isLines: false,
  }
}

const FINER = {
  year: 'month',
  quarter: 'month',
  month: 'day',
  week: 'day',
  day: 'hour',
  hour: 'hour',
  total: 'day',
} as const

/** One step down into a bin: its days alone, by a finer step. Days are as fine as most bills are. */
export function intoBin(spec: ViewSpec, bin: Pick<BinView, 'from' | 'to'>): Partial<ViewSpec> {
  return {
    period: { from: bin.from, to: bin.to },
    granularity: spec.granularity === 'day' ? 'total' : FINER[spec.granularity],
    isCumulative: false,
  }
}
