import type { AllocationRule, RuleOutcome, VirtualKind } from '#shared/contract/allocation.ts'
import type { CostCondition, CostDimension, CostWhere } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'

export type OutcomeKind = RuleOutcome['kind']

/** A value with what it gets: percents or a weight, as they are typed. */
export type DraftShare = { key: string; part: string; amount: string }

/** What is typed for one kind of outcome stays while another is tried. */
export type DraftOutcome = {
  kind: OutcomeKind
  part: string
  dimension: CostDimension | null
  shares: readonly DraftShare[]
  /** Shared costs over everything that costs something by itself, not over a list. */
  isOverAll: boolean
  /** `cost`, or a series of business units. */
  by: string
}

/** A rule as it is being written: anything in it may still be wrong. */
export type DraftRule = {
  id: string
  name: string
  isOn: boolean
  where: CostWhere
  cost: { from: string; to: string; currency: Currency }
  from: string
  to: string
  outcome: DraftOutcome
}

export type TagDraft = { name: string; kind: VirtualKind; rules: readonly DraftRule[] }

const BY_COST = 'cost'

const emptyOutcome = (keyOf: () => string): DraftOutcome => ({
  kind: 'part',
  part: '',
  dimension: null,
  shares: [
    { key: keyOf(), part: '', amount: '' },
    { key: keyOf(), part: '', amount: '' },
  ],
  isOverAll: true,
  by: BY_COST,
})

/** A rule with nothing in it but what it is given: met by everything, for no value yet. */
export const emptyRule = (
  keyOf: () => string,
  currency: Currency,
  group: readonly CostCondition[] = [],
): DraftRule => ({
  id: keyOf(),
  name: '',
  isOn: true,
  where: group.length > 0 ? [[...group]] : [],
  cost: { from: '', to: '', currency },
  from: '',
  to: '',
  outcome: emptyOutcome(keyOf),
})

export function draftOf(rule: AllocationRule, keyOf: () => string, currency: Currency): DraftRule {
  return {
    id: rule.id,
    name: rule.name,
    isOn: rule.isOn,
    where: rule.where,
    cost: {
      from: rule.cost?.from ?? '',
      to: rule.cost?.to ?? '',
      currency: rule.cost?.currency ?? currency,
    },
    from: rule.from ?? '',
    to: rule.to ?? '',
    outcome: draftOutcome(rule.outcome, keyOf),
  }
}

function draftOutcome(outcome: RuleOutcome, keyOf: () => string): DraftOutcome {
  const empty = emptyOutcome(keyOf)
  const share = (part: string, amount = ''): DraftShare => ({ key: keyOf(), part, amount })
  switch (outcome.kind) {
    case 'part':
      return { ...empty, kind: 'part', part: outcome.part }
    case 'copy':
      return { ...empty, kind: 'copy', dimension: outcome.dimension }
    case 'percent':
      return {
        ...empty,
        kind: 'percent',
        shares: outcome.parts.map(({ part, percent }) => share(part, percent)),
      }
    case 'weight':
      return {
        ...empty,
        kind: 'weight',
        shares: outcome.parts.map(({ part, weight }) => share(part, weight)),
      }
    case 'even':
      return overParts(
        { ...empty, kind: 'even' },
        outcome.parts.map((part) => share(part)),
      )
    case 'metric':
      return overParts(
        { ...empty, kind: 'metric', by: outcome.by.kind === 'series' ? outcome.by.seriesId : BY_COST },
        outcome.parts.map((part) => share(part)),
      )
  }
}

const overParts = (outcome: DraftOutcome, shares: readonly DraftShare[]): DraftOutcome =>
  shares.length === 0 ? outcome : { ...outcome, isOverAll: false, shares }

export const isByCost = (outcome: DraftOutcome): boolean => outcome.by === BY_COST
