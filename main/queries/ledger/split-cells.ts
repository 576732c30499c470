import { splitExactly } from '#main/core/allocation/outcome.ts'
import type { Group } from './selection.ts'
import type { KeptShare } from './shares.ts'
import type { Sums } from './sums.ts'

/** A sum by the shares of its group, in their order; the parts add up to it. */
export const splitCell = (femtos: bigint, shares: readonly KeptShare[]): bigint[] =>
  splitExactly(
    femtos,
    shares.map(({ weight }) => ({ part: null, weight })),
  )

/** What is kept of a sum, whichever row it falls to. */
export function cellOf(sums: Sums, slot: number, { shares }: Group): bigint {
  const femtos = sums.femtos(slot)
  if (!shares || femtos === 0n) return femtos
  return splitCell(femtos, shares).reduce(
    (sum, part, at) => (shares[at]?.parts === null ? sum : sum + part),
    0n,
  )
}
