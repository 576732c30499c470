import { type Currency, currencyPlaces, isCurrency } from '#shared/lib/currency.ts'
import { divideHalfAway, formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'

/** An exact amount. `femtos` counts 10^-15 of the currency's unit (see shared/lib/decimal). */
export type Money<C extends Currency = Currency> = { readonly currency: C; readonly femtos: bigint }

/**
 * Arithmetic takes one literal currency: for a union ("some currency or other") the parameter becomes `never`,
 * so a sum over two currencies, or over an unknown one, is a compile error. `sumByCurrency` is the way for mixed sets.
 */
type One<C extends Currency> = [C] extends [OnlyMember<C>] ? C : never
type OnlyMember<C extends Currency, Whole = C> = C extends unknown ? ([Whole] extends [C] ? C : never) : never

export function money<const C extends Currency>(amount: string, currency: C): Money<C> {
  const femtos = parseDecimal(amount)
  if (femtos === null) throw new RangeError(`not an amount: ${amount.slice(0, 40)}`)
  return { currency, femtos }
}

export const fromFemtos = <C extends Currency>(femtos: bigint, currency: C): Money<C> => ({
  currency,
  femtos,
})

export const zero = <C extends Currency>(currency: C): Money<C> => ({ currency, femtos: 0n })

/** Narrows an amount of some currency to one that was asked for; null when it is another. */
export const inCurrency = <C extends Currency>(value: Money, currency: C): Money<C> | null =>
  value.currency === currency ? { currency, femtos: value.femtos } : null

export function add<C extends Currency>(a: Money<One<C>> & Money<C>, b: Money<NoInfer<C>>): Money<C> {
  assertSame(a, b)
  return { currency: a.currency, femtos: a.femtos + b.femtos }
}

export function subtract<C extends Currency>(a: Money<One<C>> & Money<C>, b: Money<NoInfer<C>>): Money<C> {
  assertSame(a, b)
  return { currency: a.currency, femtos: a.femtos - b.femtos }
}

export function sum<C extends Currency>(
  values: readonly (Money<One<C>> & Money<C>)[],
  currency: C,
): Money<C> {
  let femtos = 0n
  for (const value of values) {
    assertSame(value, { currency })
    femtos += value.femtos
  }
  return { currency, femtos }
}

/** The only total of a mixed set: one amount per currency, in order of first appearance. */
export function sumByCurrency(values: Iterable<Money>): Map<Currency, Money> {
  const totals = new Map<Currency, Money>()
  for (const { currency, femtos } of values) {
    totals.set(currency, { currency, femtos: (totals.get(currency)?.femtos ?? 0n) + femtos })
  }
  return totals
}

/** Times a fraction of whole numbers, rounded half away from zero once, at the last of fifteen places. */
export const scale = <C extends Currency>(
  value: Money<C>,
  numerator: bigint,
  denominator: bigint,
): Money<C> => ({
  currency: value.currency,
  femtos: divideHalfAway(value.femtos * numerator, denominator),
})

/** Rounds to the minor unit (kopecks, cents; whole yen). */
export const roundToMinor = <C extends Currency>(value: Money<C>): Money<C> => ({
  currency: value.currency,
  femtos: roundFemtos(value.femtos, currencyPlaces[value.currency]),
})

/**
 * Splits an amount by weights so that the parts are whole minor units and add up to the whole exactly
 * (largest remainders take the odd kopecks).
 */
export function allocate<C extends Currency>(value: Money<C>, weights: readonly bigint[]): Money<C>[] {
  const total = weights.reduce((a, b) => a + b, 0n)
  if (total <= 0n || weights.some((w) => w < 0n)) throw new RangeError('weights must be positive')
  const step = 10n ** BigInt(15 - currencyPlaces[value.currency])
  const units = value.femtos / step
  const rest = value.femtos - units * step
  const magnitude = units < 0n ? -units : units
  const shares = weights.map((w, index) => ({
    index,
    units: (magnitude * w) / total,
    remainder: (magnitude * w) % total,
  }))
  let left = magnitude - shares.reduce((a, s) => a + s.units, 0n)
  for (const share of [...shares].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)) {
    if (left === 0n) break
    share.units += 1n
    left -= 1n
  }
  const sign = units < 0n ? -1n : 1n
  const parts = shares.map((s) => ({ currency: value.currency, femtos: sign * s.units * step }))
  const first = parts[0]
  if (first && rest !== 0n) parts[0] = { currency: value.currency, femtos: first.femtos + rest }
  return parts
}

/** A ratio of two amounts as text with six places ("0.125"); null when there is nothing to compare with. */
export function ratio<C extends Currency>(part: Money<C>, whole: Money<NoInfer<C>>): string | null {
  assertSame(part, whole)
  if (whole.femtos === 0n) return null
  return formatDecimal(divideHalfAway(part.femtos * 1_000_000n, whole.femtos) * 1_000_000_000n)
}

export const toText = (value: Money): { amount: string; currency: Currency } => ({
  amount: formatDecimal(value.femtos),
  currency: value.currency,
})

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

function assertSame(a: { currency: Currency }, b: { currency: Currency }): void {
  if (a.currency !== b.currency || !isCurrency(a.currency)) {
    throw new TypeError(`currencies do not mix: ${a.currency}, ${b.currency}`)
  }
}
