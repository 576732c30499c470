import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Outcome, OutcomeColumn } from './outcome.ts'
import { type Basis, isDirect, outcomeOf } from './outcomes.ts'

/**
 * What is made of what rules decide: who bears it; the same without what is shared; the same with what is shared marked;
 * which rule it was.
 */
export type ColumnKind = 'all' | 'direct' | 'marked' | 'rule'
export const columnKinds = ['all', 'direct', 'marked', 'rule'] as const satisfies ColumnKind[]

/** Stands before the part where a cost is shared. No part has it: names of people have no such character. */
const SHARED = '\u0001'

/** A part of the kind `marked`. */
export const unmarked = (part: string): { part: string; isShared: boolean } =>
  part.startsWith(SHARED) ? { part: part.slice(1), isShared: true } : { part, isShared: false }

type Decided = {
  rules: readonly AllocationRule[]
  /** By entry the place of the rule that decides. */
  ruleOf: Int32Array
  copied(dimension: CostDimension): TextColumn
  currency: TextColumn
}

export function columnOf(
  { rules, ruleOf, copied, currency }: Decided,
  kind: ColumnKind,
  basis: Basis,
): OutcomeColumn {
  const outcomes: Outcome[] = []
  const placeOf = createPlaces(outcomes)
  const ways = rules.map((rule) => wayOf(rule))
  const places = new Int32Array(ruleOf.length)
  for (let entry = 0; entry < places.length; entry += 1) {
    const way = ways[(ruleOf[entry] as number) - 1]
    if (way) places[entry] = way.placesOf[way.places[entry] as number] as number
  }
  return { outcomes, places }

  /** A rule gives one outcome for each text of one column: of the one it copies, or of currencies. */
  function wayOf({ id, outcome }: AllocationRule): { places: Int32Array; placesOf: Int32Array } {
    if (kind === 'rule') return every([{ part: id, weight: 1n }])
    if (kind === 'direct' && !isDirect(outcome)) return every(null)
    if (outcome.kind === 'copy') {
      const { texts, places } = copied(outcome.dimension)
      return {
        places,
        placesOf: Int32Array.from([null, ...texts], (part) =>
          placeOf(part === null ? null : [{ part, weight: 1n }]),
        ),
      }
    }
    return {
      places: currency.places,
      placesOf: Int32Array.from([null, ...currency.texts], (text) =>
        placeOf(text === null ? null : shown(outcomeOf(outcome, basis, text as Currency), outcome)),
      ),
    }
  }

  function shown(given: Outcome | null, rule: RuleOutcome): Outcome | null {
    if (kind !== 'marked' || given === null || isDirect(rule)) return given
    return given.map(({ part, weight }) => ({ part: part === null ? null : SHARED + part, weight }))
  }

  function every(outcome: Outcome | null) {
    return {
      places: currency.places,
      placesOf: new Int32Array(currency.texts.length + 1).fill(placeOf(outcome)),
    }
  }
}

function createPlaces(outcomes: Outcome[]) {
  const found = new Map<string, number>()
  return (outcome: Outcome | null): number => {
    if (outcome === null) return 0
    const id = outcome.map(({ part, weight }) => `${weight} ${part === null ? '' : `=${part}`}`).join('\n')
    const known = found.get(id)
    if (known !== undefined) return known
    outcomes.push(outcome)
    found.set(id, outcomes.length)
    return outcomes.length
  }
}
