import { divideHalfAway, FEMTOS_PER_UNIT, parseDecimal } from '#shared/lib/decimal.ts'

/** Unit prices have more places than amounts: a byte's price is small. */
const PRICE_PLACES = 20
const PRICE_UNIT = 10n ** BigInt(PRICE_PLACES)
const PRICE_PER_FEMTO = 10n ** BigInt(PRICE_PLACES - 15)
/** Twelve digits before the point: more is a quantity that is next to nothing. */
const CEILING = 10n ** BigInt(PRICE_PLACES + 12)
/** 10^-9 of the cost, and of one unit of money at least: what the official validator leaves to rounding. */
const SHARE = 1_000_000_000n

export type Price = { scaled: bigint; text: string }

const PLAIN = /^(\d*)(?:\.(\d*))?$/

/** A price as a source wrote it; null where it is none, below zero, or finer than twenty places. */
export function readPrice(text: string | null | undefined): Price | null {
  if (text === null || text === undefined) return null
  const match = PLAIN.exec(text)
  if (!match) {
    const femtos = parseDecimal(text)
    return femtos === null || femtos < 0n ? null : bounded(femtos * PRICE_PER_FEMTO)
  }
  const [, whole = '', fraction = ''] = match
  if (whole + fraction === '' || fraction.length > PRICE_PLACES) return null
  return bounded(BigInt(whole + fraction.padEnd(PRICE_PLACES, '0')))
}

const bounded = (scaled: bigint): Price | null => (scaled < CEILING ? priceOf(scaled) : null)
const priceOf = (scaled: bigint): Price => ({ scaled, text: priceText(scaled) })

function priceText(scaled: bigint): string {
  const whole = scaled / PRICE_UNIT
  const fraction = (scaled % PRICE_UNIT).toString().padStart(PRICE_PLACES, '0').replace(/0+$/, '')
  return fraction === '' ? whole.toString() : `${whole}.${fraction}`
}

/** Whether price × quantity is the cost, but for rounding. Quantity and cost are femtos. */
export function makesCost(price: bigint, quantity: bigint, cost: bigint): boolean {
  const product = price * quantity
  const wanted = cost * PRICE_UNIT
  const off = product < wanted ? wanted - product : product - wanted
  const size = cost < 0n ? -cost : cost
  return off * SHARE <= (size < FEMTOS_PER_UNIT ? FEMTOS_PER_UNIT : size) * PRICE_UNIT
}

/**
 * The price of a unit that makes this cost of that quantity: the source's own where it does, else what the cost comes
 * to. Null where there is none that is not below zero.
 */
export function priceFor(cost: bigint, quantity: bigint, told: Price | null): Price | null {
  if (told && makesCost(told.scaled, quantity, cost)) return told
  if (quantity === 0n) return cost === 0n ? priceOf(0n) : null
  const scaled = divideHalfAway(cost * PRICE_UNIT, quantity)
  return scaled >= 0n && makesCost(scaled, quantity, cost) ? bounded(scaled) : null
}
