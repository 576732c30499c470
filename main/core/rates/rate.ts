import type { RateSource } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { divideHalfAway } from '#shared/lib/decimal.ts'

/** Roubles for `nominal` units of a currency. `value` is the source's own decimal text, exact. */
type Quote = { nominal: number; value: string }

/** A quote and the day that its source set it for. */
export type DatedRate = Quote & { source: RateSource; currency: Currency; day: Day }

/** An exact ratio: roubles for one unit. */
export type Fraction = { numerator: bigint; denominator: bigint }

const PLACES = 10
const SCALE = 10n ** BigInt(PLACES)
const VALUE = /^(?=.*[1-9])(\d{1,9})(?:\.(\d{1,10}))?$/

/** More than nothing, and no more places than a rate of ours may have. */
export const isRateValue = (value: string): boolean => VALUE.test(value)

/** In 10^-10 of a rouble. */
function scaled(value: string): bigint {
  const match = VALUE.exec(value)
  if (!match) throw new RangeError(`not a rate: ${value.slice(0, 40)}`)
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(PLACES, '0')}`)
}

export const perUnit = ({ nominal, value }: Quote): Fraction => ({
  numerator: scaled(value),
  denominator: SCALE * BigInt(nominal),
})

/** The mean at one nominal, rounded half away from zero at the tenth place: the only rounding that it meets. */
export function meanOf(quotes: readonly Quote[], nominal: number): string {
  let numerator = 0n
  let denominator = 1n
  for (const { value, nominal: of } of quotes) {
    numerator = numerator * BigInt(of) + scaled(value) * denominator
    denominator *= BigInt(of)
    const common = gcd(numerator, denominator)
    numerator /= common
    denominator /= common
  }
  return textOf(divideHalfAway(numerator * BigInt(nominal), denominator * BigInt(quotes.length)))
}

function textOf(tenths: bigint): string {
  const fraction = (tenths % SCALE).toString().padStart(PLACES, '0').replace(/0+$/, '')
  return fraction === '' ? `${tenths / SCALE}` : `${tenths / SCALE}.${fraction}`
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
