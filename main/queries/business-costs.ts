import type { CubeDimension, CubeStep, LedgerCube, LedgerMetric } from '#main/ports/ledger.ts'
import type { CostCondition, CostWhere, VatMode } from '#shared/contract/costs.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import { whereOf } from './ledger-where.ts'
import type { Scope } from './scope.ts'
import { readVat } from './vat.query.ts'
import { readCostFilter } from './views.query.ts'

/** Which costs a figure of the business stands on. */
type CostQuestion = {
  from: Day
  to: Day
  metric: LedgerMetric
  vat: VatMode
  groupBy: readonly CubeDimension[]
  step: CubeStep
  /** Each holds besides the others; within one, one of its groups is enough. */
  wheres?: readonly CostWhere[]
}

export const askCosts = (scope: Scope, question: CostQuestion): LedgerCube => {
  const { from, to, metric, groupBy, step, wheres = [] } = question
  const where = whereOf(scope, wheres.reduce(bothOf, []))
  return scope.ledger.cube({
    workspaceId: scope.workspaceId,
    from,
    to,
    metric,
    groupBy,
    step,
    filter: where.length > 0 ? { where } : {},
    factors: readVat(scope, question.vat).factors,
  })
}

export const isPart = (tagId: string, part: string): CostCondition => ({
  dimension: `virtual:${tagId}`,
  op: 'is',
  values: [part],
})

export function findFilter(scope: Scope, id: string): CostWhere {
  const found = readCostFilter(scope, id)
  if (!found) throw new AppError('costFilter.notFound')
  return found
}

/** Currencies of the costs, the organisation’s own first. */
export function currenciesOf({ groups }: LedgerCube, own: Currency): Currency[] {
  const found = new Set(groups.map(({ unit }) => unit).filter(isCurrency))
  return [...(found.delete(own) ? [own] : []), ...[...found].sort()]
}

/** Figures of one currency only, for no sum is over two: the one asked for, else the first that there is. */
export const chosenCurrency = (
  currencies: readonly Currency[],
  asked: Currency | undefined,
  own: Currency,
): Currency => asked ?? currencies[0] ?? own
