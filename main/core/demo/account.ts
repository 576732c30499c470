import type { AccountView } from '#shared/contract/connections.ts'
import { fromFemtos, money, scale, toText } from '../money/money.ts'
import type { DemoConnection } from './shape.ts'

/** What the provider says of the account: what it burns follows from its resources, how long it lasts from the balance. */
export function accountOf({ accountRef, monthlyTotal, account }: DemoConnection): AccountView {
  const { balances, ...plain } = account
  const parts = balances.map(({ code, amount }) => ({ code, amount: money(amount, 'RUB') }))
  const balance = parts.reduce((sum, { amount }) => sum + amount.femtos, 0n)
  const monthly = money(monthlyTotal, 'RUB')
  const daily = scale(monthly, 1n, 30n)
  return {
    ref: accountRef,
    status: 'active',
    ...plain,
    balance: toText(fromFemtos(balance, 'RUB')),
    balances: parts.map(({ code, amount }) => ({ code, amount: toText(amount) })),
    daysLeft: Number(balance / daily.femtos),
    daily: toText(daily),
    monthly: toText(monthly),
    yearly: null,
    isYearlyPlan: null,
  }
}
