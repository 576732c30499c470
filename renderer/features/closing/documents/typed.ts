import type { VatRate } from '#shared/contract/acts.ts'
import { divideHalfAway, formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'

/** A sum as a person types it, to the kopeck, with its sign; null when it is none. */
export function readTypedSum(typed: string): string | null {
  const plain = typed
    .replace(/[\s\u00a0\u202f₽]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,2})?$/.test(plain) ? plain : null
}

/** The general rate of a month, as the law has had it. */
export const usualRate = (month: string): VatRate =>
  month >= '2026-01' ? '22' : month >= '2019-01' ? '20' : '18'

/** The two sums that follow from the third. */
export function sumsFrom(without: string, rate: VatRate): { vat: string; total: string } | null {
  const base = parseDecimal(without)
  if (base === null || rate === 'mixed') return null
  const percent = rate === 'none' ? 0n : BigInt(rate)
  const vat = roundFemtos(divideHalfAway(base * percent, 100n), 2)
  return { vat: formatDecimal(vat), total: formatDecimal(base + vat) }
}

/** What the sums make together, where that is not the total; null where it is. */
export function otherTotal(without: string, vat: string, total: string): string | null {
  const made = (parseDecimal(without) ?? 0n) + (parseDecimal(vat) ?? 0n)
  return made === parseDecimal(total) ? null : formatDecimal(made)
}
