import { fromFemtos } from '#main/core/money/money.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { moneyView } from './figures.ts'
import { findResource } from './find-resource.ts'
import { mainOf } from './resource-index/spend.ts'
import { views } from './resource-totals.ts'
import type { Scope } from './scope.ts'

/** By day, by month, and what it was billed for. Days and months without costs are left out. */
export function getResourceCosts(
  scope: Scope,
  { id, from, to }: ParsedInput<'resources.getCosts'>,
): CallOutput<'resources.getCosts'> {
  findResource(scope, id)
  const { ledger, workspaceId } = scope
  const ask = (dimension: 'day' | 'month') =>
    ledger.aggregate({
      workspaceId,
      from,
      to,
      metric: 'billed',
      groupBy: [dimension],
      filter: { resourceIds: [id] },
    })
  const [days, months] = [ask('day'), ask('month')]
  return {
    total: views(
      months.map(({ femtos, currency }) => fromFemtos(femtos, currency)),
      scope,
    ),
    days: days.map(({ keys, femtos, currency }) => ({
      day: keys[0] as Day,
      amount: moneyView(femtos, currency),
    })),
    months: months.map(({ keys, femtos, currency }) => ({
      month: keys[0] ?? '',
      amount: moneyView(femtos, currency),
    })),
    lines: ledger.itemise({ workspaceId, resourceId: id, from, to }).map((line) => ({
      sku: line.label,
      quantity: line.quantity === null ? null : formatDecimal(line.quantity),
      unit: line.unit,
      amount: moneyView(line.femtos, line.currency),
    })),
  }
}

/** What it was billed in a period, in the organisation's currency where there is one in it. */
export function readResourceSpend(
  { ledger, workspaceId, currency }: Scope,
  id: number,
  { spendFrom, spendTo }: { spendFrom: Day; spendTo: Day },
): MoneyView | null {
  const amounts = ledger
    .aggregate({
      workspaceId,
      from: spendFrom,
      to: spendTo,
      metric: 'billed',
      groupBy: [],
      filter: { resourceIds: [id] },
    })
    .map((row) => fromFemtos(row.femtos, row.currency))
  const main = mainOf(amounts, currency)
  return main ? moneyView(main.femtos, main.currency) : null
}
