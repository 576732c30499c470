import type { VatRate } from '#shared/contract/acts.ts'
import { splitExactly } from '../allocation/outcome.ts'

/** A line of an act, or all its lines of one rate. Sums are femtos of whole kopecks. */
export type Taxed = { without: bigint; rate: VatRate; vat: bigint }

export type Weight = { part: string | null; weight: bigint }

export type Posting = Taxed & { part: string | null; total: bigint }

/**
 * Sums of an act by weights, in whole kopecks: what rounding leaves over goes, one kopeck each, to the parts that lost
 * most by it. The parts add up to the act's sums, each by itself; a part that gets nothing has no posting.
 */
export function splitTaxed(
  { without, rate, vat }: Taxed,
  weights: readonly Weight[],
  places: number,
): Posting[] {
  const own = weights.filter(({ weight }) => weight > 0n)
  if (own.length === 0) return [{ ...{ without, rate, vat }, part: null, total: without + vat }]
  const [bases, taxes] = [shared(without, own, places), shared(vat, own, places)]
  return own
    .map(({ part }, at): Posting => {
      const [base, tax] = [bases[at] ?? 0n, taxes[at] ?? 0n]
      return { part, rate, without: base, vat: tax, total: base + tax }
    })
    .filter(({ without: base, vat: tax }) => base !== 0n || tax !== 0n)
}

function shared(amount: bigint, weights: readonly Weight[], places: number): bigint[] {
  const step = 10n ** BigInt(15 - places)
  const parts = splitExactly(amount / step, weights).map((part) => part * step)
  // A document has no halves of kopecks; should one have, they are not lost.
  const [first = 0n] = parts
  parts[0] = first + (amount % step)
  return parts
}

/** Lines of one rate as one, in order of the first of each. */
export function byRate(lines: readonly Taxed[]): Taxed[] {
  return [...Map.groupBy(lines, ({ rate }) => rate)].map(([rate, own]) => ({
    rate,
    without: own.reduce((sum, one) => sum + one.without, 0n),
    vat: own.reduce((sum, one) => sum + one.vat, 0n),
  }))
}

const COST_ACCOUNT = /^(20|23|25|26|44|91)(\.\d{1,2}){0,2}$/

/** An account of costs as the chart of accounts numbers it: 26, 44.01. */
export const isCostAccount = (text: string): boolean => COST_ACCOUNT.test(text)
