import { useCallback, useMemo } from 'react'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useValueLabels } from '#renderer/app/costs/use-value-labels.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { DraftRule } from './draft.ts'
import { type RuleText, ruleWords } from './rule-words.ts'

/** Says rules in one line each, in the person's words. */
export function useRuleWords(
  rules: readonly (AllocationRule | DraftRule)[],
): (rule: AllocationRule | DraftRule) => RuleText {
  const { t } = useText()
  const format = useFormat()
  const { nameOf } = useDimensions()
  const labelOf = useValueLabels(useMemo(() => rules.flatMap(({ where }) => where), [rules]))
  return useCallback((rule) => ruleWords(rule, { t, format, nameOf, labelOf }), [t, format, nameOf, labelOf])
}
