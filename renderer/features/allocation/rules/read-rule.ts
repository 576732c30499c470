import { readAmount } from '#renderer/i18n/read-amount.ts'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import type { CostWhere } from '#shared/contract/costs.ts'
import { isDay } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { type DraftOutcome, type DraftRule, type DraftShare, isByCost } from './draft.ts'
import { percentLeft, readPercent, readWeight } from './shares.ts'

/** What a rule lacks before it can be asked about at all. */
export type Lack =
  | 'condition'
  | 'part'
  | 'dimension'
  | 'parts'
  | 'percent'
  | 'weight'
  | 'hundred'
  | 'twice'
  | 'cost'
  | 'costOrder'
  | 'day'
  | 'dayOrder'

export type ReadRule = { rule: AllocationRule | null; lacks: readonly Lack[] }

/** A written rule as the program takes it, or what is still missing. */
export function readRule(draft: DraftRule): ReadRule {
  const lacks: Lack[] = []
  if (!isWhole(draft.where)) lacks.push('condition')
  const cost = readCost(draft, lacks)
  const days = readDays(draft, lacks)
  const outcome = readOutcome(draft.outcome, lacks)
  if (lacks.length > 0 || outcome === null) return { rule: null, lacks }
  const { id, name, isOn, where } = draft
  return { rule: { id, name: name.trim(), isOn, where, cost, ...days, outcome }, lacks }
}

const isWhole = (where: CostWhere): boolean =>
  where.every(
    (group) =>
      group.length > 0 &&
      group.every(
        ({ op, values }) =>
          op === 'empty' || op === 'notEmpty' || (values.length > 0 && values.every((value) => value !== '')),
      ),
  )

function readCost({ cost }: DraftRule, lacks: Lack[]): AllocationRule['cost'] {
  const read = (typed: string): string | null | undefined =>
    typed.trim() === '' ? null : (readAmount(typed) ?? undefined)
  const [from, to] = [read(cost.from), read(cost.to)]
  if (from === undefined || to === undefined) {
    lacks.push('cost')
    return null
  }
  if (from !== null && to !== null && (parseDecimal(from) ?? 0n) > (parseDecimal(to) ?? 0n))
    lacks.push('costOrder')
  return from === null && to === null ? null : { from, to, currency: cost.currency }
}

function readDays({ from, to }: DraftRule, lacks: Lack[]): Pick<AllocationRule, 'from' | 'to'> {
  const read = (text: string) => (text === '' ? null : isDay(text) ? text : undefined)
  const [first, last] = [read(from), read(to)]
  if (first === undefined || last === undefined) {
    lacks.push('day')
    return { from: null, to: null }
  }
  if (first !== null && last !== null && first > last) lacks.push('dayOrder')
  return { from: first, to: last }
}

function readOutcome(outcome: DraftOutcome, lacks: Lack[]): RuleOutcome | null {
  switch (outcome.kind) {
    case 'part': {
      const part = outcome.part.trim()
      if (part === '') lacks.push('part')
      return { kind: 'part', part }
    }
    case 'copy':
      if (outcome.dimension !== null) return { kind: 'copy', dimension: outcome.dimension }
      lacks.push('dimension')
      return null
    case 'percent': {
      const shares = named(outcome.shares, 2, lacks)
      const parts = shares.map(({ part, amount }) => ({ part, percent: readPercent(amount) ?? '' }))
      if (parts.some(({ percent }) => percent === '')) lacks.push('percent')
      else if (percentLeft(shares) !== '0') lacks.push('hundred')
      return { kind: 'percent', parts }
    }
    case 'weight': {
      const shares = named(outcome.shares, 1, lacks)
      const parts = shares.map(({ part, amount }) => ({ part, weight: readWeight(amount) ?? '' }))
      if (parts.some(({ weight }) => weight === '')) lacks.push('weight')
      return { kind: 'weight', parts }
    }
    case 'even':
      return { kind: 'even', parts: partsOf(outcome, lacks) }
    case 'metric':
      return {
        kind: 'metric',
        by: isByCost(outcome) ? { kind: 'cost' } : { kind: 'series', seriesId: outcome.by },
        parts: partsOf(outcome, lacks),
      }
  }
}

/** Lines that say something; one left wholly blank is no mistake. */
function named(shares: readonly DraftShare[], least: number, lacks: Lack[]): DraftShare[] {
  const said = shares
    .map((share) => ({ ...share, part: share.part.trim() }))
    .filter(({ part, amount }) => part !== '' || amount.trim() !== '')
  if (said.length < least || said.some(({ part }) => part === '')) lacks.push('parts')
  else if (new Set(said.map(({ part }) => part)).size < said.length) lacks.push('twice')
  return said
}

const partsOf = (outcome: DraftOutcome, lacks: Lack[]): string[] =>
  outcome.isOverAll
    ? []
    : named(
        outcome.shares.map((s) => ({ ...s, amount: '' })),
        1,
        lacks,
      ).map(({ part }) => part)
