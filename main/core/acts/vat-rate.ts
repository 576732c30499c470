import { percentOn } from '#main/core/explorer/vat.ts'
import { type VatRate, vatRates } from '#shared/contract/acts.ts'
import type { Day } from '#shared/lib/day.ts'
import { divideHalfAway, roundFemtos } from '#shared/lib/decimal.ts'
import type { DocumentLine } from './document.ts'

const KOPECK = 10n ** 13n
const NONE = /^(безндс|безналога(ндс)?|(ндс)?необлагается|ндсисчисляетсяналоговымагентом)$/

/** "20%", "20", "20/120", "без НДС" as documents print them; null for anything else. */
export function readVatRate(text: string): VatRate | null {
  const plain = text.toLowerCase().replace(/[\s\u00a0()]+/g, '')
  if (NONE.test(plain)) return 'none'
  const match = /^(\d{1,2})(?:[.,]0+)?(?:%|\/(\d{3}))?$/.exec(plain)
  if (!match) return null
  const [, percent = '', whole] = match
  if (whole !== undefined && Number(whole) !== 100 + Number(percent)) return null
  return vatRates.find((rate) => rate === String(Number(percent))) ?? null
}

/** Per cent, where the rate is one number. */
export const percentOf = (rate: VatRate): bigint | null =>
  rate === 'mixed' ? null : rate === 'none' ? 0n : BigInt(rate)

/** The tax on a sum without it, to the kopeck. */
export const vatOn = (without: bigint, percent: bigint): bigint =>
  roundFemtos(divideHalfAway(without * percent, 100n), 2)

/** The tax within a sum that contains it, to the kopeck. */
export const vatWithin = (total: bigint, percent: bigint): bigint =>
  roundFemtos(divideHalfAway(total * percent, 100n + percent), 2)

/** Whether the tax is what the rate makes of the sum, give or take a kopeck. */
export function isVatOf(rate: VatRate, { without, vat }: Pick<DocumentLine, 'without' | 'vat'>): boolean {
  const percent = percentOf(rate)
  if (percent === null) return true
  const difference = vat - vatOn(without, percent)
  return difference <= KOPECK && difference >= -KOPECK
}

/** One rate for all lines, else `mixed`; without lines, the rate that fits the sums. */
export function rateOf(
  lines: readonly Pick<DocumentLine, 'rate'>[],
  sums: Pick<DocumentLine, 'without' | 'vat'>,
): VatRate {
  const [first, ...others] = new Set(lines.map(({ rate }) => rate))
  if (first !== undefined) return others.length === 0 ? first : 'mixed'
  if (sums.vat === 0n) return 'none'
  return vatRates.find((rate) => Number(rate) > 0 && isVatOf(rate, sums)) ?? 'mixed'
}

/** The general rate of a day. */
export function generalRateOn(day: Day): VatRate {
  const percent = String(percentOn('general', day) ?? 0n)
  return vatRates.find((rate) => rate === percent) ?? 'none'
}
