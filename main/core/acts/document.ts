import type { ActKind, ActView, VatRate } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'

/** Amounts in femtos, signed: a correction takes away what it lessens. */
export type DocumentLine = {
  name: string
  quantity: string | null
  unit: string | null
  without: bigint
  rate: VatRate
  vat: bigint
  total: bigint
}

/** A document as its reader understood it, whatever it came as. */
export type ActDocument = {
  kind: ActKind
  number: string
  day: Day
  supplier: ActView['supplier']
  buyer: ActView['buyer']
  currency: Currency
  lines: readonly DocumentLine[]
  without: bigint
  rate: VatRate
  vat: bigint
  total: bigint
  /** The days of the service, where the document says them. */
  period: { from: Day; to: Day } | null
  /** `isWhole`: the sums are those of the whole document anew; else they are the change itself. */
  corrects: { number: string; isWhole: boolean } | null
  /** Free words of it: lines, grounds, notes. The month and the number of a contract may stand in them. */
  words: readonly string[]
}
