import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { RuleProblem } from '#shared/contract/allocation.ts'
import { type CostDimension, dimensionValue } from '#shared/contract/costs.ts'
import type { DraftRule } from './draft.ts'
import { leftWords } from './percent-words.ts'
import type { Lack } from './read-rule.ts'
import { percentLeft } from './shares.ts'

export type Problem = { key: string; severity: 'error' | 'warning'; text: string }

type Given = {
  rules: readonly DraftRule[]
  lacksOf: (id: string) => readonly Lack[]
  told: readonly RuleProblem[]
  nameOf: (dimension: CostDimension) => string
  words: { t: Translate; format: Format }
}

/** What is wrong with each rule, and with none of them in particular; `wrong` counts the rules that keep from saving. */
export function problemsOf({ rules, lacksOf, told, nameOf, words: { t, format } }: Given) {
  const all = new Map<string, Problem[]>()
  for (const rule of rules) {
    const left = leftWords(percentLeft(rule.outcome.shares), t, format)
    const lacks = [...new Set(lacksOf(rule.id))].map(
      (lack): Problem => ({ key: lack, severity: 'error', text: t(`allocation.lack.${lack}`, { left }) }),
    )
    // What was told of a rule before it was changed into one that lacks something is out of date.
    const said = lacks.length > 0 ? [] : told.filter(({ ruleId }) => ruleId === rule.id)
    all.set(rule.id, [...lacks, ...said.map((problem) => saidOf(problem, rules, nameOf, t))])
  }
  return {
    of: all,
    general: told.filter(({ ruleId }) => ruleId === null).map((problem) => saidOf(problem, rules, nameOf, t)),
    wrong: [...all.values()].filter((list) => list.some(({ severity }) => severity === 'error')).length,
  }
}

function saidOf(
  { code, severity, subject, otherRuleId, ruleId }: RuleProblem,
  rules: readonly DraftRule[],
  nameOf: (dimension: CostDimension) => string,
  t: Translate,
): Problem {
  const at = rules.findIndex(({ id }) => id === otherRuleId)
  const number = at < 0 ? '…' : at + 1
  const other = t(code === 'rule.contradicts' ? 'allocation.otherRuleTo' : 'allocation.otherRule', { number })
  const dimension = dimensionValue.safeParse(subject)
  const named = dimension.success && code.startsWith('dimension.') ? nameOf(dimension.data) : (subject ?? '')
  // A tag that is switched off is told as one that is missing, but does not keep from saving.
  const isOff = code === 'dimension.gone' && severity === 'warning'
  return {
    key: `${code} ${ruleId} ${otherRuleId} ${subject}`,
    severity,
    text: t(`allocation.problem.${isOff ? 'dimension.off' : code}`, { subject: named, other }),
  }
}
