import { z } from 'zod'
import type { Price } from '#main/core/model/findings.ts'
import { fromFemtos, type Money } from '#main/core/money/money.ts'
import { looseDecimal } from '#main/providers/http/tolerant.ts'
import { FEMTOS_PER_UNIT, parseDecimal } from '#shared/lib/decimal.ts'

/** No account pays a billion roubles a day for one thing: such a figure is a broken one, and would drown all others. */
const MOST_FEMTOS = 10n ** 9n * FEMTOS_PER_UNIT

/** A price in roubles, exact. `junk`: something stands there that is none. */
type WirePrice = Money<'RUB'> | 'junk' | null

const decimal = looseDecimal()

export const loosePrice = () =>
  z
    .unknown()
    .optional()
    .transform((given): WirePrice => {
      if (given === undefined || given === null || given === '') return null
      const amount = roubles(decimal.parse(given))
      return amount === null || amount.femtos < 0n ? 'junk' : amount
    })

/** An amount of any sign; null where it cannot be read. */
export function roubles(text: string | null): Money<'RUB'> | null {
  const femtos = text === null ? null : parseDecimal(text)
  if (femtos === null || femtos > MOST_FEMTOS || femtos < -MOST_FEMTOS) return null
  return fromFemtos(femtos, 'RUB')
}

/** `isUnread`: there is a price, and it cannot be read. */
export type Rate = { price: Price | null; isUnread: boolean }

/**
 * By the day where the day's price is told, else by the month as it stands (a day is a thirtieth of it). Nought is the
 * way of the new API to say nothing, so a month's price beats a day's nought.
 */
export function rateOf(day: WirePrice, month: WirePrice): Rate {
  const priced = paid(day, 'day') ?? paid(month, 'month')
  if (priced) return { price: priced, isUnread: false }
  if (day === 'junk' || month === 'junk') return { price: null, isUnread: true }
  const free = day ?? month
  return { price: free ? { amount: free, period: 'day' } : null, isUnread: false }
}

const paid = (amount: WirePrice, period: Price['period']): Price | null =>
  amount !== null && amount !== 'junk' && amount.femtos > 0n ? { amount, period } : null
