/**
 * Exact decimals as whole numbers of femtos: 1 unit = 10^15 femtos.
 * Fifteen places keep ten million lines exact to far below a millionth, whatever precision a provider bills in;
 * a bigint has no ceiling, so sums cannot overflow.
 */
const FEMTO_DIGITS = 15
export const FEMTOS_PER_UNIT = 10n ** BigInt(FEMTO_DIGITS)

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** Reads a machine decimal ("-12.5", ".3", "1e-7") exactly; more places than fifteen are rounded half away from zero. */
export function parseDecimal(text: string): bigint | null {
  const match = PLAIN.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const shift = Number(exponent) - fraction.length + FEMTO_DIGITS
  const digits = BigInt(whole + fraction)
  if (shift > 60) return null
  const magnitude = shift >= 0 ? digits * 10n ** BigInt(shift) : divideHalfAway(digits, 10n ** BigInt(-shift))
  return sign === '-' ? -magnitude : magnitude
}

/** Writes femtos as a plain decimal with no trailing zeros: "1234.5", "-0.000001", "0". */
export function formatDecimal(femtos: bigint): string {
  const magnitude = femtos < 0n ? -femtos : femtos
  const whole = magnitude / FEMTOS_PER_UNIT
  const fraction = (magnitude % FEMTOS_PER_UNIT).toString().padStart(FEMTO_DIGITS, '0').replace(/0+$/, '')
  const text = fraction === '' ? whole.toString() : `${whole}.${fraction}`
  return femtos < 0n ? `-${text}` : text
}

/** Division rounded half away from zero, the rule accountants expect for money. */
export function divideHalfAway(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError('division by zero')
  const negative = dividend < 0n !== divisor < 0n
  const a = dividend < 0n ? -dividend : dividend
  const b = divisor < 0n ? -divisor : divisor
  const quotient = (a * 2n + b) / (b * 2n)
  return negative ? -quotient : quotient
}

/** Rounds femtos to a number of decimal places and keeps the unit. */
export function roundFemtos(femtos: bigint, places: number): bigint {
  const step = 10n ** BigInt(FEMTO_DIGITS - places)
  return divideHalfAway(femtos, step) * step
}
