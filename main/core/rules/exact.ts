export const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

export const compareExact = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** By code units, so that equal amounts stand in the same order on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of an even number of values the lower whole number of the middle two's mean; of none, zero. */
export function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort(compareExact)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0n
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0n) + upper) / 2n
}
