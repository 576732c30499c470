import { compareText } from '#main/core/rules/exact.ts'
import { type Outcome, type Share, weightOf } from './outcome.ts'

const NOBODY: Outcome = [{ part: null, weight: 1n }]

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The same shares with the least whole weights, each part once, in the order in which they first came. */
export function simplest(shares: readonly Share[]): Outcome {
  const sums = new Map<string | null, bigint>()
  for (const { part, weight } of shares) sums.set(part, (sums.get(part) ?? 0n) + weight)
  const kept = [...sums].filter(([, weight]) => weight > 0n)
  const common = kept.reduce((so, [, weight]) => gcd(so, weight), 0n)
  if (common === 0n) return NOBODY
  return kept.map(([part, weight]) => ({ part, weight: weight / common }))
}

/** Outcomes in proportion: half of a cost by one and half by the other. */
export function mixed(parts: readonly { outcome: Outcome; weight: bigint }[]): Outcome {
  const whole = parts.reduce((product, { outcome }) => {
    const total = weightOf(outcome)
    return (product / gcd(product, total)) * total
  }, 1n)
  return simplest(
    parts.flatMap(({ outcome, weight }) => {
      const times = (weight * whole) / weightOf(outcome)
      return outcome.map((share) => ({ part: share.part, weight: share.weight * times }))
    }),
  )
}

/** Weights as decimals have them, made whole; what weighs nothing gets nothing. */
export function byWeights(weights: ReadonlyMap<string, bigint>): Outcome | null {
  const kept = [...weights].filter(([, weight]) => weight > 0n).sort(([a], [b]) => compareText(a, b))
  return kept.length === 0 ? null : simplest(kept.map(([part, weight]) => ({ part, weight })))
}

export const evenly = (parts: readonly string[]): Outcome | null =>
  byWeights(new Map(parts.map((part) => [part, 1n])))
