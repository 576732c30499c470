import type { AccountInfo } from '#main/core/model/findings.ts'
import { type Money, toText } from '#main/core/money/money.ts'
import type { AccountView } from '#shared/contract/connections.ts'

/** What the provider says of the account, as it is kept and shown: amounts as text. */
export function accountView(info: AccountInfo): AccountView {
  const text = (amount: Money | null) => amount && toText(amount)
  return {
    ...info,
    balance: text(info.balance),
    balances: info.balances.map(({ code, amount }) => ({ code, amount: toText(amount) })),
    daily: text(info.daily),
    monthly: text(info.monthly),
    yearly: text(info.yearly),
    limits: info.limits.map((limit) => ({ ...limit })),
    server: info.server.map((fact) => ({ ...fact })),
    software: info.software.map((fact) => ({ ...fact })),
  }
}
