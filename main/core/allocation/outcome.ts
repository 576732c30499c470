/**
 * What rules make of a cost: all of it to one part, or shares of it to several. Weights are whole numbers; a share is
 * the weight by the sum of all. A null part is what no rule meets.
 */
export type Share = { part: string | null; weight: bigint }
export type Outcome = readonly Share[]

/** For every key the place of its outcome, counted from 1; 0 is none. */
export type OutcomeColumn = { outcomes: readonly Outcome[]; places: Int32Array }

export const weightOf = (outcome: Outcome): bigint => outcome.reduce((sum, { weight }) => sum + weight, 0n)

/**
 * An amount by shares, to the last femto: what rounding leaves over goes, one femto each, to the shares that lost most
 * by it, the earlier first. The parts add up to the amount.
 */
export function splitExactly(femtos: bigint, outcome: Outcome): bigint[] {
  const total = weightOf(outcome)
  const sign = femtos < 0n ? -1n : 1n
  const whole = femtos * sign
  const parts = outcome.map(({ weight }) => (whole * weight) / total)
  const lost = outcome.map(({ weight }, at) => whole * weight - (parts[at] ?? 0n) * total)
  let over = whole - parts.reduce((sum, part) => sum + part, 0n)
  const order = [...lost.keys()].sort((a, b) => {
    const difference = (lost[b] ?? 0n) - (lost[a] ?? 0n)
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b
  })
  for (const at of order) {
    if (over === 0n) break
    parts[at] = (parts[at] ?? 0n) + 1n
    over -= 1n
  }
  return parts.map((part) => part * sign)
}
