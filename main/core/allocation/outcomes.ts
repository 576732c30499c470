import type { RuleOutcome } from '#shared/contract/allocation.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { byWeights, evenly } from './combine.ts'
import type { Outcome } from './outcome.ts'

/** What shared costs of a month are split by, where that is not written in the rule. */
export type Basis = {
  /** What each part costs by itself in the month, in a currency; femtos. */
  ownCosts(currency: Currency): ReadonlyMap<string, bigint>
  /** The parts that have anything of their own in the month. */
  ownParts(): readonly string[]
  /** What a series says of each part in the month, as whole numbers in proportion. */
  seriesValues(seriesId: string): ReadonlyMap<string, bigint>
}

/** Whether all of a cost goes to one part by itself, and is not shared with others. */
export const isDirect = ({ kind }: RuleOutcome): boolean => kind === 'part' || kind === 'copy'

/** Null: nobody to give it to, in that month and currency. */
export function outcomeOf(
  outcome: Exclude<RuleOutcome, { kind: 'copy' }>,
  basis: Basis,
  currency: Currency,
): Outcome | null {
  switch (outcome.kind) {
    case 'part':
      return [{ part: outcome.part, weight: 1n }]
    case 'percent':
      return byWeights(weightsOf(outcome.parts.map(({ part, percent }) => [part, percent])))
    case 'weight':
      return byWeights(weightsOf(outcome.parts.map(({ part, weight }) => [part, weight])))
    case 'even':
      return evenly(outcome.parts.length > 0 ? outcome.parts : basis.ownParts())
    case 'metric': {
      const known =
        outcome.by.kind === 'cost' ? basis.ownCosts(currency) : basis.seriesValues(outcome.by.seriesId)
      return byWeights(chosen(known, outcome.parts))
    }
  }
}

const weightsOf = (parts: readonly (readonly [string, string])[]): Map<string, bigint> =>
  new Map(parts.map(([part, text]) => [part, parseDecimal(text) ?? 0n]))

function chosen(known: ReadonlyMap<string, bigint>, parts: readonly string[]): ReadonlyMap<string, bigint> {
  return parts.length === 0 ? known : new Map(parts.map((part) => [part, known.get(part) ?? 0n]))
}
