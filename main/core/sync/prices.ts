import type { Price } from '../model/findings.ts'
import { fromFemtos } from '../money/money.ts'
import { normalizePrice } from '../money/price.ts'

/** One price for several together; null when they are in more than one currency, or there are none. */
export function sumPrices(prices: readonly Price[]): Price | null {
  const [first] = prices
  if (!first) return null
  const { currency } = first.amount
  if (prices.some(({ amount }) => amount.currency !== currency)) return null
  const isAlike = prices.every(({ period }) => period === first.period)
  const period = isAlike ? first.period : 'day'
  const femtos = prices.reduce(
    (sum, price) => sum + (isAlike ? price.amount : normalizePrice(price.amount, price.period).daily).femtos,
    0n,
  )
  return { amount: fromFemtos(femtos, currency), period }
}

export const haveOneCurrency = (a: Price | null, b: Price | null): boolean =>
  a === null || b === null || a.amount.currency === b.amount.currency
