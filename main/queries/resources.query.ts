import type { Money } from '#main/core/money/money.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { moneyView } from './figures.ts'
import { amountAt, sumRows } from './resource-index/amount-column.ts'
import { indexOf } from './resource-index/kept-index.ts'
import { pageOf } from './resource-order.ts'
import { readPage } from './resource-page.ts'
import { tally } from './resource-tally.ts'
import { countByStatus, sumSpend, views } from './resource-totals.ts'
import type { Scope } from './scope.ts'

/**
 * The inventory, gone resources too: they may have cost money in the period. Which rows, their facets, totals and order
 * come from the columns in memory; only the page's own rows are read whole.
 */
export function listResources(
  scope: Scope,
  input: ParsedInput<'resources.list'>,
): CallOutput<'resources.list'> {
  const index = indexOf(scope)
  const { columns } = index
  const spend = index.spend(input)
  const { rows, facets } = tally(index, input.filter, scope)
  const page = pageOf({ index, spend, rows }, input, scope)
  return {
    items: readPage(
      scope,
      page.map((row) => columns.ids[row] ?? 0),
      (id) => viewOf(amountAt(spend.main, columns.rowOf(id))),
    ),
    total: rows.length,
    totals: {
      dailyCost: views(sumRows(columns.daily, rows), scope),
      monthlyCost: views(sumRows(columns.monthly, rows), scope),
      spend: views(sumSpend(spend, rows), scope),
      byStatus: countByStatus(columns, rows),
    },
    facets,
  }
}

export function listResourceIds(
  scope: Scope,
  { filter }: ParsedInput<'resources.listIds'>,
): CallOutput<'resources.listIds'> {
  const index = indexOf(scope)
  const { rows } = tally(index, filter, scope)
  return { ids: Array.from(rows, (row) => index.columns.ids[row] ?? 0) }
}

const viewOf = (amount: Money | null): MoneyView | null => amount && moneyView(amount.femtos, amount.currency)
