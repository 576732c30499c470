import { isWholeBin } from '#main/core/explorer/bins.ts'
import { withoutGone } from '#main/core/explorer/known.ts'
import { lastFullDay } from '#main/core/rules/month-progress.ts'
import type { CubeDimension, CubeQuestion, LedgerWhere } from '#main/ports/ledger.ts'
import type { CostDimension, CostWhere, Granularity, ViewSpec } from '#shared/contract/costs.ts'
import type { ViewProblem } from '#shared/contract/explorer.ts'
import { type Day, daysBetween } from '#shared/lib/day.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { previousOf, resolveViewPeriod, yearBefore } from '#shared/lib/view-period.ts'
import { type Coverage, comparisonOf, readCoverage } from '../coverage.ts'
import { whereOf } from '../ledger-where.ts'
import type { Scope } from '../scope.ts'
import { readCostFilter } from '../views.query.ts'
import { knownThings } from './known-things.ts'

/** More bars than that are no chart; a month of hours is. */
const MOST_HOUR_DAYS = 31

/** A view as the ledger can be asked for it: what is gone is left out of it and told. */
export type Question = {
  spec: ViewSpec
  period: DayRange
  compared: DayRange | null
  /** The saved filter and the view's own together. */
  where: CostWhere
  asked: LedgerWhere
  metric: CubeQuestion['metric']
  step: Granularity
  groupBy: readonly CostDimension[]
  /** What the ledger groups by: of a level what its nodes gather. */
  cubeBy: readonly CubeDimension[]
  /** Where among those each dimension of `groupBy` stands, and what becomes of its keys. */
  folds: readonly { at: number; keyOf: ((key: string) => string | null) | null }[]
  problems: ViewProblem[]
  coverage: Coverage
  /** Whether a change against the compared days means anything. */
  isComparable: boolean
  isWhole(bin: DayRange): boolean
}

export function questionOf(scope: Scope, input: ViewSpec): Question {
  const known = knownThings(scope)
  const problems: ViewProblem[] = []
  const saved = input.filterId === null ? [] : readCostFilter(scope, input.filterId)
  if (saved === null) problems.push({ code: 'filter.gone', subject: null })
  const { spec, problems: gone } = withoutGone({ ...input, where: bothOf(saved ?? [], input.where) }, known)
  problems.push(...gone)

  const period = resolveViewPeriod(spec.period, scope.today)
  const compared = comparedDays(spec, period)
  const coverage = readCoverage(scope)
  const comparison = compared && comparisonOf(scope, coverage, asPeriod(period, compared))
  if (compared && coverage.firstDay !== null && coverage.firstDay > compared.from)
    problems.push({ code: 'data.begins', subject: coverage.firstDay })
  const isTooFine = spec.granularity === 'hour' && daysBetween(period.from, period.to) >= MOST_HOUR_DAYS
  if (isTooFine) problems.push({ code: 'hours.tooMany', subject: String(MOST_HOUR_DAYS) })
  const bases = spec.groupBy.map((dimension) => known.nodesOf(dimension)?.of ?? dimension) as CubeDimension[]
  const cubeBy = [...new Set(bases)]
  const lastFull = lastFullDay(scope.today, coverage.dataThrough)
  return {
    spec,
    period,
    compared,
    where: spec.where,
    asked: whereOf(scope, spec.where),
    metric: spec.metric,
    step: isTooFine ? 'day' : spec.granularity,
    groupBy: spec.groupBy,
    cubeBy,
    folds: spec.groupBy.map((dimension, place) => {
      const nodes = known.nodesOf(dimension)?.nodes
      const at = cubeBy.indexOf(bases[place] ?? 'service')
      return { at, keyOf: nodes ? (key) => nodes.get(key)?.id ?? null : null }
    }),
    problems,
    coverage,
    isComparable: spec.comparison === 'budget' || comparison === 'whole',
    isWhole: (bin) => isWholeBin(bin, period, lastFull),
  }
}

function comparedDays({ comparison, period }: ViewSpec, range: DayRange): DayRange | null {
  if (comparison === 'previous') return previousOf(period, range)
  return comparison === 'lastYear' ? yearBefore(range) : null
}

const asPeriod = ({ from, to }: DayRange, compared: DayRange) => ({
  from,
  to,
  compareFrom: compared.from,
  compareTo: compared.to,
})

/** What of the days has a say in answers kept in memory. */
export const idOf = ({ spec, period, compared, asked, step, cubeBy, groupBy }: Question): string =>
  JSON.stringify([spec.metric, spec.vat, spec.currency, period, compared, step, groupBy, cubeBy, asked])

export const spanOf = (
  { workspaceId }: Scope,
  { asked }: Pick<Question, 'asked'>,
  { from, to }: { from: Day; to: Day },
) => ({ workspaceId, from, to, filter: asked.length > 0 ? { where: asked } : {} })
