import type { AllocationRule, RuleOutcome, RuleProblem } from '#shared/contract/allocation.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

/** What there is for rules to look at. */
export type Surroundings = {
  dimension(dimension: CostDimension): 'known' | 'gone' | 'off' | 'self' | 'ofLines'
  series(id: string): 'known' | 'gone' | 'noParts'
}

type Code = RuleProblem['code']
type More = Partial<Pick<RuleProblem, 'severity' | 'otherRuleId' | 'subject'>>

const problem = (ruleId: string, code: Code, more: More = {}): RuleProblem => ({
  code,
  severity: 'error',
  ruleId,
  otherRuleId: null,
  subject: null,
  ...more,
})

/** What can be said of rules without looking at any cost. */
export const problemsOf = (rules: readonly AllocationRule[], around: Surroundings): RuleProblem[] => [
  ...rules.flatMap((rule) => ownProblems(rule, around)),
  ...clashes(rules.filter(({ isOn }) => isOn)),
]

function ownProblems(rule: AllocationRule, around: Surroundings): RuleProblem[] {
  const { id, from, to, cost, outcome } = rule
  const found: RuleProblem[] = []
  if (from !== null && to !== null && from > to) found.push(problem(id, 'range.empty'))
  if (cost && isEmptyRange(cost)) found.push(problem(id, 'cost.empty'))
  for (const dimension of looked(rule)) {
    const state = around.dimension(dimension)
    if (state === 'gone') found.push(problem(id, 'dimension.gone', { subject: dimension }))
    if (state === 'off')
      found.push(problem(id, 'dimension.gone', { subject: dimension, severity: 'warning' }))
    if (state === 'self') found.push(problem(id, 'dimension.self', { subject: dimension }))
    if (state === 'ofLines') found.push(problem(id, 'dimension.ofLines', { subject: dimension }))
  }
  const parts = partsOf(outcome)
  for (const part of new Set(parts.filter((part, at) => parts.indexOf(part) !== at)))
    found.push(problem(id, 'part.twice', { subject: part }))
  if (outcome.kind === 'percent') {
    const sum = outcome.parts.reduce((total, { percent }) => total + (parseDecimal(percent) ?? 0n), 0n)
    const text = formatDecimal(sum)
    if (text !== '100') found.push(problem(id, 'percent.notHundred', { subject: text }))
  }
  if (outcome.kind === 'metric' && outcome.by.kind === 'series') {
    const state = around.series(outcome.by.seriesId)
    const subject = outcome.by.seriesId
    if (state !== 'known')
      found.push(problem(id, state === 'gone' ? 'series.gone' : 'series.noParts', { subject }))
  }
  return found
}

function isEmptyRange({ from, to }: NonNullable<AllocationRule['cost']>): boolean {
  if (from === null && to === null) return true
  return from !== null && to !== null && (parseDecimal(from) ?? 0n) > (parseDecimal(to) ?? 0n)
}

function looked({ where, outcome }: AllocationRule): Set<CostDimension> {
  const found = new Set(where.flatMap((group) => group.map(({ dimension }) => dimension)))
  if (outcome.kind === 'copy') found.add(outcome.dimension)
  return found
}

/** The parts that a rule names. */
function partsOf(outcome: RuleOutcome): string[] {
  switch (outcome.kind) {
    case 'part':
      return [outcome.part]
    case 'copy':
      return []
    case 'percent':
    case 'weight':
      return outcome.parts.map(({ part }) => part)
    case 'even':
    case 'metric':
      return outcome.parts
  }
}

/** A rule before which another one meets the same, or everything, on all of its days. */
function clashes(rules: readonly AllocationRule[]): RuleProblem[] {
  const found: RuleProblem[] = []
  for (const [at, rule] of rules.entries()) {
    const other = rules.slice(0, at).find((before) => takesAllOf(before, rule))
    if (!other) continue
    const said = { otherRuleId: other.id }
    if (isEverything(other))
      found.push(problem(rule.id, 'rule.neverReached', { ...said, severity: 'warning' }))
    else if (outcomeText(rule) === outcomeText(other))
      found.push(problem(rule.id, 'rule.neverReached', { ...said, severity: 'warning' }))
    else found.push(problem(rule.id, 'rule.contradicts', said))
  }
  for (const [at, rule] of rules.entries())
    if (isEverything(rule) && isAlways(rule) && at < rules.length - 1)
      found.push(
        problem(rule.id, 'rule.matchesAll', {
          severity: 'warning',
          otherRuleId: rules[at + 1]?.id ?? null,
        }),
      )
  return found
}

/** What a rule that copies takes depends on the costs: it leaves what lacks the dimension. */
const takesAllOf = (before: AllocationRule, rule: AllocationRule): boolean =>
  before.outcome.kind !== 'copy' &&
  (before.from === null || (rule.from !== null && before.from <= rule.from)) &&
  (before.to === null || (rule.to !== null && before.to >= rule.to)) &&
  (isEverything(before) || conditionText(before) === conditionText(rule))

const isEverything = ({ where, cost, outcome }: AllocationRule): boolean =>
  where.length === 0 && cost === null && outcome.kind !== 'copy'

const isAlways = ({ from, to }: AllocationRule): boolean => from === null && to === null

/** Equal for conditions that differ in nothing but their order. */
function conditionText({ where, cost }: AllocationRule): string {
  const groups = where.map((group) =>
    group
      .map(({ dimension, op, values }) => JSON.stringify([dimension, op, [...new Set(values)].sort()]))
      .sort()
      .join(),
  )
  return JSON.stringify([groups.sort(), cost && [amount(cost.from), amount(cost.to), cost.currency]])
}

const amount = (text: string | null): string | null =>
  text === null ? null : formatDecimal(parseDecimal(text) ?? 0n)

/** Equal for outcomes that differ in nothing but the order of their parts. */
function outcomeText({ outcome }: AllocationRule): string {
  switch (outcome.kind) {
    case 'part':
    case 'copy':
      return JSON.stringify(outcome)
    case 'percent':
      return JSON.stringify([
        outcome.kind,
        outcome.parts.map(({ part, percent }) => [part, amount(percent)].join('\n')).sort(),
      ])
    case 'weight':
      return JSON.stringify([
        outcome.kind,
        outcome.parts.map(({ part, weight }) => [part, amount(weight)].join('\n')).sort(),
      ])
    case 'even':
      return JSON.stringify([outcome.kind, outcome.parts.toSorted()])
    case 'metric':
      return JSON.stringify([outcome.kind, outcome.by, outcome.parts.toSorted()])
  }
}
