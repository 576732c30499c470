import type { ClientTerms } from '#shared/contract/business.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, daysInMonth } from '#shared/lib/day.ts'
import { divideHalfAway, FEMTOS_PER_UNIT, parseDecimal } from '#shared/lib/decimal.ts'
import { compareText } from '../rules/exact.ts'

/** Terms of one client in the order of their days. */
export const inOrder = (terms: readonly ClientTerms[]): ClientTerms[] =>
  [...terms].sort((a, b) => compareText(a.fromDay, b.fromDay))

/** Those that hold on a day: the latest that have begun. `ordered` as `inOrder` makes it. */
export function termsOn(ordered: readonly ClientTerms[], day: Day): ClientTerms | null {
  let found: ClientTerms | null = null
  for (const terms of ordered) {
    if (terms.fromDay > day) break
    found = terms
  }
  return found
}

/** Some days of one month. */
type Stretch = { from: Day; days: number; cost: bigint; list: bigint }

const HUNDRED = 100n * FEMTOS_PER_UNIT

/**
 * What a client pays for days of one month on which the same terms hold, not rounded. A fixed price is a month's: some
 * of its days are so much of it. Null: without terms, or in another currency.
 */
export function priceOf(
  terms: ClientTerms | null,
  { from, days, cost, list }: Stretch,
  currency: Currency,
): bigint | null {
  if (!terms) return null
  switch (terms.kind) {
    case 'markup':
      return percentOf(cost, HUNDRED + femtosOf(terms.percent))
    case 'discount':
      return percentOf(list, HUNDRED - femtosOf(terms.percent))
    case 'fixed':
      if (terms.currency !== currency) return null
      return divideHalfAway(femtosOf(terms.price) * BigInt(days), BigInt(daysInMonth(from)))
  }
}

const percentOf = (femtos: bigint, percent: bigint): bigint => divideHalfAway(femtos * percent, HUNDRED)

const femtosOf = (text: string | null): bigint => parseDecimal(text ?? '0') ?? 0n

/** Whether terms say all that their kind needs, within what makes sense: nobody is paid for taking a service. */
export function isComplete({ kind, percent, price, currency }: Omit<ClientTerms, 'fromDay'>): boolean {
  if (kind === 'fixed') return price !== null && currency !== null && femtosOf(price) >= 0n
  if (percent === null) return false
  return kind === 'markup' ? femtosOf(percent) >= -HUNDRED : femtosOf(percent) <= HUNDRED
}
