import { holdsOn } from '#main/core/allocation/rule-dates.ts'
import { problemsOf } from '#main/core/allocation/rule-problems.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import type { AllocationRule, RuleProblem } from '#shared/contract/allocation.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Day } from '#shared/lib/day.ts'
import type { Scope } from '../scope.ts'
import { coverageOf, sumsByPart } from './coverage.ts'
import { amountsOf, type Heap, heapsBy } from './cube-sums.ts'
import type { Takers } from './known-tags.ts'
import { leftOf } from './left.ts'
import { surroundingsOf } from './surroundings.ts'
import type { WorkedTags } from './worked-tags.ts'

type Output = CallOutput<'allocation.preview'>
type Range = { from: Day; to: Day }

/** What rules do to the costs of a period, before anybody saves them. */
export function previewRules(
  scope: Scope,
  worked: WorkedTags,
  { tagId, rules, from, to }: ParsedInput<'allocation.preview'>,
): Output {
  const range = { from, to }
  const { ledger, workspaceId } = scope
  return worked.withDraft(rules, (id, takers) => {
    const byRule = sumsByPart(scope, `${id}~rule`, range)
    const byPart = sumsByPart(scope, id, range)
    const resourcesOf = (of: string): Map<string | null, number> =>
      ledger.resourcesBy({ workspaceId, ...range, dimension: `virtual:${of}` })
    const resources = resourcesOf(id)
    const heaps = heapsOf(byRule)
    const left = resources.get(null) ?? 0
    return {
      coverage: coverageOf(scope, byPart, { ...range, left }),
      rules: rulesOf(scope, rules, resourcesOf(`${id}~rule`), heaps),
      parts: partsIn(scope, byPart, resources),
      problems: withData(problemsOf(rules, surroundingsOf(scope, tagId)), { rules, range, heaps, takers }),
      left: leftOf(scope, id, { ...range, left }),
    }
  })
}

/** By the first of a cube's keys; what lacks it stands under the empty text. */
const heapsOf = (cube: LedgerCube): Map<string, Heap> =>
  heapsBy(cube, (group) => cube.groups[group]?.keys[0] ?? '')

type Counts = ReadonlyMap<string | null, number>

function rulesOf(
  { currency }: Scope,
  rules: readonly AllocationRule[],
  resources: Counts,
  heaps: ReadonlyMap<string, Heap>,
): Output['rules'] {
  return rules.map(({ id }) => ({
    ruleId: id,
    resources: resources.get(id) ?? 0,
    costs: amountsOf(heaps.get(id)?.sums ?? new Map(), currency),
  }))
}

/** The dearest in the organisation's own currency first. */
function partsIn({ currency }: Scope, cube: LedgerCube, resources: Counts): Output['parts'] {
  const own = ({ sums }: Heap): bigint => sums.get(currency) ?? 0n
  return [...heapsOf(cube)]
    .filter(([part]) => part !== '')
    .sort(([a, x], [b, y]) => (own(x) === own(y) ? compareText(a, b) : own(x) > own(y) ? -1 : 1))
    .map(([part, { sums }]) => ({
      part,
      resources: resources.get(part) ?? 0,
      costs: amountsOf(sums, currency),
    }))
}

type Seen = {
  rules: readonly AllocationRule[]
  range: Range
  heaps: ReadonlyMap<string, Heap>
  takers: Takers
}

/** What only the costs themselves can tell: that a rule meets nothing of them, or all, or comes too late. */
function withData(problems: RuleProblem[], { rules, range, heaps, takers }: Seen): RuleProblem[] {
  const lines = [...heaps.values()].reduce((sum, heap) => sum + heap.lines, 0)
  if (lines === 0) return problems
  const known = new Set(problems.map(({ ruleId }) => ruleId))
  const live = rules.filter((rule) => reaches(rule, range))
  const found = live.flatMap((rule, at): RuleProblem[] => {
    if (known.has(rule.id)) return []
    const own = heaps.get(rule.id)?.lines ?? 0
    const said = { severity: 'warning' as const, ruleId: rule.id, subject: null }
    if (own === 0) {
      const otherRuleId = takers.first(rule.id)
      return [{ ...said, code: otherRuleId ? 'rule.neverReached' : 'rule.matchesNothing', otherRuleId }]
    }
    const next = live[at + 1]
    return own === lines && next ? [{ ...said, code: 'rule.matchesAll', otherRuleId: next.id }] : []
  })
  return [...problems, ...found]
}

/** Whether it holds on any day of the period. */
const reaches = (rule: AllocationRule, { from, to }: Range): boolean =>
  rule.isOn &&
  (holdsOn(rule, from) ||
    holdsOn(rule, to) ||
    (rule.from !== null && rule.from >= from && rule.from <= to) ||
    (rule.to !== null && rule.to >= from && rule.to <= to))
