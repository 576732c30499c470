import type { CallOutput } from '#shared/contract/index.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

export type PreviewView = CallOutput<'allocation.preview'>
export type CoverageView = PreviewView['coverage']
type CoverageSum = CoverageView['sums'][number]

/** Currencies with the one that costs most by its own count first; their order is never a sum. */
export const sumsInOrder = ({ sums }: CoverageView): CoverageSum[] =>
  sums.toSorted((a, b) => {
    const [first, second] = [parseDecimal(a.total) ?? 0n, parseDecimal(b.total) ?? 0n]
    return first === second ? 0 : first > second ? -1 : 1
  })

/** Of the main currency; null where nothing cost anything. */
export const coverageRatio = (coverage: CoverageView): string | null =>
  sumsInOrder(coverage)[0]?.ratio ?? null

/** How far one share of a whole is from another, in points of a hundred with one place: "+13.2". Only shown, never summed. */
export function pointsBetween(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null
  const [from, to] = [parseDecimal(before) ?? 0n, parseDecimal(after) ?? 0n]
  const tenths = ((to - from) * 1000n) / 10n ** 15n
  if (tenths === 0n) return null
  const magnitude = tenths < 0n ? -tenths : tenths
  return `${tenths < 0n ? '-' : '+'}${magnitude / 10n}.${magnitude % 10n}`
}
