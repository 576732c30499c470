import type { Money } from '#main/core/money/money.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { ResourceView } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { amountsByCurrency, moneyView } from './figures.ts'
import { amountAt, sumRows } from './resource-index/amount-column.ts'
import { freshIndexOf } from './resource-index/kept-index.ts'
import { wholeOrder } from './resource-order.ts'
import { readPage } from './resource-page.ts'
import { tally } from './resource-tally.ts'
import { sumSpend } from './resource-totals.ts'
import type { Scope } from './scope.ts'

type Input = Pick<ParsedInput<'resources.list'>, 'filter' | 'sort' | 'direction' | 'spendFrom' | 'spendTo'>

/** The whole list, to be read a page at a time: its rows and their order stay those of the moment it was opened. */
export type ResourceList = {
  size: number
  /** In which currencies there are amounts, the organisation's own first. */
  currencies: Record<'dailyCost' | 'monthlyCost' | 'spend', readonly Currency[]>
  page(offset: number, limit: number): ResourceView[]
  /** All that a resource was billed in the period; the row itself has room for one currency. */
  spendOf(id: number): MoneyView[]
}

export function openResourceList(scope: Scope, input: Input): ResourceList {
  const index = freshIndexOf(scope)
  const { columns } = index
  const spend = index.spend(input)
  const { rows } = tally(index, input.filter, scope)
  const order = wholeOrder({ index, spend, rows }, input, scope)
  const inOrder = (amounts: Iterable<Money>): Currency[] =>
    amountsByCurrency(amounts, scope.currency).map(({ currency }) => currency)
  const spendOf = (id: number): MoneyView[] => {
    const row = columns.rowOf(id)
    const main = amountAt(spend.main, row)
    return [...(main ? [main] : []), ...(spend.rest.get(row) ?? [])].map((m) =>
      moneyView(m.femtos, m.currency),
    )
  }
  return {
    size: order.length,
    currencies: {
      dailyCost: inOrder(sumRows(columns.daily, rows)),
      monthlyCost: inOrder(sumRows(columns.monthly, rows)),
      spend: inOrder(sumSpend(spend, rows)),
    },
    page: (offset, limit) => {
      const ids = Array.from(order.subarray(offset, offset + limit), (row) => columns.ids[row] ?? 0)
      return readPage(scope, ids, (id) => spendOf(id)[0] ?? null)
    },
    spendOf,
  }
}
