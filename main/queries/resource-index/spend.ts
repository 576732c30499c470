import { fromFemtos, type Money } from '#main/core/money/money.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, daysOf } from '#shared/lib/day.ts'
import type { Scope } from '../scope.ts'
import type { AmountColumn } from './amount-column.ts'

export type SpendPeriod = { spendFrom: Day; spendTo: Day }

/** What was billed for resources in a period, by resource; more than one amount where there is more than one currency. */
export type SpendById = ReadonlyMap<number, readonly Money[]>

export const readSpend = (scope: Scope, { spendFrom, spendTo }: SpendPeriod): SpendById => {
  const spend = new Map<number, Money[]>()
  addSpend(spend, scope, spendFrom, spendTo)
  return spend
}

/** The same a day at a time: more work in all, and no long wait in it. */
export function* spendSteps(scope: Scope, { spendFrom, spendTo }: SpendPeriod): Generator<void, SpendById> {
  const spend = new Map<number, Money[]>()
  for (const day of daysOf(spendFrom, spendTo)) {
    addSpend(spend, scope, day, day)
    yield
  }
  return spend
}

function addSpend(spend: Map<number, Money[]>, { ledger, workspaceId }: Scope, from: Day, to: Day): void {
  for (const { keys, currency, femtos } of ledger.aggregate({
    workspaceId,
    from,
    to,
    metric: 'billed',
    groupBy: ['resource'],
  })) {
    const id = Number(keys[0] ?? 0)
    if (id === 0) continue
    const amounts = spend.get(id)
    const at = amounts?.findIndex((amount) => amount.currency === currency) ?? -1
    if (!amounts) spend.set(id, [fromFemtos(femtos, currency)])
    else if (at < 0) amounts.push(fromFemtos(femtos, currency))
    else amounts[at] = fromFemtos((amounts[at]?.femtos ?? 0n) + femtos, currency)
  }
}

/** `main` is what a list has room for: the organisation's currency where there is one in it. `rest`: what it leaves out. */
export type SpendColumns = { main: AmountColumn; rest: ReadonlyMap<number, readonly Money[]> }

export function spendColumns(spend: SpendById, ids: readonly number[], own: Currency): SpendColumns {
  const currencies = new Array<Currency | null>(ids.length).fill(null)
  const femtos = new Array<bigint>(ids.length).fill(0n)
  const rest = new Map<number, Money[]>()
  for (const [row, id] of ids.entries()) {
    const amounts = spend.get(id)
    if (!amounts) continue
    const main = amounts.length === 1 ? amounts[0] : mainOf(amounts, own)
    if (!main) continue
    currencies[row] = main.currency
    femtos[row] = main.femtos
    if (amounts.length > 1)
      rest.set(
        row,
        amounts.filter((amount) => amount !== main),
      )
  }
  return { main: { currencies, femtos }, rest }
}

export function mainOf(amounts: readonly Money[], own: Currency): Money | undefined {
  return amounts.toSorted((a, b) => (rank(a, own) < rank(b, own) ? -1 : 1))[0]
}

const rank = ({ currency }: Money, own: Currency): string => (currency === own ? '' : currency)
