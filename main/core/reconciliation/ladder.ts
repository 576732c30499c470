import type { VatRate } from '#shared/contract/acts.ts'
import type { Day } from '#shared/lib/day.ts'
import { divideHalfAway, roundFemtos } from '#shared/lib/decimal.ts'
import { percentOn, type VatTerms } from '../explorer/vat.ts'

/** What an account was charged on a day, as its bill has it. Femtos. */
export type DaySum = { day: Day; billed: bigint; list: bigint }

export type VatPart = { rate: VatRate; base: bigint; amount: bigint }

/** From what was accrued to what an act should say, all of it without VAT but the last. */
export type Ladder = {
  accrued: bigint
  discounts: bigint
  without: bigint
  vat: VatPart[]
  vatTotal: bigint
  withVat: bigint
}

const rateOf = (percent: bigint | null): VatRate =>
  percent === null ? 'none' : (percent.toString() as VatRate)

/**
 * As the documents do: days of one rate are added up exactly and rounded once. Where the bill's amounts have the tax in
 * them it is the whole that is rounded and the tax that is taken out of it; else the tax is put on what was rounded.
 */
export function ladderOf(days: readonly DaySum[], terms: VatTerms, places: number): Ladder {
  const byRate = Map.groupBy(days, ({ day }) => percentOn(terms.scheme, day))
  const round = (femtos: bigint): bigint => roundFemtos(femtos, places)
  let accrued = 0n
  const vat = [...byRate].map(([percent, own]): VatPart => {
    const billed = own.reduce((total, one) => total + one.billed, 0n)
    const list = own.reduce((total, one) => total + one.list, 0n)
    const isInside = terms.isIncluded && percent !== null
    accrued += isInside ? round(list) - round(taxInside(list, percent)) : round(list)
    const whole = round(billed)
    const amount = percent === null ? 0n : round(isInside ? taxInside(whole, percent) : taxOn(whole, percent))
    return { rate: rateOf(percent), base: isInside ? whole - amount : whole, amount }
  })
  const without = vat.reduce((total, { base }) => total + base, 0n)
  const vatTotal = vat.reduce((total, { amount }) => total + amount, 0n)
  return { accrued, discounts: without - accrued, without, vat, vatTotal, withVat: without + vatTotal }
}

export const taxOn = (base: bigint, percent: bigint): bigint => divideHalfAway(base * percent, 100n)

const taxInside = (whole: bigint, percent: bigint): bigint => divideHalfAway(whole * percent, 100n + percent)

/** An amount of a bill as an act would have it: with the tax of its day. */
export function withTax(billed: bigint, on: Day, { isIncluded, scheme }: VatTerms): bigint {
  const percent = percentOn(scheme, on)
  return isIncluded || percent === null ? billed : billed + taxOn(billed, percent)
}
