import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Outcome, OutcomeColumn } from './outcome.ts'
import { type Basis, isDirect, outcomeOf } from './outcomes.ts'

/**
 * What is made of what rules decide: who bears it; the same without what is shared; the same with what is shared marked;
 * the same with what is shared or guessed marked; which rule it was.
 */
export const columnKinds = ['all', 'direct', 'marked', 'evidence', 'rule'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** Stands before the part where a cost is shared. No part has it: names of people have no such character. */
const MARK = '\u0001'

/** A part of the kinds `marked` and `evidence`. */
export const unmarked = (part: string): { part: string; isMarked: boolean } =>
  part.startsWith(MARK) ? { part: part.slice(1), isMarked: true } : { part, isMarked: false }

const GUESS = 'guess-'

/** A rule that was suggested and accepted: what it says is no evidence for further suggestions. */
export const guessedId = (id: string): string => GUESS + id
export const isGuess = ({ id }: Pick<AllocationRule, 'id'>): boolean => id.startsWith(GUESS)

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
  const isMarked = (rule: AllocationRule): boolean =>
    (kind === 'marked' && !isDirect(rule.outcome)) ||
    (kind === 'evidence' && (isGuess(rule) || !isDirect(rule.outcome)))
  const ways = rules.map((rule) => wayOf(rule))
  const places = new Int32Array(ruleOf.length)
  for (let entry = 0; entry < places.length; entry += 1) {
    const way = ways[(ruleOf[entry] as number) - 1]
    if (way) places[entry] = way.placesOf[way.places[entry] as number] as number
  }
  return { outcomes, places }

  /** A rule gives one outcome for each text of one column: of the one it copies, or of currencies. */
  function wayOf(rule: AllocationRule): { places: Int32Array; placesOf: Int32Array } {
    const { id, outcome } = rule
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
        placeOf(text === null ? null : shown(outcomeOf(outcome, basis, text as Currency), rule)),
      ),
    }
  }

  function shown(given: Outcome | null, rule: AllocationRule): Outcome | null {
    if (given === null || !isMarked(rule)) return given
    return given.map(({ part, weight }) => ({ part: part === null ? null : MARK + part, weight }))
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
