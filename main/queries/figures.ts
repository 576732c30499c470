import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { fromFemtos, type Money, ratio, sumByCurrency, toText } from '#main/core/money/money.ts'
import { fromStored } from '#main/core/money/stored.ts'
import { absolute, compareText } from '#main/core/rules/exact.ts'
import type { LedgerRow } from '#main/ports/ledger.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'

/** Amounts on their way from the ledger to the contract. A total speaks one currency; the others stand apart. */
export const moneyView = (femtos: bigint, currency: Currency): MoneyView =>
  toText(fromFemtos(femtos, currency))

export const totalIn = (rows: readonly LedgerRow[], currency: Currency): bigint =>
  rows.reduce((total, row) => (row.currency === currency ? total + row.femtos : total), 0n)

/** One amount per currency, the organisation's own first. */
export function amountsByCurrency(values: Iterable<Money>, own: Currency): Money[] {
  const rank = (m: Money): string => (m.currency === own ? '' : m.currency)
  return [...sumByCurrency(values).values()].sort((a, b) => compareText(rank(a), rank(b)))
}

/** Sums by one of the question's dimensions; what lacks the attribute stands under the empty key. */
export function totalsBy(rows: readonly LedgerRow[], currency: Currency, dimension = 0): Map<string, bigint> {
  const totals = new Map<string, bigint>()
  for (const row of rows) {
    if (row.currency !== currency) continue
    const key = row.keys[dimension] ?? ''
    totals.set(key, (totals.get(key) ?? 0n) + row.femtos)
  }
  return totals
}

/** Against a negative amount before, the sign still says whether more is paid now. */
export const changeRatio = (change: bigint, before: bigint, currency: Currency): string | null =>
  ratio(fromFemtos(change, currency), fromFemtos(absolute(before), currency))

/** Parts of stored amounts leave SQLite as text: the driver would round them beyond 2^53. */
export const exactText = (column: AnyColumn): SQL<string | null> =>
  sql<string | null>`cast(${column} as text)`

export function storedMoney(
  micros: string | null,
  rest: string | null,
  currency: Currency | null,
): Money | null {
  if (micros === null || currency === null) return null
  return fromFemtos(fromStored(micros, rest ?? '0'), currency)
}
