import type { Currency } from '#shared/lib/currency.ts'
import { type Money, scale } from './money.ts'

export const pricePeriods = ['hour', 'day', 'month', 'year'] as const
export type PricePeriod = (typeof pricePeriods)[number]

/**
 * One rule for every provider, so that prices can be compared: a day is 24 hours, a month is 30 days, a year is 365 days.
 * The daily cost is the base; the monthly cost is thirty of them. A price that is already monthly keeps its own figure,
 * so that 100 ₽ a month is shown as 100 ₽ and not as 99.99…
 */
type PricedCost<C extends Currency> = { daily: Money<C>; monthly: Money<C> }

export function normalizePrice<C extends Currency>(price: Money<C>, period: PricePeriod): PricedCost<C> {
  switch (period) {
    case 'hour':
      return { daily: scale(price, 24n, 1n), monthly: scale(price, 720n, 1n) }
    case 'day':
      return { daily: price, monthly: scale(price, 30n, 1n) }
    case 'month':
      return { daily: scale(price, 1n, 30n), monthly: price }
    case 'year':
      return { daily: scale(price, 1n, 365n), monthly: scale(price, 30n, 365n) }
  }
}
