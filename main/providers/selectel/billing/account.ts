import type { z } from 'zod'
import type { AccountInfo } from '#main/core/model/findings.ts'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { divideHalfAway, parseDecimal } from '#shared/lib/decimal.ts'
import type { Client } from '../client.ts'
import { HOUR_MS, moscowTime } from './moscow.ts'
import { addPage, type Count, newCount } from './turns.ts'
import { type wireAccount, type wireBalances, wireHours, type wirePrediction } from './wire.ts'

type WireBalances = z.output<typeof wireBalances>
type WireAccount = z.output<typeof wireAccount>['account']

const PRIMARY = 'primary'

export function currencyOf({ data, settings }: WireBalances): Currency | null {
  const code = (data.settings?.currency ?? settings?.currency)?.toUpperCase() ?? ''
  return isCurrency(code) ? code : null
}

/** Kopecks as an amount. */
function minor(value: string | null, currency: Currency): Money | null {
  const femtos = value === null ? null : parseDecimal(value)
  return femtos === null ? null : fromFemtos(divideHalfAway(femtos, 100n), currency)
}

export function balanceOf(
  { data }: WireBalances,
  currency: Currency,
): Pick<AccountInfo, 'balance' | 'balances'> {
  const { items } = data.billings
  const primary = items.find(({ billing_type }) => billing_type === PRIMARY) ?? items[0]
  return {
    balance: minor(primary?.final_sum ?? null, currency),
    balances: items.flatMap(({ billing_type, balances }) =>
      balances.items.flatMap(({ balance_type, value }) => {
        const amount = minor(value, currency)
        if (amount === null || balance_type === null) return []
        const isPrimary = billing_type === PRIMARY || billing_type === null
        return [{ code: isPrimary ? balance_type : `${billing_type}_${balance_type}`, amount }]
      }),
    ),
  }
}

export function statusOf(account: WireAccount, balances: WireBalances | null): AccountInfo['status'] {
  if (account.locked || balances?.data.debt_status === 'blocked') return 'blocked'
  if (account.enabled === false) return 'suspended'
  return account.enabled === null ? 'unknown' : 'active'
}

/** The forecast counts in hours; only whole days are promised. */
export function daysLeftOf({ data }: z.output<typeof wirePrediction>): number | null {
  const hours = wireHours.safeParse(data?.[PRIMARY])
  return hours.success && hours.data !== null ? Math.max(0, Math.floor(hours.data / 24)) : null
}

const PACE_DAYS = 30

export type Movements = {
  count: Count
  /** What left the account in the last thirty days, in kopecks. */
  chargedMinor: bigint
  /** What was paid for in all of the span, by the groups that transactions name. */
  groups: ReadonlySet<string>
}

/** Transactions of a span of at least thirty days. Nothing that was not approved, and no payments in. */
export async function readMovements(client: Client, sinceMs: number, nowMs: number): Promise<Movements> {
  const count = newCount()
  const groups = new Set<string>()
  let chargedMinor = 0n
  const paceFrom = moscowTime(nowMs - PACE_DAYS * 24 * HOUR_MS)
  const since = moscowTime(sinceMs)
  const pages = client.transactions(since < paceFrom ? since : paceFrom, moscowTime(nowMs), (page) =>
    addPage(count, page),
  )
  for await (const page of pages) {
    count.found += page.length
    for (const { price, state, created, transaction_group } of page) {
      const femtos = price === null ? 0n : (parseDecimal(price) ?? 0n)
      if (femtos >= 0n || (state !== null && state !== 'approved')) continue
      groups.add(transaction_group ?? 'unknown')
      if ((created ?? '') >= paceFrom) chargedMinor -= femtos
    }
  }
  return { count, chargedMinor, groups }
}

/** Where Selectel gives no forecast: how long the balance lasts at the pace of the last thirty days. */
export function daysLeftByPace(balance: Money | null, { chargedMinor }: Movements): number | null {
  if (balance === null || chargedMinor <= 0n) return null
  if (balance.femtos <= 0n) return 0
  const left = (balance.femtos * BigInt(PACE_DAYS)) / divideHalfAway(chargedMinor, 100n)
  return left > MOST_DAYS ? null : Number(left)
}

/** A hundred years: whoever pays so little never runs dry. */
const MOST_DAYS = 36_500n
