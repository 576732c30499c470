import type { Money } from '#main/core/money/money.ts'
import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { Currency } from '#shared/lib/currency.ts'

/** One amount a row, or none: then its currency is null. */
export type AmountColumn = {
  readonly currencies: readonly (Currency | null)[]
  readonly femtos: readonly bigint[]
}

export function amountAt({ currencies, femtos }: AmountColumn, row: number): Money | null {
  const currency = currencies[row] ?? null
  return currency === null ? null : { currency, femtos: femtos[row] ?? 0n }
}

/** One sum a currency over some rows. */
export function sumRows({ currencies, femtos }: AmountColumn, rows: Iterable<number>): Money[] {
  const sums = new Map<Currency, bigint>()
  let current: Currency | null = null
  let sum = 0n
  // Rows of one currency follow one another nearly always: the map is asked when it changes and not for every row.
  for (const row of rows) {
    const currency = currencies[row] ?? null
    if (currency === null) continue
    if (currency !== current) {
      if (current !== null) sums.set(current, sum)
      current = currency
      sum = sums.get(currency) ?? 0n
    }
    sum += femtos[row] ?? 0n
  }
  if (current !== null) sums.set(current, sum)
  return [...sums].map(([currency, total]) => ({ currency, femtos: total }))
}

/**
 * Rows without an amount stand last in either direction. Amounts of different currencies are not comparable: the
 * organisation's own come first and the others after it, currency by currency.
 */
export function compareAmounts({ currencies, femtos }: AmountColumn, sign: number, own: Currency) {
  return (a: number, b: number): number => {
    const [ofA, ofB] = [currencies[a] ?? null, currencies[b] ?? null]
    if (ofA === ofB) return ofA === null ? 0 : sign * compareExact(femtos[a] ?? 0n, femtos[b] ?? 0n)
    if (ofA === null || ofB === null) return ofA === null ? 1 : -1
    if (ofA === own || ofB === own) return ofA === own ? -1 : 1
    return compareText(ofA, ofB)
  }
}
