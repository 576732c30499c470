import type { Money } from '#main/core/money/money.ts'
import { type ResourceStatus, resourceStatuses } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { amountsByCurrency, moneyView } from './figures.ts'
import { sumRows } from './resource-index/amount-column.ts'
import type { Columns } from './resource-index/kept-index.ts'
import type { SpendColumns } from './resource-index/spend.ts'
import type { Scope } from './scope.ts'

export const views = (amounts: Iterable<Money>, { currency }: Scope): MoneyView[] =>
  amountsByCurrency(amounts, currency).map((m) => moneyView(m.femtos, m.currency))

export function sumSpend({ main, rest }: SpendColumns, rows: Uint32Array): Money[] {
  const sums = sumRows(main, rows)
  if (rest.size === 0) return sums
  for (const row of rows) sums.push(...(rest.get(row) ?? []))
  return sums
}

export function countByStatus({ status }: Columns, rows: Iterable<number>): Record<ResourceStatus, number> {
  const counts = new Uint32Array(status.values.length)
  for (const row of rows) {
    const code = status.codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  const byStatus = resourceStatuses.map((value): [ResourceStatus, number] => {
    const code = status.values.indexOf(value)
    return [value, counts[code] ?? 0]
  })
  return Object.fromEntries(byStatus) as Record<ResourceStatus, number>
}
