import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

export const PAGE_SIZE = 100

export type Level = 'low' | 'medium' | 'high'

export const confidenceLevel = (value: number): Level =>
  value >= 0.85 ? 'high' : value >= 0.7 ? 'medium' : 'low'

/** Sure and easy is good news; unsure or hard asks for care. */
export const confidenceTone = (level: Level): 'ok' | 'neutral' | 'warn' =>
  level === 'high' ? 'ok' : level === 'medium' ? 'neutral' : 'warn'

/** Twelve months of a monthly amount. */
export function yearOf({ amount, currency }: MoneyView): MoneyView {
  return { amount: formatDecimal((parseDecimal(amount) ?? 0n) * 12n), currency }
}

/** Names read from A; everything else from the greatest. */
export const directionOf = (sort: 'savings' | 'confidence' | 'resource' | 'created'): 'asc' | 'desc' =>
  sort === 'resource' ? 'asc' : 'desc'

/** The organisation's own currency first: it is the figure that the overview shows. */
export function ownFirst(amounts: readonly MoneyView[], currency: Currency): MoneyView[] {
  const own = amounts.find((money) => money.currency === currency) ?? { amount: '0', currency }
  return [own, ...amounts.filter((money) => money.currency !== currency)]
}
